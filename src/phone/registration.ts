import type { SipResponse } from '../call/call';

/** Why the phone is not registered, as far as the network told. */
export type RegistrationFailureCode =
  | 'no-connection'
  | 'no-answer'
  | 'wrong-password'
  | 'forbidden'
  | 'unknown-account'
  | 'server-trouble'
  | 'refused';

/** A failed attempt to register: what the user is told, and the response behind it. */
export interface RegistrationFailure {
  readonly code: RegistrationFailureCode;
  readonly response: SipResponse | null;
}

/** Whether calls can reach this phone now (RFC 3261 §10). */
export type Registration =
  | { readonly state: 'unregistered' }
  | { readonly state: 'registering' }
  | { readonly state: 'registered'; readonly expiresAtMs: number }
  | {
      readonly state: 'failed';
      readonly failure: RegistrationFailure;
      /** When the next attempt starts, epoch milliseconds; null when only the user can mend it. */
      readonly retryAtMs: number | null;
    };

/**
 * The meaning of a final response to REGISTER (RFC 3261 §10.3).
 */
export function failureOfResponse(response: SipResponse): RegistrationFailure {
  return { code: codeOf(response.statusCode), response };
}

function codeOf(statusCode: number): RegistrationFailureCode {
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

/**
 * How long to wait before attempt number `attempt` (0 is the first retry): 0 to 0.5 s, then
 * 1, 2, 4 ... 30 s, each 50 to 100 % of it at random; null where trying again cannot help and a
 * wrong password would lock the account.
 */
export function retryDelayMs(
  failure: RegistrationFailure,
  attempt: number,
  random: number,
): number | null {
  if (
    failure.code === 'wrong-password' ||
    failure.code === 'forbidden' ||
    failure.code === 'unknown-account'
  ) {
    return null;
  }
  // A server that answered is up: asking it again at once is hammering.
  if (attempt === 0 && failure.response === null) {
    return Math.round(500 * random);
  }
  const ceilingMs = Math.min(1000 * 2 ** Math.max(attempt - 1, 0), 30_000);

  return Math.round(ceilingMs * (0.5 + 0.5 * random));
}
