import type { Call, Remote } from '../call/call';

/** A call that waits in the phone system until somebody takes it up. */
export interface ParkedCall {
  /** That of the call it was. */
  readonly id: string;
  readonly remote: Remote;
  /** Where it waits, as far as the phone system has told us. */
  readonly place: string | null;
  readonly parkedAtMs: number;
  /** Our call that takes it up; null while none does. */
  readonly retrievedBy: string | null;
}

/** More than a person remembers; the oldest is forgotten first. */
const MOST_PARKED = 8;

/**
 * The parked calls after one of our calls has changed: one more when that was parked, one less when
 * it has taken one up.
 */
export function parkedAfter(
  parked: readonly ParkedCall[],
  call: Call,
  nowMs: number,
): readonly ParkedCall[] {
  if (isParked(call) && !parked.some(({ id }) => id === call.id)) {
    const { id, remote, service } = call;
    const place = service?.place ?? null;

    return [...parked, { id, remote, place, parkedAtMs: nowMs, retrievedBy: null }].slice(
      -MOST_PARKED,
    );
  }
  if (!parked.some(({ retrievedBy }) => retrievedBy === call.id)) {
    return parked;
  }
  if (call.establishedAtMs !== null) {
    return parked.filter(({ retrievedBy }) => retrievedBy !== call.id);
  }

  // Nobody was there, or somebody else was faster: the user may try again.
  return call.state === 'terminated'
    ? parked.map((one) => (one.retrievedBy === call.id ? { ...one, retrievedBy: null } : one))
    : parked;
}

/**
 * True for a call that has left us for a parking place. Digits are answered by nobody: such a call
 * is parked when it ends, and it ends by itself.
 */
function isParked({ state, service, end }: Call): boolean {
  return (
    state === 'terminated' &&
    service?.name === 'park' &&
    (service.state === 'done' || (service.state === 'asked' && end?.cause === 'remote-bye'))
  );
}
