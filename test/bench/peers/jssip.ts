import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { callButton } from './peer-page';

/** JsSIP as its own guide shows it, with its defaults. */
globalThis.startPeer = async ({ server, user, password, domain, target, iceServers }) => {
  let session: RTCSession | null = null;
  const ua = new UA({
    sockets: [new WebSocketInterface(server)],
    uri: `sip:${user}@${domain}`,
    password,
  });

  callButton().addEventListener('click', () => {
    session = ua.call(target, {
      mediaConstraints: { audio: true, video: false },
      pcConfig: { iceServers: [...iceServers] },
    });
  });
  globalThis.hangUpPeer = () =>
    new Promise((resolve) => {
      session?.on('failed', () => {
        resolve();
      });
      session?.on('ended', () => {
        resolve();
      });
      session?.terminate();
    });

  await new Promise<void>((resolve, reject) => {
    ua.on('registered', () => {
      resolve();
    });
    ua.on('registrationFailed', ({ cause }) => {
      reject(new Error(`JsSIP is not registered: ${String(cause)}`));
    });
    ua.start();
  });
};
