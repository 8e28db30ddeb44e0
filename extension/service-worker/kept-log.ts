import browser from 'webextension-polyfill';
import type { EventLog } from '../../src/diagnostics/event-log';

const KEY = 'connectionLog';

/** Keeps what the phone remembers: in memory, closed to content scripts, until the browser quits. */
export async function keepLog(log: EventLog): Promise<void> {
  await browser.storage.session.set({ [KEY]: log });
}

/** What was kept; null where nothing was. Chrome empties it with every new version of ours. */
export async function keptLog(): Promise<EventLog | null> {
  const { [KEY]: log } = await browser.storage.session.get(KEY);

  return (log ?? null) as EventLog | null; // Only `keepLog` of this very version writes there.
}
