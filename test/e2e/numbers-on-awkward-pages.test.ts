import type { ElementHandle, Frame, Page } from 'puppeteer';
import { AWKWARD_NUMBER, AWKWARD_PAGES, serve } from './support/awkward-pages';
import { callByCard, cardOf, untilMarked } from './support/card';
import { useCallBed } from './support/call-story';
import { PageServer } from './support/page-server';
import { listenToErrors, takeSteps } from './support/page-view';

const open = useCallBed();
let pages: PageServer;

beforeAll(async () => {
  pages = await PageServer.start();
});
afterAll(async () => {
  await pages.close();
});

it.each(AWKWARD_PAGES)('a number on $name is called from its card', async (sample) => {
  const { browser, pbx } = open();
  const page = await browser.openPage(serve(pages, sample));
  const errors = listenToErrors(page);
  const frame = frameAt(page, sample.frame);

  await untilMarked(frame);
  await takeSteps(page);
  await untilMarked(frame);
  await callByCard(await numberIn(frame, sample.selector), frame);

  expect((await pbx.nextCall()).invite.ruri?.user).toBe(AWKWARD_NUMBER.replaceAll(' ', ''));
  expect(errors).toEqual([]);
});

it('takes the card away with the pointer, and leaves nothing behind', async () => {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><p>Call <span id="number">${AWKWARD_NUMBER}</span></p><p style="margin-top:300px" id="else">Else</p>`,
  );
  const frame = page.mainFrame();
  const html = () => page.evaluate(() => document.documentElement.outerHTML);
  const before = await html();

  await untilMarked(frame);
  await cardOf(await numberIn(frame, '#number'), frame);
  await page.hover('#else');
  await page.waitForSelector(':root > [popover]', { hidden: true });

  expect(await html()).toBe(before);
});

it.each([
  [
    'in text that cannot be selected',
    `<p style="user-select:none">Call <span id="number">${AWKWARD_NUMBER}</span></p>`,
    '#number',
  ],
  [
    'in a page at 200 %',
    `<style>:root { zoom: 2 }</style><p>Call <span id="number">${AWKWARD_NUMBER}</span></p>`,
    '#number',
  ],
  [
    'in a page that shows another route now',
    `<main><p>Home</p></main><script>
      addEventListener('load', () => setTimeout(() => {
        history.pushState({}, '', '/team');
        document.querySelector('main').innerHTML = '<p>Call <span id="number">${AWKWARD_NUMBER}</span></p>';
      }, 300));
    </script>`,
    '#number',
  ],
])('a number %s is called from its card', async (_where, body, selector) => {
  const { browser, pbx } = open();
  const page = await browser.openPage(`<!doctype html><html lang="de-DE"><body>${body}`);
  const frame = page.mainFrame();

  await untilMarked(frame);
  await callByCard(await numberIn(frame, selector), frame);

  expect((await pbx.nextCall()).invite.ruri?.user).toBe(AWKWARD_NUMBER.replaceAll(' ', ''));
});

it.each([
  ['of another site', (address: string) => `<iframe src="${address}"></iframe>`],
  [
    'without an address',
    () =>
      `<iframe srcdoc='<html lang="de-DE"><p>Call <span id="number">${AWKWARD_NUMBER}'></iframe>`,
  ],
  [
    'that a script wrote',
    () => `<iframe></iframe><script>
      const { contentDocument } = document.querySelector('iframe');
      contentDocument.body.innerHTML = '<p>Call <span id="number">${AWKWARD_NUMBER}</span></p>';
    </script>`,
  ],
])('a number in a frame %s is called from its card', async (_which, frameOf) => {
  const { browser, pbx } = open();
  // localhost and 127.0.0.1 are two sites.
  const inner = pages
    .add(`<!doctype html><html lang="de-DE"><p>Call <span id="number">${AWKWARD_NUMBER}</span></p>`)
    .replace('127.0.0.1', 'localhost');
  const page = await browser.openPage(
    `<!doctype html><html lang="de-DE"><body>${frameOf(inner)}</body></html>`,
  );
  const frame = frameAt(page, 0);

  await untilMarked(frame);
  await callByCard(await numberIn(frame, '#number'), frame);

  expect((await pbx.nextCall()).invite.ruri?.user).toBe(AWKWARD_NUMBER.replaceAll(' ', ''));
});

it('leaves frames alone that have no site of their own', async () => {
  const inner = `<html lang="de-DE"><p>Call ${AWKWARD_NUMBER}</p>`;
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><body>
      <iframe sandbox="allow-scripts" srcdoc='${inner}'></iframe><iframe srcdoc='${inner}'></iframe>`,
  );

  // The second began later: the first has had its time.
  await untilMarked(frameAt(page, 1));

  expect(await frameAt(page, 0).evaluate(() => CSS.highlights.size)).toBe(0);
});

it('prints a page without its marks', async () => {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><p>Call <span id="number">${AWKWARD_NUMBER}</span></p>`,
  );

  await untilMarked(page.mainFrame());

  const marked = [await pictureOf(page, 'screen'), await pictureOf(page, 'print')];

  await page.evaluate(() => {
    CSS.highlights.clear();
  });

  const [screen, print] = [await pictureOf(page, 'screen'), await pictureOf(page, 'print')];

  expect(marked[0] === screen).toBe(false);
  expect(marked[1] === print).toBe(true);
});

async function pictureOf(page: Page, medium: 'screen' | 'print'): Promise<string> {
  await page.emulateMediaType(medium);

  return page.screenshot({ encoding: 'base64' });
}

function frameAt(page: Page, index: number | undefined): Frame {
  const frame = index === undefined ? page.mainFrame() : page.mainFrame().childFrames()[index];

  if (frame === undefined) {
    throw new Error(`There is no frame ${String(index)}.`);
  }

  return frame;
}

async function numberIn(frame: Frame, selector: string): Promise<ElementHandle> {
  const number = await frame.waitForSelector(selector);

  if (number === null) {
    throw new Error(`There is no ${selector}.`);
  }

  return number;
}
