import type { Call, CallDirection, Remote } from '../call/call';
import { outcomeOf, type CallOutcome } from '../call/outcome';

/** One finished call, as the call log keeps it. */
export interface HistoryEntry {
  /** The id of the call. */
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Remote;
  readonly startedAtMs: number;
  /** How long the two talked; 0 when nobody answered. */
  readonly durationMs: number;
  readonly outcome: CallOutcome;
}

/** Storage has a quota, and nobody scrolls back further. */
const MOST_ENTRIES = 200;

/** The log entry of an ended call; null while the call lives. */
export function entryFor(call: Call): HistoryEntry | null {
  const outcome = outcomeOf(call);

  if (outcome === null) {
    return null;
  }

  return {
    id: call.id,
    direction: call.direction,
    remote: call.firstRemote,
    startedAtMs: call.startedAtMs,
    durationMs: talkedForMs(call),
    outcome,
  };
}

/**
 * The log with one more call, newest first. The same call twice changes nothing: the worker hears
 * of every end more than once, and is restarted in between.
 */
export function withEntry(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): readonly HistoryEntry[] {
  if (history.some(({ id }) => id === entry.id)) {
    return history;
  }

  return newestFirst([entry, ...history]);
}

/** How many calls were missed since the user last looked. */
export function missedSince(history: readonly HistoryEntry[], seenAtMs: number): number {
  return history.filter((entry) => isMissed(entry) && entry.startedAtMs > seenAtMs).length;
}

/** True for a call that rang here and that nobody took anywhere. */
export function isMissed({ outcome }: HistoryEntry): boolean {
  return outcome === 'missed';
}

/** The entries the log keeps, the latest first. */
export function newestFirst(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return [...entries].sort((a, b) => b.startedAtMs - a.startedAtMs).slice(0, MOST_ENTRIES);
}

function talkedForMs({ establishedAtMs, endedAtMs }: Call): number {
  // The clock of the machine may be set back during a call.
  return establishedAtMs === null
    ? 0
    : Math.max((endedAtMs ?? establishedAtMs) - establishedAtMs, 0);
}
