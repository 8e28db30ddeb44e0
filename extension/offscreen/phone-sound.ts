import type { Phone } from '../../src/phone/phone';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { keepChunk } from '../browser/recordings';
import { BrowserMedia } from './sipjs/media';
import { afterTimeout, type Log } from './sipjs/options';
import { AudioOutput } from './sound/audio-output';
import { DeviceWatch } from './sound/device-watch';
import { followInSound } from './sound/following';
import { Microphone } from './sound/microphone';
import { Mixer } from './sound/mixer';
import { Recorder } from './sound/recorder';
import { ringingSound } from './sound/ringing-sound';
import { silentSound } from './sound/silence';
import { soundHardware } from './sound/sound-hardware';
import { TonePlayer } from './sound/tone-player';
import { CallFiguresTaker } from './webrtc/call-figures';
import { PeerConnections } from './webrtc/peer-connections';

/** What the sound is made with. */
export interface PhoneSoundOptions {
  /** Who learns what becomes of the sound. It is there when anything does, and not sooner. */
  readonly phone: () => Pick<
    Phone,
    'devicesFound' | 'figuresTaken' | 'microphoneChanged' | 'recordingReported'
  >;
  readonly log: Log;
}

/** All sound of the phone, put together. */
export interface PhoneSound {
  /** The audio of the stack's calls. */
  readonly media: BrowserMedia;
  readonly figures: CallFiguresTaker;
  readonly devices: DeviceWatch;
  /** Makes all of it what this snapshot says. */
  follow(snapshot: PhoneSnapshot): void;
}

/** Puts together what is heard, sent, recorded and measured, and through which devices. */
export function makeSound({ phone, log }: PhoneSoundOptions): PhoneSound {
  const voices = new AudioOutput(log, () => {
    devices.tell();
  });
  const tones = new TonePlayer(log);
  const microphone = new Microphone({
    hardware: soundHardware,
    changed: () => {
      devices.tell();
    },
    log,
  });
  const media = new BrowserMedia({
    peerConnections: new PeerConnections({ after: afterTimeout, log }),
    microphone,
    onRemoteStream: (callId, stream) => {
      voices.play(callId, stream);
      mixer.hear(callId, stream);
    },
    ringing: ringingSound,
    silence: silentSound,
    log,
  });
  const recorder = new Recorder({
    keep: keepChunk,
    nowMs: Date.now,
    report: (recordingId, event) => {
      // Later: what it is about may be under way just now.
      queueMicrotask(() => {
        phone().recordingReported(recordingId, event);
      });
    },
  });
  const mixer = new Mixer({
    microphone,
    send: (callId, mixture) => {
      media.send(callId, mixture);
    },
    record: (recordingId, mixture) => {
      recorder.record(recordingId, mixture);
    },
    log,
  });
  const figures = new CallFiguresTaker({
    report: (callId) => media.report(callId),
    after: afterTimeout,
    log,
  });
  const devices = new DeviceWatch({
    hardware: soundHardware,
    microphone,
    voices,
    tones,
    tell: (facts) => {
      if (facts.permission !== null) {
        phone().microphoneChanged(facts.permission);
      }
      phone().devicesFound(facts);
    },
    after: afterTimeout,
    log,
  });

  figures.subscribe((callId, taken) => {
    phone().figuresTaken(callId, taken);
  });

  return {
    media,
    figures,
    devices,
    follow: (snapshot) => {
      followInSound({ devices, tones, voices, recorder, figures, mixer }, snapshot);
    },
  };
}
