import '../browser/not-in-a-tab'; // First: nothing below is to run there.
import { Diagnostics } from '../../src/diagnostics/diagnostics';
import { isLive } from '../../src/call/call';
import { Phone } from '../../src/phone/phone';
import { mixFor, recordingsFor, unheardIn } from '../../src/phone/mix';
import { wantedDevices } from '../../src/phone/devices/devices';
import { toneFor } from '../../src/phone/tones';
import type { Configuration } from '../../src/protocol/requests';
import { answerRequests, worker } from '../browser/messaging';
import { acceptWatchers } from '../browser/phone-port';
import { keepChunk } from '../browser/recordings';
import { AudioOutput } from './sound/audio-output';
import { browserClock } from './browser-clock';
import { CallFiguresTaker } from './webrtc/call-figures';
import { DeviceWatch } from './sound/device-watch';
import { toFailure } from './failure';
import { keepCalls, leftBehind } from './keep-calls';
import { installationId } from './installation-id';
import { Microphone } from './sound/microphone';
import { Mixer } from './sound/mixer';
import { networkInformation, watchNetwork } from './network-watch';
import { onlyPhone } from './only-phone';
import { whenAnswered } from './patient-worker';
import { PeerConnections } from './webrtc/peer-connections';
import { Recorder } from './sound/recorder';
import { registrationSettled } from './registration-settled';
import { reportToWorker } from './report-to-worker';
import { phoneRequests } from './requests';
import { BrowserMedia } from './sipjs/media';
import { afterTimeout, type Log } from './sipjs/options';
import { ringingSound } from './sound/ringing-sound';
import { silentSound } from './sound/silence';
import { soundHardware } from './sound/sound-hardware';
import { SipJsStack } from './sipjs/stack';
import { TappedSocket } from './tapped-socket';
import { TonePlayer } from './sound/tone-player';

/** Nothing is written to the console of a release: calls and numbers are the user's own. */
const log: Log = (level, line) => {
  if (__DEV__) {
    // eslint-disable-next-line no-restricted-globals -- the one logger of this context
    console[level](line);
  }
};

const diagnostics = new Diagnostics({
  nowMs: Date.now,
  after: afterTimeout,
  keep: (kept) => {
    // A worker that dies over it is told the next time.
    worker('keepLog', { log: kept }).catch(() => undefined);
  },
});
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
      phone.recordingReported(recordingId, event);
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
const sip = new SipJsStack({
  newId: () => crypto.randomUUID(),
  instanceId: installationId(),
  userAgent: `Offhook/${__VERSION__}`,
  createSocket: (url) => new TappedSocket(url, 'sip', diagnostics),
  media,
  log,
});
const phone = new Phone(sip, () => crypto.randomUUID(), browserClock);
const figures = new CallFiguresTaker({
  report: (callId) => media.report(callId),
  after: afterTimeout,
  log,
});

// The answer never comes: this document is gone by then.
phone.onReadyToRestart = () => {
  // Once more where Chrome stopped the worker in the middle of it.
  worker('restart')
    .catch(() => worker('restart'))
    .catch(() => undefined);
};
const devices = new DeviceWatch({
  hardware: soundHardware,
  microphone,
  voices,
  tones,
  tell: (facts) => {
    if (facts.permission !== null) {
      phone.microphoneChanged(facts.permission);
    }
    phone.devicesFound(facts);
  },
  after: afterTimeout,
  log,
});

const hear = sip.onReport;

sip.onReport = (report) => {
  diagnostics.reported(report);
  hear(report);
};

figures.subscribe((callId, taken) => {
  phone.figuresTaken(callId, taken);
});

function configure({ account, settings }: Configuration): void {
  devices.want(wantedDevices(settings));
  phone.setOutgoing(settings.outgoing);
  phone.setAutoAnswer(settings.autoAnswer);
  phone.setRecordingBeeps(settings.recordingBeeps);
  phone.setTeam(settings.team);
  phone.configure(account, settings.country, settings.dialRules);
}

const alone = onlyPhone();

void worker('keptLog').then(
  (kept) => {
    if (kept !== null) {
      diagnostics.goOnWith(kept);
    }
  },
  () => undefined, // What was is forgotten; what comes is remembered.
);

/**
 * The document has no storage: the worker, which opened it, hands over what is stored. What the
 * phone before this one has left is on screen before anything else is.
 */
async function begin(): Promise<void> {
  await alone;

  const [configuration, left] = await Promise.all([
    whenAnswered(() => worker('configuration')),
    leftBehind(),
  ]);

  if (left !== null) {
    phone.takeUp(left.saved, {
      aliveAtMs: left.aliveAtMs,
      address: configuration.account?.address ?? null,
    });
  }
  configure(configuration);
}

const configured = begin();
/** Nobody sees a phone that does not know yet what there is: it would look as if all were over. */
const begun = configured.catch(() => {
  log('error', 'the worker does not answer');
});

answerRequests({
  me: 'phone',
  handlers: phoneRequests({
    phone,
    sip,
    diagnostics,
    figures,
    configured,
    begun,
    registrationSettled: async () => registrationSettled(phone, browserClock),
    configure: async (now) => {
      await begun;
      configure(now);
    },
  }),
  pageRequests: [],
  toFailure,
});

acceptWatchers((push, gone) => {
  let isGone = false;
  let stop: () => void = () => undefined;

  gone(() => {
    isGone = true;
    stop();
  });
  void begun.then(() => {
    sip.prepare(); // Whoever looks at the phone is about to call.
    stop = isGone ? stop : phone.subscribe(push);
  });
});

void begun.then(() => {
  phone.subscribe((snapshot) => {
    diagnostics.follow(snapshot);
    devices.setInCall(snapshot.calls.some(isLive));
    tones.play(toneFor(snapshot));
    voices.setUnheard(unheardIn(snapshot));
    recorder.follow(snapshot.calls);
    figures.follow(snapshot.calls);
    mixer.mix(mixFor(snapshot), recordingsFor(snapshot));
    reportToWorker(snapshot);
  });
  keepCalls(phone);
});

watchNetwork({
  window,
  connection: networkInformation(navigator),
  clock: browserClock,
  onChange: (change) => {
    diagnostics.note({ type: 'network-changed', change });
    phone.networkChanged(change);
  },
});

// The browser quits or the extension is updated: the registrar must not ring a phone that is gone.
window.addEventListener('pagehide', () => {
  phone.quit();
});
