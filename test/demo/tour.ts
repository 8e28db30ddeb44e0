import type { Page } from 'puppeteer';
import type { Call } from '../../src/call/call';
import { restOn } from '../e2e/support/card';
import type { ExtensionBrowser } from '../e2e/support/extension-browser';
import { until } from '../e2e/support/waiting';
import type { Pbx } from '../pbx/pbx';
import { TONE_HZ } from '../pbx/targets';
import { DIRECTORY, type EntryName } from './directory';
import type { Steps } from './steps';

/** What the visitor of the tour says, all the time. */
export const VOICE_HZ = 440;

/** Everything the tour walks through. */
export interface Stage {
  readonly browser: ExtensionBrowser;
  readonly pbx: Pbx;
  readonly directory: Page;
  readonly steps: Steps;
}

/** Shows by itself what a visitor would do by hand; throws at the first thing that does not work. */
export async function playTour(stage: Stage): Promise<void> {
  await seeTheDirectory(stage);
  await talkToTheEcho(stage);
  await pressKeys(stage);
  await meetABusyLine(stage);
  await hearBeforeTheAnswer(stage);
  await beCalledBack(stage);
  await helpAColleague(stage);
  await lookAtRecentCalls(stage);
}

async function seeTheDirectory({ directory, steps }: Stage): Promise<void> {
  await steps.step('Offhook marks the numbers on the page', () =>
    // What the page itself cannot see, the browser's list of highlights tells.
    directory.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 }),
  );
  await steps.step('The pointer rests on a number, a card offers the call', async () => {
    await directory.hover('#echo');
    await directory.waitForSelector(':popover-open');
  });
  await steps.shoot(directory, 'directory');
}

async function talkToTheEcho(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const popup = await clickNumber(stage, 'echo', 'A click on the Portland number calls it');
  const call = await pbx.nextCall();

  await steps.step('The front desk answers', () => untilCall(browser, isEstablished));
  await steps.step('It hears the visitor', () => call.audio.untilTone(VOICE_HZ));
  await steps.step('The visitor hears the echo', () => browser.untilHeard(VOICE_HZ));
  await steps.shoot(popup, 'in-a-call');
  await hangUp(stage, popup);
}

async function pressKeys(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const popup = await clickNumber(stage, 'menu', 'A click on the London number calls the menu');
  const call = await pbx.nextCall();

  await steps.step('The menu answers and listens', async () => {
    await untilCall(browser, isEstablished);
    await call.audio.untilTone(VOICE_HZ);
  });
  await steps.step('The visitor presses 1, 2, 3 on the keypad', async () => {
    await popup.click('aria/Keypad');
    for (const key of ['1', '2', '3']) {
      await popup.click(`aria/${key}`);
    }
    await call.untilDigits('123');
  });
  await steps.step('The menu says them back', () =>
    untilCall(browser, ({ dtmf }) => dtmf.received.endsWith('123')),
  );
  await steps.shoot(popup, 'keypad');
  await hangUp(stage, popup);
}

async function meetABusyLine(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const popup = await clickNumber(stage, 'busy', 'A click on the Berlin number calls it');

  await pbx.nextCall();
  await steps.step('The popup says that it is busy', () =>
    popup.waitForSelector('::-p-text(Busy)'),
  );
  await steps.shoot(popup, 'busy');
  await steps.step('The popup goes back to the dial pad', () =>
    browser.untilSnapshot('no call on screen', ({ calls }) => calls.length === 0),
  );
  await popup.close();
}

async function hearBeforeTheAnswer(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const popup = await clickNumber(stage, 'early', 'A click on the Paris number calls it');

  await pbx.nextCall();
  await steps.step('An announcement is heard before the answer', () => browser.untilHeard(700));
  await steps.step('Then the showroom answers', () => untilCall(browser, isEstablished));
  await hangUp(stage, popup);
}

async function beCalledBack(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const popup = await clickNumber(stage, 'callBack', 'A click on the Toronto link calls it');

  await pbx.nextCall();
  await steps.step('Toronto hangs up', () =>
    untilCall(browser, ({ state }) => state === 'terminated'),
  );
  await popup.close();

  const [notification = ''] = await steps.step('Toronto calls back, a notification shows', () =>
    browser.untilNotifications('the incoming call', (ids) => ids.length > 0),
  );

  await steps.step('The visitor answers from the notification', async () => {
    await browser.clickNotificationButton(notification, 0);
    await untilCall(browser, isEstablished);
  });
  await steps.step('The notification goes', () =>
    browser.untilNotifications('no notification', (ids) => ids.length === 0),
  );
  await steps.step('The visitor hears the echo', () => browser.untilHeard(VOICE_HZ));

  const again = await browser.openPopup();

  await steps.shoot(again, 'called-back');
  await hangUp(stage, again);
}

async function helpAColleague(stage: Stage): Promise<void> {
  const { browser, pbx, steps } = stage;
  const asking = await clickNumber(
    stage,
    'colleague',
    'A click on the second London number calls it',
  );

  await pbx.nextCall();
  await steps.step('It hangs up', () => untilCall(browser, ({ state }) => state === 'terminated'));
  await asking.close();

  const popup = await browser.openPopup();

  await steps.step('Erin’s phone rings, which the popup shows', () =>
    popup.waitForSelector('.colleague.ringing .button'),
  );
  await steps.shoot(popup, 'team');
  await steps.step('The visitor picks the call up', async () => {
    await popup.click('.colleague.ringing .button');
    await untilCall(browser, isEstablished);
  });

  const customer = await pbx.nextCall();

  await steps.step('The visitor hears the customer', () => browser.untilHeard(TONE_HZ));
  await steps.step('The customer hears the visitor', () => customer.audio.untilTone(VOICE_HZ));
  await hangUp(stage, popup);
}

async function lookAtRecentCalls({ browser, steps }: Stage): Promise<void> {
  const popup = await browser.openPopup();

  await steps.step('The popup lists the calls of the tour', async () => {
    await browser.untilSnapshot('no call on screen', ({ calls }) => calls.length === 0);
    await popup.waitForSelector('::-p-text(Recent)');
  });
  await steps.shoot(popup, 'recent-calls');
  await popup.close();
}

let lastClickAtMs = -Infinity;

/** Clicks on a number of the directory, and hands over the popup that opens by itself. */
async function clickNumber(
  { browser, directory, steps }: Stage,
  name: EntryName,
  words: string,
): Promise<Page> {
  // Offhook lets a page ask for one call a second, and the tour is faster than any visitor.
  await until('a second since the last click', () =>
    performance.now() - lastClickAtMs > 1_100 ? true : null,
  );

  return steps.step(`${words} (${DIRECTORY[name].written})`, async () => {
    await restOn(directory, `#${name}`);
    lastClickAtMs = performance.now();
    await directory.click(`#${name}`);
    await browser.untilSnapshot('a call to the number', ({ calls }) =>
      calls.some(({ remote }) => remote.uri.includes(DIRECTORY[name].e164)),
    );

    return browser.popup();
  });
}

async function hangUp({ browser, steps }: Stage, popup: Page): Promise<void> {
  await steps.step('The visitor hangs up', async () => {
    await popup.click('aria/Hang up');
    await untilCall(browser, ({ state }) => state === 'terminated');
  });
  await popup.close();
}

async function untilCall(browser: ExtensionBrowser, fits: (call: Call) => boolean): Promise<void> {
  await browser.untilSnapshot('the call to move on', ({ calls }) => {
    const latest = calls.at(-1);

    return latest !== undefined && fits(latest);
  });
}

function isEstablished({ state }: Call): boolean {
  return state === 'established';
}
