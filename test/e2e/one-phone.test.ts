import { useCallBed } from './support/call-story';

const open = useCallBed();

declare global {
  /** In the control page only: lets go of the phone's lock. */
  var letGo: () => void;
}

it('never registers beside another document of the profile, and does once that has gone', async () => {
  const { browser, pbx } = open();
  const { page } = browser.control;
  const { instanceId } = await browser.snapshot();
  const worker = await browser.worker();

  // One that takes its time to go, in the middle between the phone before and the next.
  await page.evaluate(() => {
    void navigator.locks.request(
      'phone',
      () => new Promise<void>((done) => (globalThis.letGo = done)),
    );
  });
  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await pbx.untilUnregistered('alice');
  await page.waitForFunction(() => 'letGo' in globalThis, { polling: 20 });
  await browser.control.ask('worker', 'ensurePhone');

  // It answers who asks whether it works; and another word of the settings makes it no phone.
  const { account, settings } = await browser.control.stored();

  void browser.control.ask('phone', 'configure', { account, settings });
  await browser.control.ask('phone', 'ping');

  expect((await browser.snapshot()).instanceId).toBe(instanceId); // The last word of the one before.
  expect(pbx.contactsOf('alice')).toEqual([]);
  expect(pbx.socketCount).toBe(0);

  await page.evaluate(() => {
    globalThis.letGo();
  });
  await browser.untilSnapshot(
    'the new phone, registered',
    (snapshot) =>
      snapshot.instanceId !== instanceId && snapshot.registration.state === 'registered',
  );

  expect(pbx.contactsOf('alice')).toHaveLength(1);
});

it('is no second phone in a tab of its page: that shows the phone', async () => {
  const { browser, pbx } = open();
  const { instanceId } = await browser.snapshot();
  const page = await browser.browser.newPage();

  await page.goto(`${browser.origin}/offscreen.html`).catch(() => null); // It goes on at once.
  await page.waitForSelector('.phone');

  expect(page.url()).toBe(`${browser.origin}/popup.html`);
  expect((await browser.snapshot()).instanceId).toBe(instanceId);
  expect(pbx.contactsOf('alice')).toHaveLength(1);
  browser.complaints.length = 0; // That it threw is what kept it from being one.
  await page.close();
});
