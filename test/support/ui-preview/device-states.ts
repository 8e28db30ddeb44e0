import {
  UNKNOWN_DEVICES,
  type Devices,
  type MicrophoneTrouble,
} from '../../../src/phone/devices/devices';
import type { PhoneData } from '../../../extension/ui/phone/phone-view';
import { callLike, NOW_MS, phone, talking } from './phone-states';

const HEADSET = 'Harbour H65';

/** What a laptop has of its own, in use. */
export const BUILT_IN: Devices = {
  ...UNKNOWN_DEVICES,
  microphone: { chosen: null, inUse: 'Built-in microphone', away: null, trouble: null },
  speaker: { chosen: null, inUse: 'Built-in speakers', away: null, isMissing: false },
};

/** The headset that was chosen is not there: what the laptop has stands in. */
export const UNPLUGGED: Devices = {
  ...BUILT_IN,
  microphone: { ...BUILT_IN.microphone, chosen: HEADSET, away: 'unplugged' },
  speaker: { ...BUILT_IN.speaker, chosen: HEADSET, away: 'unplugged' },
};

/** Nobody hears the user, for this reason. */
export function unheard(trouble: MicrophoneTrouble): Devices {
  return { ...BUILT_IN, microphone: { ...BUILT_IN.microphone, inUse: null, trouble } };
}

/** The phone while a sound device is not as it should be. */
export const DEVICE_STATES: Readonly<Record<string, PhoneData>> = {
  'no-microphone': phone({ devices: unheard('missing') }),
  unplugged: phone({ calls: [talking('1')], devices: UNPLUGGED }),
  'all-at-once': phone({
    calls: [
      talking('1', { isCutOff: true, lostSound: 'both', muted: true, message: 'Are you there?' }),
      talking('2', { hold: { local: true, remote: false, requested: null } }),
    ],
    devices: UNPLUGGED,
    update: { sinceMs: NOW_MS, asks: true },
    registration: {
      state: 'failed',
      failure: { code: 'no-connection', response: null },
      retryAtMs: NOW_MS + 12_000,
    },
  }),
  'device-back': phone({
    calls: [talking('1')],
    devices: { ...BUILT_IN, news: [{ type: 'back', name: HEADSET }] },
  }),
  'device-blocked': phone({
    microphone: 'denied',
    calls: [talking('1')],
    devices: unheard('blocked'),
  }),
  'device-missing': phone({ calls: [talking('1')], devices: unheard('missing') }),
  'device-muted': phone({ calls: [talking('1', { muted: true })], devices: unheard('muted') }),
  'device-taken': phone({
    calls: [talking('1'), talking('2')],
    conference: [
      { callId: '1', isMuted: false },
      { callId: '2', isMuted: false },
    ],
    devices: unheard('taken'),
  }),
  'device-deaf': phone({
    calls: [talking('1')],
    devices: { ...BUILT_IN, speaker: { ...BUILT_IN.speaker, inUse: null, isMissing: true } },
  }),
  'device-missing-ringing': phone({
    calls: [callLike('1', { direction: 'incoming', state: 'ringing' })],
    devices: unheard('missing'),
  }),
};
