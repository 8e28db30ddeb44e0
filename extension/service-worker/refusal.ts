import type { FailureCode } from '../../src/protocol/envelope';
import type { WordKey } from '../browser/words';

/** The sentence that tells the user why a request was refused. */
export const REFUSAL_WORDS: Record<FailureCode, WordKey> = {
  'invalid-request': 'refusedInvalidRequest',
  'not-allowed': 'refusedNotAllowed',
  'invalid-state': 'refusedInvalidState',
  'invalid-target': 'refusedInvalidTarget',
  'no-account': 'refusedNoAccount',
  'not-registered': 'refusedNotRegistered',
  'microphone-denied': 'refusedMicrophoneDenied',
  'too-many-calls': 'refusedTooManyCalls',
  'too-fast': 'refusedTooFast',
  internal: 'refusedInternal',
};
