import type { Call, Remote } from './call';

/** True where somebody else could be put in the other party's place: there is one, or soon will be. */
function canBeReplaced({ direction, state }: Call): boolean {
  return state === 'established' || (direction === 'outgoing' && isUnanswered(state));
}

/** The call with somebody asking for the other party's place; the user decides. */
export function withReplacementAsked(call: Call, by: Remote): Call {
  return canBeReplaced(call) ? { ...call, replacement: by } : call;
}

/** The call after the question was answered, or taken back. */
export function withoutReplacement(call: Call): Call {
  return call.replacement === null ? call : { ...call, replacement: null };
}

/**
 * The same call with somebody else at the other end (RFC 3891): its time goes on, and what was
 * under way with the one before is over.
 */
export function replaced(call: Call, by: Remote, nowMs: number): Call {
  if (call.state === 'terminating') {
    return call;
  }

  return {
    ...call,
    remote: by,
    state: 'established',
    establishedAtMs: call.establishedAtMs ?? nowMs,
    hold: { local: false, remote: false, requested: null },
    movedTo: [],
    transfer: null,
    referral: null,
    replacement: null,
  };
}

function isUnanswered(state: Call['state']): boolean {
  return state === 'calling' || state === 'ringing' || state === 'early';
}
