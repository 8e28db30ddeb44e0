import type { Call } from './call';

/** Whose voice does not get through to the other: ours, theirs, or neither. */
export type LostSound = 'ours' | 'theirs' | 'both';

/** The call with what the watch over its sound says now. */
export function withLostSound(call: Call, lostSound: LostSound | null, asks: boolean): Call {
  const isMissed = lostSound === 'theirs' || lostSound === 'both';
  const asksToHangUp = asks || (call.asksToHangUp && isMissed);
  const isSame = lostSound === call.lostSound && asksToHangUp === call.asksToHangUp;

  return isSame || call.state !== 'established' ? call : { ...call, lostSound, asksToHangUp };
}

/** Whose voice the user is to be told is lost: what was stopped by hand is not missing. */
export function toldLostSound({ lostSound, state, hold, muted }: Call): LostSound | null {
  if (lostSound === null || state !== 'established' || hold.local || hold.remote) {
    return null;
  }
  if (muted) {
    return lostSound === 'ours' ? null : 'theirs';
  }

  return lostSound;
}
