import type { RegistrationFailure } from './registration';

/** How far the phone has come in the list of its account's servers. */
export interface ServerOrder {
  /** The place of the server that is asked next, or at which the phone is registered. */
  readonly at: number;
  /** The places that this round has asked in vain. */
  readonly asked: readonly number[];
  /** Every server that this round has asked said no: it is there, and wants no more. */
  readonly areAllRefusing: boolean;
  /** Rounds in which no server was good, since the last success. */
  readonly rounds: number;
  /** Until when a server wants to be left alone, by its place: epoch milliseconds. */
  readonly closedUntilMs: Readonly<Record<number, number>>;
}

/** What follows a failed attempt. */
export interface NextAttempt {
  readonly order: ServerOrder;
  /** Another server, which has done nothing wrong yet, is asked: there is no need to wait. */
  readonly isAtOnce: boolean;
  /** What the wait is for: this failure, or that of a round in which some server said nothing. */
  readonly failure: RegistrationFailure;
  /** The server that is asked next wants to be left alone for so long. */
  readonly closedMs: number;
}

/** The beginning: nothing was tried yet, or what failed says nothing any more. */
export const FROM_THE_FIRST: ServerOrder = {
  at: 0,
  asked: [],
  areAllRefusing: true,
  rounds: 0,
  closedUntilMs: {},
};

/** Whoever wants to be left alone for longer is asked all the same: users are waiting for calls. */
const LONGEST_CLOSED_MS = 600_000;

/** As long as a server is waited for while another one may be good: 10 s to find two of them out. */
const HURRIED_MS = 4_500;
/** A slow network must not make every server look dead. */
const HURRIED_ROUNDS = 2;

/** The server has taken us: what failed on the way there is forgotten. */
export function whenRegistered({ at }: ServerOrder): ServerOrder {
  return { ...FROM_THE_FIRST, at };
}

/**
 * The connection broke while we were registered. One that was closed is made again at the same
 * server, which may only have been restarted; one that gave no sign of life is not worth a wait.
 */
export function whenLost(
  order: ServerOrder,
  count: number,
  { code }: RegistrationFailure,
): ServerOrder {
  return { ...FROM_THE_FIRST, at: code === 'no-answer' ? (order.at + 1) % count : order.at };
}

/** Who is asked after a failed attempt: round the list, and then from the first again. */
export function whenFailed(
  order: ServerOrder,
  count: number,
  failure: RegistrationFailure,
  nowMs: number,
): NextAttempt {
  const { at, rounds } = order;
  const closedUntilMs = withClosed(order, failure, nowMs);
  const closedMs = (place: number) => Math.max((closedUntilMs[place] ?? 0) - nowMs, 0);

  const after = { ...FROM_THE_FIRST, rounds: rounds + 1, closedUntilMs };

  if (!isOfThisServer(failure)) {
    return { order: { ...after, at }, isAtOnce: false, failure, closedMs: closedMs(at) };
  }
  const areAllRefusing = order.areAllRefusing && failure.response !== null;
  const places = Array.from({ length: count }, (_, step) => (at + 1 + step) % count);
  const asked = [...order.asked, at];
  const other = places.find((place) => !asked.includes(place) && closedMs(place) === 0);

  if (other !== undefined) {
    return {
      order: { ...order, at: other, asked, areAllRefusing, closedUntilMs },
      isAtOnce: true,
      failure,
      closedMs: 0,
    };
  }
  // The first of those that open soonest.
  const soonest = places
    .sort((one, another) => one - another)
    .reduce((best, place) => (closedMs(place) < closedMs(best) ? place : best));

  return {
    order: { ...after, at: soonest },
    isAtOnce: false,
    failure:
      count === 1
        ? failure
        : { code: failure.code, response: areAllRefusing ? failure.response : null },
    closedMs: closedMs(soonest),
  };
}

/** How long the server that is asked now is waited for; null for as long as usual. */
export function attemptWithinMs({ rounds }: ServerOrder, count: number): number | null {
  return count > 1 && rounds < HURRIED_ROUNDS ? HURRIED_MS : null;
}

function withClosed(
  { at, closedUntilMs }: ServerOrder,
  { retryAfterS }: RegistrationFailure,
  nowMs: number,
): ServerOrder['closedUntilMs'] {
  return retryAfterS === undefined
    ? closedUntilMs
    : { ...closedUntilMs, [at]: nowMs + Math.min(retryAfterS * 1000, LONGEST_CLOSED_MS) };
}

/** A wrong password is wrong at every server; what is down is down here only (RFC 3263 §4.3). */
function isOfThisServer({ code }: RegistrationFailure): boolean {
  return code === 'no-connection' || code === 'no-answer' || code === 'server-trouble';
}
