import type { Page } from 'puppeteer';
import { tapSound } from './sound-tap';

declare global {
  /** In the phone's document only: what the ear heard since it began to listen. */
  var ear: { longestSilentMs: number; missedMs: number; heardMs: number };
  var closeEar: () => void;
}

/** What was heard of the other side without a break. */
export interface Listened {
  readonly heardMs: number;
  /** The longest stretch without any sound. */
  readonly longestSilentMs: number;
  /** What came while the machine was too busy to listen: nothing is known of it. */
  readonly missedMs: number;
}

const RATE_HZ = 48_000;
/** The largest stretch an AnalyserNode keeps: 0.68 s, of which what is new is taken in time. */
const KEPT_SAMPLES = 32_768;
const LOOK_EVERY_MS = 100;
/** A tone is far louder than this at nearly every sample. */
const SILENT_BELOW = 0.01;

/**
 * Listens to what comes out of the phone's audio elements, sample by sample, until `stopListening`.
 * A gap of a few milliseconds between two tones is found: no measure of a spectrum would.
 */
export async function startListening(page: Page): Promise<void> {
  const tap = await tapSound(page, { fftSize: KEPT_SAMPLES, sampleRate: RATE_HZ });

  await tap.evaluate(
    ({ context, analyser }, everyMs, silentBelow) => {
      const { fftSize } = analyser;
      const { sampleRate } = context;
      const samples = new Float32Array(fftSize);
      let untilS: number | null = null;
      let silent = 0;

      const timer = setInterval(() => {
        const nowS = context.currentTime;
        const since = untilS ?? Infinity;
        const fresh = Math.round((nowS - since) * sampleRate);

        untilS = nowS;
        if (since === Infinity) {
          untilS = nowS > fftSize / sampleRate ? nowS : null; // Not yet full.

          return;
        }
        analyser.getFloatTimeDomainData(samples);
        globalThis.ear.heardMs += (1000 * fresh) / sampleRate;
        globalThis.ear.missedMs += (1000 * Math.max(fresh - fftSize, 0)) / sampleRate;
        for (const sample of samples.subarray(Math.max(fftSize - fresh, 0))) {
          silent = Math.abs(sample) < silentBelow ? silent + 1 : 0;
          globalThis.ear.longestSilentMs = Math.max(
            globalThis.ear.longestSilentMs,
            (1000 * silent) / sampleRate,
          );
        }
      }, everyMs);

      globalThis.ear = { longestSilentMs: 0, missedMs: 0, heardMs: 0 };
      globalThis.closeEar = () => {
        clearInterval(timer);
        void context.close();
      };
    },
    LOOK_EVERY_MS,
    SILENT_BELOW,
  );
  await tap.dispose();
}

/** What has been heard so far. */
export async function listened(page: Page): Promise<Listened> {
  return page.evaluate(() => {
    const { heardMs, longestSilentMs, missedMs } = globalThis.ear;

    return { heardMs, longestSilentMs, missedMs };
  });
}

export async function stopListening(page: Page): Promise<Listened> {
  const all = await listened(page);

  await page.evaluate(() => {
    globalThis.closeEar();
  });

  return all;
}
