import type { Page } from 'puppeteer';
import { untilCallable } from './support/card';
import { ExtensionBrowser } from './support/extension-browser';
import { AWKWARD_PAGES } from './support/awkward-pages';
import { launchBrowser } from './support/launch-browser';
import { PageServer } from './support/page-server';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';

/** What a page can see of itself. */
interface Seen {
  readonly html: string;
  readonly isSameNodes: boolean;
  readonly records: number;
  readonly sheets: number;
  readonly errors: readonly string[];
}

let offhook: ExtensionBrowser;
let bare: Browser;
let pages: PageServer;

beforeAll(async () => {
  offhook = await ExtensionBrowser.launch();
  bare = await launchBrowser(emptyExtension(), 'none', {});
  pages = await PageServer.start();
});
afterAll(async () => {
  await pages.close();
  await bare.close();
  await offhook.close();
});
afterEach(async () => {
  await offhook.closeVisiblePages();
  expect(offhook.complaints).toEqual([]);
});

it.each(AWKWARD_PAGES)('$name is to itself what it is without Offhook', async (sample) => {
  const address = pages.add(sample.html, sample.headers);
  const [without, within] = [await bare.newPage(), await offhook.browser.newPage()];

  const before = await look(without, address, false);
  const after = await look(within, address, sample.isMarked ?? true);
  await without.close();

  expect(after).toEqual(before);
  expect(after.isSameNodes).toBe(true);
  expect(after.records).toBe(0);
  expect(after.errors).toEqual([]);
});

it.each(AWKWARD_PAGES.filter(({ isMarked, selector }) => isMarked !== false && selector !== null))(
  'a number on $name has a card and is asked to be called',
  async (sample) => {
    const page = await offhook.browser.newPage();

    await page.goto(pages.add(sample.html, sample.headers));
    await untilMarked(page);

    const number = await page.waitForSelector(sample.selector ?? 'body');

    await number?.hover();

    // The card is the one thing in the page while the pointer rests, and no page sees into it.
    const card = await page.waitForSelector(':root > [popover]');

    await untilCallable(page);
    await number?.click();
    // Nobody has set an account up: another card says so, once the worker was asked to dial.
    await page.waitForFunction(
      (first) => {
        const shown = document.documentElement.lastElementChild;

        return shown?.matches('[popover]') === true && shown !== first;
      },
      { polling: 50 },
      card,
    );

    expect(await card?.evaluate(({ isConnected }) => isConnected)).toBe(false);
  },
);

async function look(page: Page, address: string, isMarked: boolean): Promise<Seen> {
  const errors: string[] = [];

  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address);

  // Before Offhook has begun on what comes next: the page watches itself from here on.
  await page.evaluate(() => {
    const all: Node[] = [];
    const records: MutationRecord[] = [];

    // With loops only: the page may have taken the array's own methods.
    for (const element of document.querySelectorAll('*')) {
      all.push(...element.childNodes);
    }

    new MutationObserver((found) => records.push(...found)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(globalThis, { all, records });
  });
  if (isMarked) {
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
  }

  const seen = await page.evaluate(() => {
    const { all, records } = globalThis as unknown as {
      all: readonly Node[];
      records: readonly unknown[];
    };
    const now: Node[] = [];

    for (const element of document.querySelectorAll('*')) {
      now.push(...element.childNodes);
    }

    return {
      html: document.documentElement.outerHTML,
      isSameNodes: now.length === all.length && now.every((node, index) => node === all[index]),
      records: records.length,
      sheets: document.styleSheets.length,
    };
  });

  return { ...seen, errors };
}

async function untilMarked(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
}

/** A browser like ours in everything, but for what its extension does. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-none-'));

  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'None', version: '1' }),
  );

  return folder;
}
