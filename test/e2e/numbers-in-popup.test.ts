import type { Page } from 'puppeteer';
import { NUMBERS, useCallBed } from './support/call-story';
import { untilCallable } from './support/card';
import { until } from './support/waiting';

const open = useCallBed();

/** Numbers at the page's top, far below, in a link and in a frame, and one of them twice. */
async function openPage(): Promise<Page> {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Team</title>
     <p>Berlin: ${NUMBERS.echo}</p><p>Call ${NUMBERS.echo} now</p>
     <iframe srcdoc="<html lang='de-DE'><p>${NUMBERS.busy}</p>"></iframe>
     <p style="margin-top:5000px">Fax: ${NUMBERS.menu}</p>
     <p>Or <a href="tel:${NUMBERS.tone.replaceAll(' ', '')}">call the front desk</a></p>`,
  );

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });

  return page;
}

async function listed(popup: Page, count: number): Promise<string[]> {
  return until(`${count} numbers in the list`, async () => {
    const texts = await popup.$$eval('.page-number-text', (all) =>
      all.map(({ textContent }) => textContent),
    );

    return texts.length === count ? texts : null;
  });
}

it('are all that the page has, each once, those far below and in frames too', async () => {
  const popup = await open().browser.openPopupOver(await openPage());

  expect(await listed(popup, 4)).toEqual([
    '+49 30 23125100',
    '+49 30 23125106',
    '+49 30 23125101',
    '+44 20 7946 0102',
  ]);
});

it('follow the page', async () => {
  const page = await openPage();
  const popup = await open().browser.openPopupOver(page);
  await listed(popup, 4);

  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('p');

    first?.replaceWith('Cologne: Tel. 0221 4710815');
    second?.remove();
  });

  await popup.waitForFunction(
    () => document.querySelector('.page-number-text')?.textContent === '+49 221 4710815',
    { polling: 50 },
  );
  expect(await listed(popup, 4)).not.toContain('+49 30 23125100');
});

it('lead to the place where they stand, and their card calls', async () => {
  const page = await openPage();
  const popup = await open().browser.openPopupOver(page);
  await listed(popup, 4);

  await popup.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.page-number-show')[1]?.click();
  });
  await untilCallable(page, /23125 106/);

  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2_000);
});
