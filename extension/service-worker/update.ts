import browser from 'webextension-polyfill';
import { phone } from './phone-client';

/**
 * When Chrome first said that a new version is ready. Kept until the extension or the browser
 * restarts, which installs the version, and no longer.
 */
const SINCE_KEY = 'updateSinceMs';

/**
 * Starts listening for new versions. Chrome installs one when no document of the extension is
 * open, and the phone's always is: so when, is ours to say.
 */
export function listenToUpdates(): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void park();
  });
}

/** Tells the phone of a version that waits: its document may be a new one. */
export async function tellOfUpdate(): Promise<void> {
  const sinceMs = await waitsSinceMs();

  if (sinceMs !== null) {
    await phone('updateWaits', { sinceMs });
  }
}

async function park(): Promise<void> {
  // A yet newer version, in the place of the one that waits, has not waited any shorter.
  await browser.storage.session.set({ [SINCE_KEY]: (await waitsSinceMs()) ?? Date.now() });
  await tellOfUpdate();
}

async function waitsSinceMs(): Promise<number | null> {
  const { [SINCE_KEY]: sinceMs } = await browser.storage.session.get(SINCE_KEY);

  return typeof sinceMs === 'number' ? sinceMs : null;
}
