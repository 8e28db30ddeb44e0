import type { SipResponse } from '../../call/call';

/** What a phone system can be asked to tell of (RFC 6665 §7.2): a mailbox, calls, or a person. */
export type EventPackage = 'message-summary' | 'dialog' | 'presence';

/** Something the phone wants to be told of, and of whom. */
export interface Watch {
  readonly event: EventPackage;
  /** As it stands on the wire. */
  readonly uri: string;
}

/** What a NOTIFY says of its subscription (RFC 6665 §4.1.3), and its news. */
export interface SubscriptionNews {
  readonly state: 'active' | 'pending' | 'terminated';
  readonly expiresInS: number | null;
  /** Why it is over, lower case; null where nobody says. */
  readonly reason: string | null;
  readonly retryAfterS: number | null;
  readonly body: string;
}

/** How a subscription came to its end, or never began. */
export type SubscriptionFailure =
  | {
      readonly type: 'refused';
      /** Null when there was no answer. */
      readonly response: SipResponse | null;
      readonly retryAfterS: number | null;
    }
  | {
      readonly type: 'terminated';
      readonly reason: string | null;
      readonly retryAfterS: number | null;
    };

/** What is asked for; phone systems grant less if they like. */
export const WANTED_SUBSCRIPTION_S = 3600;
/** Who grants less makes us ask all the time, two hundred times over. */
const SHORTEST_SUBSCRIPTION_S = 60;

/** A subscription that lived so long was well: its end says nothing of the next. */
export const LIVED_WELL_MS = 60_000;
/** A NOTIFY follows the answer at once; RFC 6665 §4.1.2.4 waits 64*T1 for it (Timer N). */
export const LONGEST_SILENCE_MS = 32_000;

/** A server that wants to be left alone for longer is asked after an hour all the same. */
const LONGEST_RETRY_S = 3600;
/** Where trying again may help at any time, it is done each five minutes at least. */
const LONGEST_SOON_MS = 300_000;
/** Where it hardly helps, it begins with half a minute. */
const SHORTEST_LATER_MS = 30_000;

/** The lifetime of a subscription that we believe, in seconds. */
export function subscriptionExpiry(grantedS: number | null): number {
  return grantedS !== null && Number.isFinite(grantedS)
    ? Math.min(Math.max(grantedS, SHORTEST_SUBSCRIPTION_S), WANTED_SUBSCRIPTION_S)
    : WANTED_SUBSCRIPTION_S;
}

/** True where who was asked knows nothing of such news, of anybody. */
export function isPackageUnknown(response: SipResponse | null): boolean {
  return response !== null && [405, 489, 501].includes(response.statusCode);
}

/**
 * True where a subscription that was to be prolonged is over by this refusal; with any other, and
 * with none, it lives until its time is up (RFC 6665 §4.1.2.2).
 */
export function endsSubscription(statusCode: number): boolean {
  return [404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604].includes(statusCode);
}

/** True where what is known still holds although nothing more will be told (RFC 6665 §4.1.3). */
export function leavesKnowledge(failure: SubscriptionFailure): boolean {
  return failure.type === 'terminated'
    ? failure.reason !== 'rejected' && failure.reason !== 'noresource'
    : failure.response === null || !isForGood(failure.response.statusCode);
}

/**
 * How long to wait before asking again, after so many failures in a row before this one; null
 * where asking again cannot help. It is never less than half a second, and doubles.
 */
export function askAgainDelayMs(
  failure: SubscriptionFailure,
  failures: number,
  random: number,
): number | null {
  const told = failure.retryAfterS;

  if (failure.type === 'terminated') {
    switch (failure.reason) {
      case 'rejected':
      case 'noresource':
      case 'invariant':
        return null;
      case 'deactivated':
      case 'timeout':
        return soonMs(failures, random); // Retry-After means nothing here (RFC 6665 §4.1.3).
      case 'probation':
      case 'giveup':
        return told === null ? laterMs(failures, random) : afterMs(told, failures, random);
      default:
        return told === null ? soonMs(failures, random) : afterMs(told, failures, random);
    }
  }
  const { response } = failure;

  if (response === null) {
    return laterMs(failures, random);
  }
  if (response.statusCode === 481) {
    return soonMs(failures, random); // The phone system was started anew: so are we.
  }
  if (isForGood(response.statusCode)) {
    return null;
  }

  return told === null ? laterMs(failures, random) : afterMs(told, failures, random);
}

/** Asked once more the answer would be the same, or the password would be tried again. */
function isForGood(statusCode: number): boolean {
  const isPassing = statusCode === 408 || statusCode === 480 || statusCode === 481;

  return statusCode === 501 || statusCode >= 600 || (statusCode < 500 && !isPassing);
}

/** 0.5 to 1 s, then 1, 2, 4 ... 300 s, each 50 to 100 % of it. */
function soonMs(failures: number, random: number): number {
  return Math.round(Math.min(1000 * 2 ** failures, LONGEST_SOON_MS) * (0.5 + 0.5 * random));
}

/** 15 to 30 s, then double, up to an hour: a phone system in trouble is not helped by two hundred of us. */
function laterMs(failures: number, random: number): number {
  const ceilingMs = Math.min(SHORTEST_LATER_MS * 2 ** failures, LONGEST_RETRY_S * 1000);

  return Math.round(ceilingMs * (0.5 + 0.5 * random));
}

/** What was told, within reason, and a little more by chance: others were told the same. */
function afterMs(toldS: number, failures: number, random: number): number {
  const ms = Math.min(toldS, LONGEST_RETRY_S) * 1000;

  return Math.round(Math.max(ms * (1 + 0.2 * random), soonMs(failures, random)));
}
