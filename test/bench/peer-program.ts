import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'puppeteer';
import type { ExtensionBrowser } from '../e2e/support/extension-browser';
import { clickOf, pointAt, press, watchClicks, type TimedClick } from './click';
import { rest } from './waiting';
import type { PeerSettings } from './peers/peer-page';
import type { Program } from './program';

/** A SIP library in a page of its own, where a button places the call. */
export class PeerProgram implements Program {
  readonly kind = 'peer';
  readonly isJudged = false;

  private constructor(
    readonly name: string,
    readonly user: string,
    private readonly page: Page,
    private readonly hoverMs: number,
  ) {}

  /** Opens the page of `peers/FILE` and waits until its phone is registered. */
  static async open(
    browser: ExtensionBrowser,
    { name, file, hoverMs }: { name: string; file: string; hoverMs: number },
    settings: PeerSettings,
  ): Promise<PeerProgram> {
    const page = await browser.openPage(pageWith(name, bundle(file)));

    await page.evaluate((account) => globalThis.startPeer(account), settings);
    await watchClicks(page);

    return new PeerProgram(name, settings.user, page, hoverMs);
  }

  async prepare(): Promise<void> {
    await this.page.bringToFront();
  }

  async click(): Promise<void> {
    await pointAt(this.page, '#call');
    await rest(this.hoverMs);
    await press(this.page);
  }

  async clicked(): Promise<TimedClick> {
    return clickOf(this.page);
  }

  async hangUp(): Promise<void> {
    await this.page.evaluate(() => globalThis.hangUpPeer());
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

function bundle(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'peers', file)],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });

  return outputFiles[0]?.text ?? '';
}

function pageWith(title: string, script: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<button id="call">Call</button><audio autoplay></audio><script>${script}</script>`;
}
