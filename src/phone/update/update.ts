import { isLive, type Call } from '../../call/call';

/** A new version of Offhook that waits until it disturbs nobody, as the screen shows it. */
export interface WaitingUpdate {
  readonly sinceMs: number;
  /** It has found no quiet moment for so long that the user is asked. */
  readonly asks: boolean;
}

/** Nobody calls back, or is called back, later than this after a call. */
export const QUIET_MS = 60_000;
/** An update may mend what is dangerous: it waits no longer without a word. */
export const PATIENCE_MS = 7 * 24 * 3_600_000;

/** What to do about an update now. */
export type UpdateStep =
  | { readonly type: 'restart' }
  /** A call is up: its end says when to look again. */
  | { readonly type: 'wait' }
  | { readonly type: 'look-again'; readonly inMs: number };

/** Since when no call is up; null while one is. `before` is what this said last. */
export function quietSince(
  before: number | null,
  calls: readonly Call[],
  nowMs: number,
): number | null {
  if (calls.some(isLive)) {
    return null;
  }

  // The clock of the machine may have been set back: quiet never began in the future.
  return Math.min(before ?? nowMs, nowMs);
}

/** Whether an update may be applied now, by how long it has been quiet. */
export function updateStep(quietSinceMs: number | null, nowMs: number): UpdateStep {
  if (quietSinceMs === null) {
    return { type: 'wait' };
  }
  const inMs = quietSinceMs + QUIET_MS - nowMs;

  return inMs <= 0 ? { type: 'restart' } : { type: 'look-again', inMs };
}

/** An update that waits, as it stands now. */
export function waitingUpdate(sinceMs: number, nowMs: number): WaitingUpdate {
  return { sinceMs, asks: nowMs - sinceMs >= PATIENCE_MS };
}
