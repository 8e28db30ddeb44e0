import { untilMarked } from './support/card';
import { NUMBERS, useCallBed } from './support/call-story';
import { listenToErrors } from './support/page-view';
import { untilSettled } from './support/settled';

const open = useCallBed();
/** A minute of quiet, and everything around it. */
const LONG_MS = 180_000;

const PAGE = `<!doctype html><html lang="de-DE"><title>Team</title><p>Call <span id="number">${NUMBERS.tone}</span></p>`;

it(
  'waits for the end of a call and a minute of quiet, though the worker dies, and restarts',
  async () => {
    const { browser, pbx } = open();
    const page = await browser.openPage(PAGE);
    const errors = listenToErrors(page);
    const { instanceId } = await browser.snapshot();

    await untilMarked(page.mainFrame());
    const { bob, call } = await open().talk();

    await browser.fire('runtime.onUpdateAvailable', { version: '99.0.0' });
    await browser.untilSnapshot('the phone to know', ({ update }) => update !== null);
    await browser.killWorker();
    await open().untilBothHear(bob);
    await open().command(call, { type: 'hang-up' });

    const { endedAtMs } = await open().untilEnded();
    const isGoodbye = ({ text }: { readonly text: string }) =>
      text.startsWith('REGISTER') && text.includes(';expires=0');

    await browser.untilAlertsSettled();
    await browser.killWorker();
    await browser.untilRestarted({ timeoutMs: 75_000 });

    const restartedMs = Date.now() - (endedAtMs ?? 0);

    expect(restartedMs).toBeGreaterThan(60_000);
    expect(restartedMs).toBeLessThan(65_000);
    expect((await pbx.untilMessage(isGoodbye)).text).toContain(';expires=0');

    await browser.untilSnapshot(
      'a new phone, registered, with nothing to wait for',
      (now) =>
        now.instanceId !== instanceId &&
        now.registration.state === 'registered' &&
        now.update === null,
    );
    expect(pbx.contactsOf('alice')).toHaveLength(1);

    // The page that was open throughout has the old script still, which leaves without a word.
    await page.hover('#number');
    await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 20 });
    expect(errors).toEqual([]);

    const { call: next } = await open().ringAlice();
    const popup = await browser.openPopup();

    await popup.waitForSelector('aria/Answer');
    await untilSettled(popup);
    await popup.click('aria/Answer');
    await open().untilThis(next.id, 'the answer', ({ state }) => state === 'established');
  },
  LONG_MS,
);

it('asks after a week of calls, and restarts at a press in the popup', async () => {
  const { browser } = open();
  const { instanceId } = await browser.snapshot();
  const eightDaysAgoMs = Date.now() - 8 * 24 * 3_600_000;

  await open().dial('tone');
  await open().untilCall('the call', ({ state }) => state === 'established');
  await browser.control.page.evaluate(
    (updateSinceMs) => chrome.storage.session.set({ updateSinceMs }),
    eightDaysAgoMs,
  );
  await browser.fire('runtime.onUpdateAvailable', { version: '99.0.0' });
  await browser.untilNotifications('the question', (ids) =>
    ids.includes(`update:${eightDaysAgoMs}`),
  );

  const popup = await browser.openPopup();

  await popup.waitForSelector('::-p-text(Restarting now hangs up.)');
  await popup.click('aria/Restart now');
  await browser.untilRestarted();

  await browser.untilSnapshot(
    'a new phone, registered',
    (now) => now.instanceId !== instanceId && now.registration.state === 'registered',
  );
  expect((await browser.snapshot()).calls).toEqual([]);

  const bob = await open().pbx.nextCall();

  await bob.until('ended');
  expect(bob.endedBy).toBe('extension');
});
