import type { CallFiguresTaker } from '../webrtc/call-figures';
import { isLive } from '../../../src/call/call';
import { mixFor, recordingsFor, unheardIn } from '../../../src/phone/mix';
import { toneFor } from '../../../src/phone/tones';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { AudioOutput } from './audio-output';
import type { DeviceWatch } from './device-watch';
import type { Mixer } from './mixer';
import type { Recorder } from './recorder';
import type { TonePlayer } from './tone-player';

/** What of the phone's sound goes by its snapshots. */
export interface SoundFollowers {
  readonly devices: Pick<DeviceWatch, 'setInCall'>;
  readonly tones: Pick<TonePlayer, 'play'>;
  readonly voices: Pick<AudioOutput, 'setUnheard'>;
  readonly recorder: Pick<Recorder, 'follow'>;
  readonly figures: Pick<CallFiguresTaker, 'follow'>;
  readonly mixer: Pick<Mixer, 'mix'>;
}

/** Makes all that is heard, sent, recorded and measured what this snapshot says. */
export function followInSound(followers: SoundFollowers, snapshot: PhoneSnapshot): void {
  followers.devices.setInCall(snapshot.calls.some(isLive));
  followers.tones.play(toneFor(snapshot));
  followers.voices.setUnheard(unheardIn(snapshot));
  // The recorder takes whose call it is from the calls, before the mixer hands it their sound.
  followers.recorder.follow(snapshot.calls);
  followers.figures.follow(snapshot.calls);
  followers.mixer.mix(mixFor(snapshot), recordingsFor(snapshot));
}
