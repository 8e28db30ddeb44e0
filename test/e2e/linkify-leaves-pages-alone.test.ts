import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer';
import { AWKWARD_PAGES, serve, type AwkwardPage } from './support/awkward-pages';
import { untilMarked } from './support/card';
import { ExtensionBrowser } from './support/extension-browser';
import { launchBrowser } from './support/launch-browser';
import { PageServer } from './support/page-server';
import { only } from './support/story-bed';
import {
  beginToWatch,
  listenToErrors,
  takeSteps,
  whatIsSeen,
  type Seen,
} from './support/page-view';

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
  const address = serve(pages, sample);
  const [without, within] = [await bare.newPage(), await offhook.browser.newPage()];

  const before = await watch(without, address, () => Promise.resolve());
  const after = await watch(within, address, () => untilMarked(frameOf(within, sample)));
  await without.close();

  expect(after).toEqual(before);
  expect(after.errors).toEqual([]);
});

it('would see it if numbers were made into links', async () => {
  const sample = only(AWKWARD_PAGES.filter(({ name }) => name.startsWith('a React page')));
  const address = serve(pages, sample);
  const [without, within] = [await bare.newPage(), await bare.newPage()];

  const before = await watch(without, address, () => Promise.resolve());
  const after = await watch(within, address, async () => {
    await within.evaluate(wrapNumbers);
  });
  await without.close();
  await within.close();

  expect(after.seen).not.toEqual(before.seen);
  expect(after.seen[0]?.records).not.toEqual(before.seen[0]?.records);
  expect(after.errors.join()).toContain('Hydration failed');
});

it('marks nothing in what is edited', async () => {
  const page = await offhook.openPage(
    `<!doctype html><html lang="de-DE"><p id="number">+49 30 23125 101</p>
     <div contenteditable>+49 30 23125 102</div><textarea>+49 30 23125 103</textarea>`,
  );

  await untilMarked(page.mainFrame());

  expect(await markedTexts(page.mainFrame())).toEqual(['+49 30 23125 101']);
});

/** Has a page look at itself, from before anything is marked until it has changed twice. */
async function watch(
  page: Page,
  address: string,
  untilTouched: () => Promise<void>,
): Promise<{ seen: readonly Seen[]; errors: readonly string[] }> {
  const errors = listenToErrors(page);

  await page.goto(address);
  await beginToWatch(page);
  await untilTouched();
  await takeSteps(page);
  await untilTouched();
  await takeSteps(page);

  const seen = await whatIsSeen(page);

  return { seen, errors: [...errors, ...seen.flatMap((frame) => frame.errors)] };
}

function frameOf(page: Page, { frame }: AwkwardPage): Frame {
  return (frame === undefined ? null : page.mainFrame().childFrames()[frame]) ?? page.mainFrame();
}

async function markedTexts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(
        ({ startContainer, startOffset, endOffset }) =>
          startContainer.textContent?.slice(startOffset, endOffset) ?? '',
      ),
    ),
  );
}

/** In the page: what other linkifiers do. */
function wrapNumbers(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];

  while (walker.nextNode() !== null) {
    texts.push(walker.currentNode as Text);
  }
  for (const text of texts.filter(
    ({ data, parentElement }) => parentElement?.localName !== 'script' && /\+49[\d ]+/.test(data),
  )) {
    const link = document.createElement('a');

    link.href = 'tel:+4930';
    text.replaceWith(link);
    link.append(text);
  }
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
