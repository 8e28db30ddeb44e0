import type { Page } from 'puppeteer';
import { CallBed, NUMBERS } from './support/call-story';
import { callByCard, untilMarked } from './support/card';
import { listenToErrors } from './support/page-view';

const PAGE = `<!doctype html><html lang="de-DE"><title>Team</title><p>Call <span id="number">${NUMBERS.tone}</span></p>`;
const EMPTY_PAGE = `<!doctype html><html lang="de-DE"><title>News</title><p id="text">Nobody to call.</p>`;

/** Pages that are open when the extension goes. */
interface OpenPages {
  /** With a number whose card shows. */
  readonly withCard: Page;
  /** With a number, and nobody who touches the page. */
  readonly untouched: Page;
  /** With nothing to call: only the first of our scripts runs there. */
  readonly empty: Page;
  readonly errors: () => readonly string[];
}

const html = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

async function openPages({ browser }: CallBed): Promise<OpenPages> {
  const untouched = await browser.openPage(PAGE);

  // While it is in front: a page that nobody sees is marked when somebody does.
  await untilMarked(untouched.mainFrame());

  const empty = await browser.openPage(EMPTY_PAGE);
  const withCard = await browser.openPage(PAGE);
  const errors = [untouched, empty, withCard].map(listenToErrors);

  await untilMarked(withCard.mainFrame());
  await withCard.hover('#number');
  await withCard.waitForSelector(':root > [popover]');

  return { withCard, untouched, empty, errors: () => errors.flat() };
}

/** Everything of ours goes from all of them, whoever touches them, and none says a word of it. */
async function expectClean({ withCard, untouched, empty, errors }: OpenPages): Promise<void> {
  const isUnmarked = (page: Page) =>
    page.waitForFunction(
      () => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0,
      {
        polling: 20,
        timeout: 15_000,
      },
    );

  await isUnmarked(untouched);
  await isUnmarked(withCard);
  await withCard.waitForSelector(':root > [popover]', { hidden: true });
  await withCard.hover('#number');
  await withCard.click('#number');
  await withCard.keyboard.press('Enter');

  // What comes now is not looked at, and nothing is loaded that is no longer there.
  await empty.bringToFront();
  await empty.evaluate((number) => {
    document.body.append(`Call ${number}`);
  }, NUMBERS.tone);
  await empty.hover('#text');
  await empty.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

  expect(await html(withCard)).not.toContain('popover');
  expect(await empty.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(errors()).toEqual([]);
}

it('leaves open pages when the extension is updated, and is back with each page', async () => {
  const bed = await CallBed.open();

  try {
    const pages = await openPages(bed);
    const { withCard } = pages;

    await bed.browser.reloadExtension();
    await expectClean(pages);

    await withCard.bringToFront();
    await withCard.reload();
    await untilMarked(withCard.mainFrame());
    await callByCard(await withCard.$('#number'), withCard.mainFrame());

    expect((await bed.pbx.nextCall()).invite.ruri?.user).toBe(NUMBERS.tone.replaceAll(' ', ''));
    expect(pages.errors()).toEqual([]);
  } finally {
    await bed.close();
  }
});

it.each(['disabled', 'removed'] as const)('leaves open pages when it is %s', async (how) => {
  const bed = await CallBed.open();

  try {
    const pages = await openPages(bed);

    await (how === 'removed' ? bed.browser.removeExtension() : bed.browser.disableExtension());
    await bed.pbx.untilUnregistered('alice');
    await expectClean(pages);
  } finally {
    await bed.close();
  }
});
