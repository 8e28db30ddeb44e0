import browser, { type Tabs } from 'webextension-polyfill';
import { modeFor } from '../../src/account/site-mode';
import { hostOf } from '../browser/host';
import { readStored } from '../browser/storage';
import { words } from '../browser/words';
import { pageAt } from './page-client';

/** Says that a key found nothing; a later key takes it away. */
const NOTHING_FOUND = 'no-number';

/** Starts answering the keys that go from number to number. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-number' || command === 'previous-number') {
      void step(command === 'previous-number');
    }
  });
}

async function step(isBack: boolean): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });

  if (tab?.id === undefined) {
    return;
  }

  const isFound = await stepIn(tab.id, isBack);

  await (isFound ? browser.notifications.clear(NOTHING_FOUND) : sayNothingFound(tab));
}

async function stepIn(tabId: number, isBack: boolean): Promise<boolean> {
  try {
    return (await pageAt(tabId)('stepNumber', { isBack })).isFound;
  } catch {
    return false; // A store, a PDF, a page of the browser: no script of ours may be there.
  }
}

/** The page has nothing to show, so the browser says it; without a sound, for it is no call. */
async function sayNothingFound({ url }: Tabs.Tab): Promise<void> {
  const { settings } = await readStored();
  // The key lets us see the address of the tab it was pressed in (`activeTab`).
  const isOff = modeFor(hostOf(url), settings) === 'off';
  const options = {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: words(isOff ? 'stepOff' : 'stepNone'),
    message: words(isOff ? 'stepOffHelp' : 'stepNoneHelp'),
    silent: true,
  } as const;

  await browser.notifications.create(NOTHING_FOUND, options);
}
