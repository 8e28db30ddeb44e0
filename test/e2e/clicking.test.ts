import { clickWhenMarked, NUMBERS, useCallBed } from './support/call-story';
import { clickOnNumber } from './support/card';

const open = useCallBed();

/** The one user part that was called. */
async function called(): Promise<string> {
  const call = await open().pbx.nextCall();

  return call.invite.ruri?.user ?? '';
}

it('calls a tel: link on a real click, and does not leave the page', async () => {
  const bed = open();
  const page = await bed.browser.openPage(
    '<!doctype html><title>Link</title><a id="number" href="tel:+49-30-23125101">Call Berlin</a>',
  );
  const address = page.url();

  await clickOnNumber(page, '#number');

  expect(await called()).toBe('+493023125101');
  expect(page.url()).toBe(address);
});

it('leaves a click alone that no user made', async () => {
  const bed = open();
  const page = await bed.browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Trap</title><p id="number">${NUMBERS.tone}</p>`,
  );

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
  await page.$eval('#number', (number) => {
    (number as HTMLElement).click();
    number.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  });
  // A round trip through everything a click would go through.
  await bed.browser.control.ask('worker', 'pageSettings');
  await bed.browser.control.ask('phone', 'snapshot');

  expect((await bed.browser.snapshot()).calls).toEqual([]);
});

it('changes nothing in the page', async () => {
  const bed = open();
  const page = await bed.browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Team</title><p>Call <b>us</b>: ${NUMBERS.tone}.</p>`,
  );
  const html = () => page.evaluate(() => document.documentElement.outerHTML);
  const before = await html();

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });

  expect(await html()).toBe(before);
});

it('calls a number that came into the page later', async () => {
  const bed = open();
  const page = await bed.browser.openPage('<!doctype html><html lang="de-DE"><title>App</title>');

  await page.evaluate((number) => {
    document.body.innerHTML = `<p>Phone: <span id="number">${number}</span></p>`;
  }, NUMBERS.tone);
  await clickWhenMarked(page, '#number');

  expect(await called()).toBe('+493023125101');
});

it('calls what is selected, from the context menu', async () => {
  const bed = open();

  await bed.browser.chooseMenuItem({
    menuItemId: 'call-selection',
    selectionText: NUMBERS.tone,
  });

  expect(await called()).toBe('+493023125101');
});

it('says why it does not call what is no number', async () => {
  const bed = open();

  await bed.browser.chooseMenuItem({
    menuItemId: 'call-selection',
    selectionText: 'the whole team',
  });
  await bed.browser.untilNotifications('the reason', (ids) => ids.includes('dial-refused'));

  expect((await bed.browser.snapshot()).calls).toEqual([]);
});
