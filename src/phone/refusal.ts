import type { Account } from '../account/account';
import { isLive } from '../call/call';
import type { PhoneSnapshot } from '../protocol/snapshot';
import type { Registration } from './registration/registration';

/** Why the phone will not place a call now. */
export type RefusalCode =
  'no-account' | 'not-registered' | 'too-many-calls' | 'nothing-to-pick-up' | 'number-not-hidden';

/** A command the phone as a whole cannot follow now; the user is told what to mend. */
export class PhoneRefusedError extends Error {
  override name = 'PhoneRefusedError';

  constructor(readonly code: RefusalCode) {
    super(`the phone refused: ${code}`);
  }
}

/** A command for a call that has ended and left the screen, or never was. */
export class UnknownCallError extends Error {
  override name = 'UnknownCallError';

  constructor(callId: string) {
    super(`there is no call ${callId}`);
  }
}

/** Now, or soon: a call that is dialled while the phone connects leaves when it has. */
function canReachServer(registration: Registration): boolean {
  switch (registration.state) {
    case 'registered':
    case 'registering':
      return true;
    case 'failed':
      return registration.retryAtMs !== null;
    case 'unregistered':
      return false;
  }
}

/** More than a person can juggle; each costs a peer connection. */
const MOST_LIVE_CALLS = 8;

/**
 * The account to place a call with.
 *
 * @throws PhoneRefusedError when no call can be placed now.
 */
export function readyAccount(account: Account | null, snapshot: PhoneSnapshot): Account {
  if (account === null) {
    throw new PhoneRefusedError('no-account');
  }
  if (!canReachServer(snapshot.registration)) {
    throw new PhoneRefusedError('not-registered');
  }
  if (snapshot.calls.filter(isLive).length >= MOST_LIVE_CALLS) {
    throw new PhoneRefusedError('too-many-calls');
  }

  return account;
}
