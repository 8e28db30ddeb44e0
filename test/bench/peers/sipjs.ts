import { Web } from 'sip.js';
import { callButton } from './peer-page';

/** SIP.js as its own guide shows it: `SimpleUser` with its defaults. */
globalThis.startPeer = async ({ server, user, password, domain, target, iceServers }) => {
  let over: () => void = () => undefined;
  const audio = document.querySelector('audio');
  const simpleUser = new Web.SimpleUser(server, {
    aor: `sip:${user}@${domain}`,
    media: {
      constraints: { audio: true, video: false },
      ...(audio === null ? {} : { remote: { audio } }),
    },
    delegate: {
      onCallHangup: () => {
        over();
      },
    },
    userAgentOptions: {
      authorizationUsername: user,
      authorizationPassword: password,
      // Not its default: writing every message to a watched console would cost it time.
      logBuiltinEnabled: false,
      sessionDescriptionHandlerFactoryOptions: {
        peerConnectionConfiguration: { iceServers: [...iceServers] },
      },
    },
  });

  callButton().addEventListener('click', () => {
    void simpleUser.call(target); // What becomes of it is seen by the server.
  });
  globalThis.hangUpPeer = async () => {
    const hungUp = new Promise<void>((resolve) => {
      over = resolve;
    });

    await simpleUser.hangup();
    await hungUp;
  };

  await new Promise<void>((resolve, reject) => {
    simpleUser.delegate = { ...simpleUser.delegate, onRegistered: resolve };
    simpleUser
      .connect()
      .then(() => simpleUser.register())
      .catch(reject);
  });
};
