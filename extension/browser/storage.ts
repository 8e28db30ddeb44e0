import browser from 'webextension-polyfill';
import type { Account } from '../../src/account/account';
import { parseSettings, type Settings } from '../../src/account/settings';
import type { HistoryEntry } from '../../src/history/entry';

/** Everything Offhook keeps in this browser. */
export interface Stored {
  readonly account: Account | null;
  readonly settings: Settings;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** When the user last looked at the missed calls, epoch milliseconds. */
  readonly missedSeenAtMs: number;
}

/** What is stored now, with defaults where nothing is. */
export async function readStored(): Promise<Stored> {
  const found = await browser.storage.local.get([
    'account',
    'settings',
    'history',
    'missedSeenAtMs',
  ]);

  // Written by `writeStored` alone: content scripts have no access (see `guardStorage`).
  return {
    account: (found.account as Account | undefined) ?? null,
    settings: parseSettings(found.settings),
    history: (found.history as HistoryEntry[] | undefined) ?? [],
    missedSeenAtMs: (found.missedSeenAtMs as number | undefined) ?? 0,
  };
}

export async function writeStored(change: Partial<Stored>): Promise<void> {
  await browser.storage.local.set(change);
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
