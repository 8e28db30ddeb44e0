import { isLive, isRingingIn, type Call } from '../../src/call/call';
import { statusOf } from '../../src/call/status';

/** The calls as the screen stacks them: the one that needs the user first, then the others. */
export interface CallsOnScreen {
  readonly main: Call | null;
  readonly others: readonly Call[];
}

/** Puts the call that needs the user most in front; among equals the one that came first. */
export function callsOnScreen(calls: readonly Call[]): CallsOnScreen {
  const [main = null, ...others] = calls
    .filter((call) => !isPartOfAnother(call, calls))
    .sort(
      (a, b) => urgency(a) - urgency(b) || latestEndFirst(a, b) || a.startedAtMs - b.startedAtMs,
    );

  return { main, others };
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
