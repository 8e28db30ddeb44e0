import { CallBed, NUMBERS } from './support/call-story';
import { callByCard, untilMarked } from './support/card';
import { listenToErrors } from './support/page-view';

const PAGE = `<!doctype html><html lang="de-DE"><title>Team</title><p>Call <span id="number">${NUMBERS.tone}</span></p>`;

it('leaves an open page when the extension is reloaded, and is back with the page', async () => {
  const bed = await CallBed.open();

  try {
    const page = await bed.browser.openPage(PAGE);
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    const errors = listenToErrors(page);

    await untilMarked(page.mainFrame());
    await bed.browser.reloadExtension();

    // What was there of the old one goes as soon as it notices: when the user wants it.
    await page.hover('#number');
    await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 20 });
    await page.waitForSelector(':root > [popover]', { hidden: true });
    await page.click('#number');

    expect(await html()).toBe(before);
    expect(errors).toEqual([]);

    await page.reload();
    await untilMarked(page.mainFrame());

    await callByCard(await page.$('#number'), page.mainFrame());

    expect((await bed.pbx.nextCall()).invite.ruri?.user).toBe(NUMBERS.tone.replaceAll(' ', ''));
    expect(errors).toEqual([]);
  } finally {
    await bed.close();
  }
});
