import browser from 'webextension-polyfill';
import { RequestFailed } from '../../src/protocol/envelope';
import { openPopup } from '../browser/pages';
import { words } from '../browser/words';
import { REFUSAL_WORDS } from '../ui/words/wording';

/**
 * The notification that says why no call was made. One is on screen at a time: the last one is the
 * one that matters.
 */
export const REFUSAL = 'dial-refused';

/**
 * Places a call for a click that has no window of ours to answer in: the popup shows the call, or
 * a notification says why there is none.
 */
export async function callAndShow(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
    await openPopup();
  } catch (error) {
    await sayNotCalled(
      words(REFUSAL_WORDS[error instanceof RequestFailed ? error.failure.code : 'internal']),
    );
  }
}

/** Says why no call was made. */
export async function sayNotCalled(why: string): Promise<void> {
  await browser.notifications.create(REFUSAL, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: words('notifyCantCallTitle'),
    message: why,
  });
}
