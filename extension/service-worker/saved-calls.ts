import browser from 'webextension-polyfill';
import type { SavedPhone } from '../../src/phone/recovery/saved-calls';
import { parseSavedPhone } from '../../src/phone/recovery/stored-calls';
import { readStored } from '../browser/storage';

/**
 * In memory, as long as the browser runs and the extension is not loaded anew; content scripts
 * can't read it. The phone's document has no storage of its own that forgets.
 */
const KEY = 'savedPhone';

/** Keeps what the next phone has to know if this one is gone all of a sudden. */
export async function saveCalls(saved: SavedPhone | null): Promise<void> {
  await (saved === null
    ? browser.storage.session.remove(KEY)
    : browser.storage.session.set({ [KEY]: saved }));
}

/** What the phone before has left. A call that is in the log has ended since that was written. */
export async function savedCalls(): Promise<SavedPhone | null> {
  const [{ [KEY]: stored }, { history }] = await Promise.all([
    browser.storage.session.get(KEY),
    readStored(),
  ]);
  const saved = parseSavedPhone(stored);

  return (
    saved && {
      ...saved,
      calls: saved.calls.filter((call) => !history.some(({ id }) => id === call.id)),
    }
  );
}
