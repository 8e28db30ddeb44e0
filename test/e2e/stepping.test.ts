import type { Page } from 'puppeteer';
import { NUMBERS, useCallBed } from './support/call-story';
import { untilCallable } from './support/card';

const open = useCallBed();

/** What the user's key for the next or the previous number does. */
async function press(command: 'next-number' | 'previous-number'): Promise<void> {
  await open().browser.fire('commands.onCommand', command);
}

async function openPage(): Promise<Page> {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Team</title><input id="field">
     <p>Berlin: ${NUMBERS.echo}</p><p style="margin-top:3000px">Fax: ${NUMBERS.menu}</p>
     <p>Or <a href="tel:${NUMBERS.tone.replaceAll(' ', '')}">call the front desk</a></p>`,
  );

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });

  return page;
}

it('goes from number to number by key, and Enter calls the one whose card is there', async () => {
  const page = await openPage();

  await press('next-number');
  await untilCallable(page, /^\+49 30 23125 100\|Germany$/);
  await press('next-number');
  await untilCallable(page, /^\+49 30 23125 106\|Fax · Germany$/);
  const scrolledPx = await page.evaluate(() => scrollY);
  await press('next-number');
  await untilCallable(page, /^\+49 [\d ]+\|Germany$/);
  await press('previous-number');
  await untilCallable(page, /^\+49 30 23125 106\|/);
  await page.keyboard.press('Enter');

  expect((await open().pbx.nextCall()).invite.ruri?.user).toBe('+493023125106');
  expect(scrolledPx).toBeGreaterThan(1000);
});

it('gives the keyboard back at Escape', async () => {
  const page = await openPage();
  await page.focus('#field');

  await press('next-number');
  await untilCallable(page);
  await page.keyboard.press('Escape');
  await page.waitForSelector(':root > [popover]', { hidden: true });
  await page.keyboard.type('still here');

  expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe(
    'still here',
  );
});
