import { isLive, isRingingIn, type Call } from '../call/call';
import type { Told } from './conference';

/** What the user asks of the phone about several of its calls. */
export type SeveralCommand =
  /** Puts a call on hold and asks somebody about it. */
  | { readonly type: 'consult'; readonly callId: string; readonly target: string }
  /** Connects whom a consult is about with who was asked, whether or not he has answered. */
  | { readonly type: 'connect'; readonly withCallId: string }
  /** Holds whom the user talks to, and then goes on with this one. */
  | { readonly type: 'swap'; readonly callId: string }
  | { readonly type: 'hold-all' }
  | { readonly type: 'hang-up-all' };

/** What each call is told when all are put on hold. */
export function heldAll(calls: readonly Call[]): readonly Told[] {
  return calls
    .filter((call) => isTalking(call) && call.hold.requested === null)
    .map(({ id }) => ({ callId: id, command: { type: 'hold', on: true } }));
}

/** What each call is told when all end; one that rings here is no call of the user's yet. */
export function hungUpAll(calls: readonly Call[]): readonly Told[] {
  return calls
    .filter((call) => isLive(call) && call.state !== 'terminating' && !isRingingIn(call))
    .map(({ id }) => ({ callId: id, command: { type: 'hang-up' } }));
}

/**
 * ```txt
 * holding ──all held──► resuming ──goes on──► done
 *    └── one can't be held        └── refused, or gone: back to whom the user talked to
 * ```
 */
export interface Swap {
  readonly from: readonly string[];
  readonly to: string;
  readonly phase: 'holding' | 'resuming';
}

/** A swap at its beginning; null where this call can't be taken up now. */
export function newSwap(to: string, calls: readonly Call[]): Swap | null {
  const wanted = calls.find(({ id }) => id === to);

  if (wanted?.state !== 'established' || !wanted.hold.local || wanted.hold.requested !== null) {
    return null;
  }
  const from = calls.filter((call) => call.id !== to && isTalking(call)).map(({ id }) => id);

  return { from, to, phase: 'holding' };
}

/** How a swap goes on as the calls are now, and what they are told for it. */
export function afterSwap(
  swap: Swap | null,
  calls: readonly Call[],
): { readonly swap: Swap | null; readonly told: readonly Told[] } {
  const waits = { swap, told: [] };

  if (swap === null) {
    return waits;
  }
  const from = calls.filter(({ id, state }) => swap.from.includes(id) && state === 'established');
  const to = calls.find(({ id, state }) => id === swap.to && state === 'established');
  const back = { swap: null, told: from.filter(({ hold }) => hold.local).map(resume) };

  if (swap.phase === 'holding') {
    if (from.some(({ hold }) => hold.requested !== null)) {
      return waits;
    }
    if (to === undefined || from.some(({ hold }) => !hold.local)) {
      return back;
    }

    return { swap: { ...swap, phase: 'resuming' }, told: [resume(to)] };
  }
  if (to === undefined) {
    return back;
  }
  if (to.hold.requested !== null) {
    return waits;
  }

  return to.hold.local ? back : { swap: null, told: [] };
}

function resume({ id }: Call): Told {
  return { callId: id, command: { type: 'hold', on: false } };
}

function isTalking({ state, hold }: Call): boolean {
  return state === 'established' && !hold.local;
}
