import type { JSHandle, Page } from 'puppeteer';

/** Where what the user hears of the other side can be measured, in the page that plays it. */
export interface SoundTap {
  readonly context: AudioContext;
  readonly analyser: AnalyserNode;
}

/**
 * Taps what comes out of the phone's audio elements now, all of them together. The elements are
 * found in the page's memory, wherever the phone keeps them. Whoever taps closes the context.
 */
export async function tapSound(
  page: Page,
  { fftSize, sampleRate }: { readonly fftSize: number; readonly sampleRate?: number },
): Promise<JSHandle<SoundTap>> {
  const prototype = await page.evaluateHandle(() => HTMLAudioElement.prototype);
  const elements = await page.queryObjects(prototype);
  const tap = await elements.evaluateHandle(
    (found: HTMLAudioElement[], size, rate) => {
      const context = new AudioContext(rate === null ? {} : { sampleRate: rate });
      const analyser = new AnalyserNode(context, { fftSize: size });

      for (const element of found) {
        if (!element.paused && !element.muted && element.srcObject instanceof MediaStream) {
          context.createMediaStreamSource(element.srcObject).connect(analyser);
        }
      }

      return { context, analyser };
    },
    fftSize,
    sampleRate ?? null, // What is undefined does not get into the page.
  );

  await Promise.all([prototype, elements].map((handle) => handle.dispose()));

  return tap;
}
