import type { Page } from 'puppeteer';
import { tapSound } from './sound-tap';

/** Well above the noise of a decoder that has nothing to decode, well below any voice. */
const HEARD_PEAK = 0.02;

/**
 * Listens in the phone's document from now on, and resolves with the time (of the system's clock)
 * at which its user hears something. Nothing but the wait for it is longer than some milliseconds.
 */
export async function listenForSound(page: Page): Promise<{ readonly heardAtMs: Promise<number> }> {
  const tap = await tapSound(page, { fftSize: 1024 });

  return {
    heardAtMs: tap.evaluate(
      ({ context, analyser }, peak) =>
        new Promise<number>((resolve, reject) => {
          const samples = new Float32Array(analyser.fftSize);
          const beganAtMs = Date.now();
          const timer = setInterval(() => {
            const nowMs = Date.now();

            analyser.getFloatTimeDomainData(samples);
            if (samples.some((sample) => Math.abs(sample) > peak)) {
              clearInterval(timer);
              void context.close();
              resolve(nowMs);
            } else if (nowMs - beganAtMs > 60_000) {
              clearInterval(timer);
              reject(new Error('nothing was heard for a minute'));
            }
          }, 10);
        }),
      HEARD_PEAK,
    ),
  };
}
