import { isLive, isRingingIn, type Call } from '../../../src/call/call';
import { statusOf } from '../../../src/call/status';
import { isMember, type ConferenceMember } from '../../../src/phone/conference';

/** The calls as the screen stacks them: what needs the user first, then the others. */
export interface CallsOnScreen {
  /** The call in front; null where that is the conference, or nothing. */
  readonly main: Call | null;
  /** The calls that are merged; null where there is no conference. */
  readonly conference: readonly [Call, ...Call[]] | null;
  readonly others: readonly Call[];
}

/** Puts what needs the user most in front; among equals the one that came first. */
export function callsOnScreen(
  calls: readonly Call[],
  members: readonly ConferenceMember[],
): CallsOnScreen {
  const shown = calls.filter((call) => !isPartOfAnother(call, calls));
  const [merged, ...rest] = members.flatMap(({ callId }) =>
    shown.filter(({ id }) => id === callId),
  );
  const conference = merged === undefined ? null : ([merged, ...rest] as const);
  const alone = shown
    .filter(({ id }) => !isMember(members, id))
    .sort(
      (a, b) => urgency(a) - urgency(b) || latestEndFirst(a, b) || a.startedAtMs - b.startedAtMs,
    );
  const [first] = alone;

  // Whom the user talks to stays in front of who waits; a conference on hold is one who waits.
  if (conference !== null && (first === undefined || urgencyOf(conference) <= urgency(first))) {
    return { main: null, conference: [...conference], others: alone };
  }
  const [main = null, ...others] = alone;

  return { main, conference: conference === null ? null : [...conference], others };
}

function urgencyOf(conference: readonly Call[]): number {
  return Math.min(...conference.map(urgency));
}

/** Of two calls that were connected one card tells how it ended. */
function isPartOfAnother(call: Call, calls: readonly Call[]): boolean {
  return (
    !isLive(call) &&
    calls.some(({ transfer }) => transfer?.callId === call.id && transfer.state !== 'failed')
  );
}

function urgency(call: Call): number {
  if (!isLive(call)) {
    return 5;
  }
  if (isRingingIn(call)) {
    return 0;
  }
  if (call.state === 'terminating') {
    return 4;
  }

  switch (statusOf(call)) {
    case 'held':
      return 3;
    case 'established':
    case 'held-by-remote':
      return 2;
    default:
      return 1;
  }
}

function latestEndFirst(a: Call, b: Call): number {
  return (b.endedAtMs ?? 0) - (a.endedAtMs ?? 0);
}
