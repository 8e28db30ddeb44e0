import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';

/** The colour schemes every screen is shown in. */
export const SCHEMES = ['light', 'dark'] as const;

/** How a picture is taken. */
export interface Framing {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
  /** The window grows with what is in it up to this; without, it stays as it is. */
  readonly highest?: number;
  /** Brings the page into the state to be seen, once for each scheme. */
  readonly before?: () => Promise<void>;
}

/** Takes pictures of pages in light and dark: `NAME-light.png`, `NAME-dark.png`. */
export class Photographer {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Stops a page's clock from its next load on, so that every run shows the same times. */
  async setClock(page: Page, nowMs: number): Promise<void> {
    await page.evaluateOnNewDocument((stoppedAtMs) => {
      Date.now = () => stoppedAtMs;
    }, nowMs);
  }

  async shoot(page: Page, name: string, framing: Framing): Promise<void> {
    const { width, height, scale, highest = height, before = () => Promise.resolve() } = framing;

    // A page behind another is not painted.
    await page.bringToFront();
    await page.setViewport({ width, height, deviceScaleFactor: scale });

    const wanted = await page.evaluate(() => document.documentElement.scrollHeight);

    await page.setViewport({
      width,
      height: Math.min(Math.max(wanted, height), Math.max(highest, height)),
      deviceScaleFactor: scale,
    });
    for (const scheme of SCHEMES) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        // A picture in the middle of a transition shows what nobody sees.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await before();
      await painted(page);
      await page.screenshot({ path: join(this.folder, `${name}-${scheme}.png`) });
    }
  }
}

/** Resolves when everything that was to be seen by now is on screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    // The frame after the next one is the first that shows what is so now.
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  });
}
