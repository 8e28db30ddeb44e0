import type { Page } from 'puppeteer';
import { NUMBERS, useCallBed } from './support/call-story';

const open = useCallBed();

const marks = (page: Page, wanted: 'some' | 'none') =>
  page.waitForFunction(
    (what) => [...CSS.highlights.values()].some(({ size }) => size > 0) === (what === 'some'),
    { polling: 50 },
    wanted,
  );

it('is made in the popup, and the page follows at once', async () => {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Team</title><p id="number">${NUMBERS.tone}</p>`,
  );
  const host = new URL(page.url()).hostname;

  await marks(page, 'some');

  const popup = await open().browser.openPopupOver(page);

  await popup.waitForSelector('.site-choice summary');
  expect(await popup.$eval('.site-choice bdi', (name) => name.textContent)).toBe(host);

  await popup.click('.site-choice summary');
  await popup.select('.site-fields select', 'off');
  await marks(page, 'none');

  const { settings } = await open().browser.control.stored();

  expect(settings).toMatchObject({ sites: [{ host, mode: 'off', country: null }] });

  await popup.select('.site-fields select', '');
  await marks(page, 'some');
});
