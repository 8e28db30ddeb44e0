import browser from 'webextension-polyfill';
import type { Account } from '../../src/account/account';
import { parseSettings, type Settings } from '../../src/account/settings';
import { parseStoredAccount } from '../../src/account/stored-account';
import type { HistoryEntry } from '../../src/history/entry';
import { parseHistory } from '../../src/history/stored-history';

/** Everything Offhook keeps in this browser. */
export interface Stored {
  readonly account: Account | null;
  readonly settings: Settings;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** When the user last looked at the missed calls, epoch milliseconds. */
  readonly missedSeenAtMs: number;
}

/** What is stored now, with defaults where nothing, or nothing valid, is. */
export async function readStored(): Promise<Stored> {
  const found = await browser.storage.local.get([
    'account',
    'settings',
    'history',
    'missedSeenAtMs',
  ]);

  return {
    account: parseStoredAccount(found.account),
    settings: parseSettings(found.settings),
    history: parseHistory(found.history),
    missedSeenAtMs: typeof found.missedSeenAtMs === 'number' ? found.missedSeenAtMs : 0,
  };
}

/** Stores what changed; whatever else is stored stays. */
export async function writeStored(change: Partial<Stored>): Promise<void> {
  await browser.storage.local.set(change);
}

/** Changes settings by what they are now: two changes at once, from two pages, both count. */
export async function changeSettings(change: (now: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('settings', async () => {
    const { settings } = await readStored();

    await writeStored({ settings: { ...settings, ...change(settings) } });
  });
}

/** Calls back with everything stored whenever any of it changed. */
export function watchStored(onChange: (stored: Stored) => void): () => void {
  const listener = () => {
    void readStored().then(onChange);
  };

  browser.storage.local.onChanged.addListener(listener);

  return () => {
    browser.storage.local.onChanged.removeListener(listener);
  };
}

/** Keeps the account's password from content scripts, which Chrome lets read storage by default. */
export async function guardStorage(): Promise<void> {
  // Chrome only: in other browsers the polyfilled API has no such method, and no such leak.
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
