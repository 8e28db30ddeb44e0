import { isLive, isRingingIn, type Call } from '../call/call';
import { isTransferring } from '../call/transfer';
import type { Told } from './conference';

/** A call that the user placed to ask somebody about another one, which waits on hold meanwhile. */
export interface Consult {
  /** Whom it is about. */
  readonly callId: string;
  /** Who is asked. */
  readonly withCallId: string;
  /** It was put on hold for this, and so goes on when this comes to nothing. */
  readonly resumes: boolean;
}

/** What is left of the consults as the calls are now, and what calls are told because of it. */
export function afterConsults(
  consults: readonly Consult[],
  calls: readonly Call[],
): { readonly consults: readonly Consult[]; readonly told: readonly Told[] } {
  const over = consults.filter((consult) => isOver(consult, calls));

  return {
    consults: over.length === 0 ? consults : consults.filter((consult) => !over.includes(consult)),
    told: [...goneOn(calls), ...over.flatMap((consult) => resumed(consult, calls))],
  };
}

/** While a transfer is under way nobody knows yet whether the user goes on with whom was held. */
function isOver({ callId, withCallId }: Consult, calls: readonly Call[]): boolean {
  const about = calls.find(({ id }) => id === callId);

  if (about?.state !== 'established') {
    return true;
  }

  return !isLiveCall(withCallId, calls) && !isTransferring(about) && about.hold.requested === null;
}

function resumed({ callId, resumes }: Consult, calls: readonly Call[]): readonly Told[] {
  const about = calls.find(({ id }) => id === callId);
  const isBusy = calls.some((call) => call.id !== callId && isTalking(call));

  return resumes && !isBusy && about?.state === 'established' && about.hold.local
    ? [{ callId, command: { type: 'hold', on: false } }]
    : [];
}

/**
 * The two talk with each other now: their calls to us are over. Who was replaced says goodbye
 * first as a rule (RFC 3891 §3), but some never do.
 */
function goneOn(calls: readonly Call[]): readonly Told[] {
  return calls
    .flatMap(({ transfer }) => (transfer?.state === 'done' ? [transfer.callId] : []))
    .flatMap((callId) =>
      calls.some(({ id, state }) => id === callId && state === 'established') && callId !== null
        ? [{ callId, command: { type: 'hang-up' } } as const]
        : [],
    );
}

function isTalking(call: Call): boolean {
  return isLive(call) && !isRingingIn(call) && call.state !== 'terminating' && !call.hold.local;
}

function isLiveCall(callId: string, calls: readonly Call[]): boolean {
  return calls.some((call) => call.id === callId && isLive(call));
}
