import type { Tone } from '../../../src/phone/tones';

/** A sound within a tone's cycle. */
interface Note {
  readonly startS: number;
  readonly lengthS: number;
  readonly hz: readonly number[];
}

interface Cycle {
  readonly lengthS: number;
  readonly level: number;
  readonly notes: readonly Note[];
}

/** So that a tone neither clicks on nor off. */
const RAMP_S = 0.01;

/** Two rising fifths, a breath, and again: heard across a room, and no alarm. */
const RING_NOTES: readonly Note[] = [0, 0.5].flatMap((startS) => [
  { startS, lengthS: 0.22, hz: [587.33, 880] },
  { startS: startS + 0.22, lengthS: 0.22, hz: [659.25, 987.77] },
]);

/** The phone's own tones, and the beep that tells the others of a recording. */
export type Sample = Tone | 'recording';

const CYCLES: Readonly<Record<Sample, Cycle>> = {
  ringtone: { lengthS: 3, level: 0.3, notes: RING_NOTES },
  // Three quick steps up: not the ring that waits for a hand.
  intercom: {
    lengthS: 1.2,
    level: 0.3,
    notes: [
      { startS: 0, lengthS: 0.12, hz: [659.25] },
      { startS: 0.18, lengthS: 0.12, hz: [830.61] },
      { startS: 0.36, lengthS: 0.24, hz: [987.77] },
    ],
  },
  // Soft: it sounds over somebody's words.
  'call-waiting': {
    lengthS: 4,
    level: 0.08,
    notes: [
      { startS: 0, lengthS: 0.15, hz: [425] },
      { startS: 0.3, lengthS: 0.15, hz: [425] },
    ],
  },
  // ITU-T E.180: 425 Hz is the frequency most countries share.
  ringback: { lengthS: 5, level: 0.15, notes: [{ startS: 0, lengthS: 1, hz: [425] }] },
  // What telephone companies have long made recorders sound: 1400 Hz every quarter of a minute.
  recording: { lengthS: 15, level: 0.1, notes: [{ startS: 0, lengthS: 0.2, hz: [1400] }] },
};

/** One cycle of a tone, to be repeated without a gap. */
export function toneSamples(tone: Sample, sampleRate: number): Float32Array<ArrayBuffer> {
  const { lengthS, level, notes } = CYCLES[tone];
  const samples = new Float32Array(Math.round(lengthS * sampleRate));

  for (const note of notes) {
    const first = Math.round(note.startS * sampleRate);
    const length = Math.round(note.lengthS * sampleRate);

    for (let index = 0; index < length; index += 1) {
      const timeS = index / sampleRate;
      const wave = note.hz.reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * timeS), 0);
      const ramp = Math.min(1, timeS / RAMP_S, (note.lengthS - timeS) / RAMP_S);

      samples[first + index] = (level * ramp * wave) / note.hz.length;
    }
  }

  return samples;
}
