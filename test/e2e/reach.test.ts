import { useCallBed } from './support/call-story';
import { until } from './support/waiting';

const open = useCallBed();

declare global {
  /** In the worker only: what it said of the computer's sleep, the last at the end. */
  var keptAwake: boolean[];
}

const AWAKE = '::-p-aria([name="Keep the computer awake during calls"])';
const BACKGROUND = '::-p-aria([name="Receive calls when no window is open"])';

async function allowed(): Promise<readonly string[]> {
  const { permissions = [] } = await open().browser.control.page.evaluate(() =>
    chrome.permissions.getAll(),
  );

  return permissions;
}

it('lets Chrome run on without a window, and takes that back', async () => {
  const page = await open().browser.openOwnPage('options.html');

  expect(await allowed()).not.toContain('background');
  await page.locator(BACKGROUND).click();
  await until('the permission', async () => (await allowed()).includes('background') || null);
  await page.waitForSelector(`#reach-title ~ .fields input:checked`);

  await page.locator(BACKGROUND).click();
  await until('it to be gone', async () => !(await allowed()).includes('background') || null);
  await page.close();
});

it('keeps the computer awake while a call is up and no longer', async () => {
  const { browser } = open();
  const page = await browser.openOwnPage('options.html');

  await page.locator(AWAKE).click();
  await until('the permission', async () => (await allowed()).includes('power') || null);
  await page.close();

  const worker = await browser.worker();
  const said = () => worker.evaluate(() => globalThis.keptAwake);

  await worker.evaluate(() => {
    globalThis.keptAwake = [];
    Object.assign(chrome.power, {
      requestKeepAwake: () => globalThis.keptAwake.push(true),
      releaseKeepAwake: () => globalThis.keptAwake.push(false),
    });
  });
  await open().dial('tone');

  const call = await open().untilCall('the answer', ({ state }) => state === 'established');

  await browser.untilAlertsSettled();
  expect((await said()).at(-1)).toBe(true);
  await open().command(call, { type: 'hang-up' });
  await open().untilEnded();
  await browser.untilAlertsSettled();

  expect((await said()).at(-1)).toBe(false);
});
