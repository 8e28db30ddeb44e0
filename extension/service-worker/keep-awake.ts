import { isLive } from '../../src/call/call';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { isAllowed, startKeepingAwake, stopKeepingAwake } from '../browser/chosen-permissions';

/**
 * Keeps the computer awake while a call is up, where the user has allowed it. Said anew with each
 * report of the phone: Chrome remembers it for the extension, whichever worker said it, and a call
 * that was lost with its document is in no snapshot.
 */
export async function keepAwakeInCalls(snapshot: PhoneSnapshot | null): Promise<void> {
  if (!(await isAllowed('power'))) {
    return;
  }
  if (snapshot?.calls.some(isLive) === true) {
    startKeepingAwake();
  } else {
    stopKeepingAwake();
  }
}
