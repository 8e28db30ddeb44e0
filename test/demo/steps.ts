import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';

/** Prints the steps of the tour with their time, and keeps what the screen showed. */
export class Steps {
  readonly #startedMs = performance.now();
  #shots = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Does one step; it is printed when it has worked. A step that fails ends the tour. */
  async step<T>(words: string, act: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();

    try {
      const made = await act();

      this.#print('✓', words, startedMs);

      return made;
    } catch (error) {
      this.#print('✗', words, startedMs);
      throw error;
    }
  }

  /** Saves what a page shows. */
  async shoot(page: Page, name: string): Promise<void> {
    this.#shots += 1;

    const file = join(this.folder, `${String(this.#shots).padStart(2, '0')}-${name}.png`);

    await page.screenshot({ path: file });
  }

  #print(mark: string, words: string, startedMs: number): void {
    const nowMs = performance.now();
    const at = `${((nowMs - this.#startedMs) / 1000).toFixed(1)} s`;

    console.log(`${at.padStart(7)}  ${mark} ${words} (${Math.round(nowMs - startedMs)} ms)`);
  }
}
