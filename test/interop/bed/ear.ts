import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureTone, rmsOf, type ToneMeasure } from '../../pbx/tone-analysis';
import { until } from './waiting';
import { readWav, type Recording } from './wav';

const SAMPLE_RATE_HZ = 8000;
/** G.711 turns digital silence into a whisper of this loudness at most. */
const SILENCE_RMS = 0.002;
/** No story is longer. */
const LONGEST_STORY_MS = 30 * 60_000;

/** What a desk phone hears: the recordings that baresip's sndfile filter writes into a folder. */
export class Ear {
  readonly #who: string;
  readonly #folder: string;

  constructor(who: string, folder: string) {
    this.#who = who;
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#forbidRecordingsOfTheVoice();
  }

  /** Everything heard so far, all calls one after the other. */
  recording(): Recording {
    const parts = readdirSync(this.#folder)
      .filter((name) => name.endsWith('-dec.wav'))
      .sort()
      .flatMap((name) => readWav(readFileSync(join(this.#folder, name))) ?? []);
    const samples = new Float32Array(parts.reduce((sum, part) => sum + part.samples.length, 0));
    let begin = 0;

    for (const part of parts) {
      samples.set(part.samples, begin);
      begin += part.samples.length;
    }

    return { samples, sampleRateHz: parts[0]?.sampleRateHz ?? SAMPLE_RATE_HZ };
  }

  /** The tone in the last `lastMs` of what was heard, be it now or when the call ended. */
  heard(lastMs: number): ToneMeasure {
    const { samples, sampleRateHz } = this.recording();

    return measureTone(samples.subarray(-samplesIn(lastMs)), sampleRateHz);
  }

  /** Waits for `forMs` more of sound to arrive from now on, and measures just that. */
  async listen(forMs: number): Promise<ToneMeasure> {
    let begin = this.recording().samples.length;

    return until(`${this.#who} hears ${String(forMs)} ms of sound`, () => {
      const { samples, sampleRateHz } = this.recording();

      // A recording that begins within the same second as the one before takes its place.
      begin = Math.min(begin, samples.length);

      const end = begin + samplesIn(forMs);

      return samples.length < end ? null : measureTone(samples.subarray(begin, end), sampleRateHz);
    });
  }

  /** Resolves once nothing was heard for `forMs` in a row: no packets, or silence in them. */
  async untilNothing(forMs: number): Promise<void> {
    let heardUpTo = this.recording().samples.length;
    let quietSince = Date.now();

    await until(`${this.#who} hears nothing any more`, () => {
      const { samples } = this.recording();

      if (rmsOf(samples.subarray(heardUpTo)) > SILENCE_RMS) {
        quietSince = Date.now();
      }

      heardUpTo = samples.length;

      return Date.now() - quietSince >= forMs ? true : null;
    });
  }

  /**
   * baresip 1.0 drops the recorder of what it hears at a hold, and puts it back only when there is
   * no recorder of what it says. It cannot be told to make only one of the two, but a folder where
   * it wants to write a file does it: the names hold nothing but the second in which they begin.
   */
  #forbidRecordingsOfTheVoice(): void {
    const now = Date.now();

    for (let time = now - 1000; time < now + LONGEST_STORY_MS; time += 1000) {
      const second = new Date(time).toISOString().slice(0, 19).replaceAll(/[T:]/g, '-');

      mkdirSync(join(this.#folder, `dump-${second}-enc.wav`), { recursive: true });
    }
  }
}

function samplesIn(durationMs: number): number {
  return Math.round((durationMs * SAMPLE_RATE_HZ) / 1000);
}
