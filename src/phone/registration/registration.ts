import type { SipResponse } from '../../call/call';

/** Why the phone is not registered, as far as the network told. */
export type RegistrationFailureCode =
  | 'no-connection'
  | 'no-answer'
  | 'wrong-password'
  | 'forbidden'
  | 'unknown-account'
  | 'server-trouble'
  | 'too-many-phones'
  | 'refused';

/** A failed attempt to register: what the user is told, and the response behind it. */
export interface RegistrationFailure {
  readonly code: RegistrationFailureCode;
  readonly response: SipResponse | null;
  /** When the server wants to be asked again, in seconds, where it says so (RFC 3261 §20.33). */
  readonly retryAfterS?: number;
}

/** Whether calls can reach this phone now (RFC 3261 §10). */
export type Registration =
  | { readonly state: 'unregistered' }
  | {
      readonly state: 'registering';
      /** Why the attempt before came to nothing, where there was one. */
      readonly lastFailure?: RegistrationFailure;
    }
  | {
      readonly state: 'registered';
      readonly expiresAtMs: number;
      /** Where: one of the account's servers. */
      readonly server: string;
      /** Another one is preferred, and could not be reached. */
      readonly isBackup: boolean;
    }
  | {
      readonly state: 'failed';
      readonly failure: RegistrationFailure;
      /** When the next attempt starts, epoch milliseconds; null when only the user can mend it. */
      readonly retryAtMs: number | null;
    };

/**
 * The meaning of a final response to REGISTER (RFC 3261 §10.3).
 */
export function failureOfResponse(
  response: SipResponse,
  retryAfterS: number | null = null,
): RegistrationFailure {
  return {
    code: codeOf(response),
    response,
    ...(retryAfterS === null ? {} : { retryAfterS }),
  };
}

/** RingCentral says 603 Too Many Contacts, Kamailio 503 Too many registered contacts. */
const TOO_MANY =
  /\b(?:too many|max(?:imum)?)\b.*\b(?:contact|registration|binding|device|phone|instance|endpoint)/i;

function codeOf({ statusCode, reasonPhrase }: SipResponse): RegistrationFailureCode {
  if (TOO_MANY.test(reasonPhrase)) {
    return 'too-many-phones';
  }
  switch (statusCode) {
    // SIP.js answered the challenge already: a second one means the credentials were refused.
    case 401:
    case 407:
      return 'wrong-password';
    case 403:
      return 'forbidden';
    case 404:
      return 'unknown-account';
    case 408:
      return 'no-answer';
    default:
      return statusCode >= 500 && statusCode < 600 ? 'server-trouble' : 'refused';
  }
}

/** A server that says less than this is broken or hostile: it would make us a REGISTER storm. */
const SHORTEST_EXPIRY_S = 10;
/** A binding this old is stale behind any NAT, and setTimeout overflows past 24.8 days. */
const LONGEST_EXPIRY_S = 3600;

/** The lifetime of a binding that we believe, in seconds, whatever the server's 200 said. */
export function expiryFor(grantedS: number | null, requestedS: number): number {
  const believed = grantedS !== null && Number.isFinite(grantedS) ? grantedS : requestedS;

  return Math.min(Math.max(believed, SHORTEST_EXPIRY_S), LONGEST_EXPIRY_S);
}

/**
 * When to refresh a binding: at a random 70 to 90 % of its life, so that a thousand phones that
 * registered together do not come back together.
 */
export function refreshDelayMs(expiresS: number, random: number): number {
  return Math.round(expiresS * 1000 * (0.7 + 0.2 * random));
}

/** RFC 5626 §4.5, where it is 30 s and, at most, half an hour: but a phone must be reachable. */
const REFUSED_BASE_MS = 30_000;
const REFUSED_MOST_MS = 300_000;
/** A server that asks for more time than this is forgotten by its users sooner than it says. */
const LONGEST_RETRY_AFTER_S = 600;
const LONGEST_WAIT_MS = 30_000;

/**
 * How long to wait after so many failures in a row before this one: 0 to 0.5 s, then 1, 2, 4 ...
 * 30 s, each 50 to 100 % of it at random. A server that answered is up, and asking it again at
 * once is hammering: RFC 5626's times, or its own. Null where trying again cannot help and a wrong
 * password would lock the account; `hasWorked` says that the account was registered before, so
 * that it is rather the server which has lost its mind.
 */
export function retryDelayMs(
  failure: RegistrationFailure,
  failures: number,
  random: number,
  hasWorked = false,
): number | null {
  if (needsUser(failure.code, hasWorked)) {
    return null;
  }
  if (failure.response === null) {
    return unansweredDelayMs(failures, random);
  }
  if (failure.retryAfterS !== undefined) {
    const toldMs = Math.min(failure.retryAfterS, LONGEST_RETRY_AFTER_S) * 1000;

    // A little more by chance: a thousand others were told the same.
    return Math.max(Math.round(toldMs * (1 + 0.2 * random)), unansweredDelayMs(failures, random));
  }
  const ceilingMs = Math.min(REFUSED_BASE_MS * 2 ** (failures + 1), REFUSED_MOST_MS);

  return Math.round(ceilingMs * (0.5 + 0.5 * random));
}

function needsUser(code: RegistrationFailureCode, hasWorked: boolean): boolean {
  switch (code) {
    case 'wrong-password':
      return true;
    case 'forbidden':
    case 'unknown-account':
      return !hasWorked;
    default:
      return false;
  }
}

function unansweredDelayMs(failures: number, random: number): number {
  if (failures === 0) {
    return Math.round(500 * random);
  }
  const ceilingMs = Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT_MS);

  return Math.round(ceilingMs * (0.5 + 0.5 * random));
}
