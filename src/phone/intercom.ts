import { isAnsweredCaller, type AutoAnswerRules } from '../account/auto-answer';
import { isLive, isRingingIn, type Call, type Remote } from '../call/call';
import type { PhoneSnapshot } from '../protocol/snapshot';

/** A caller's wish to be answered by itself. */
export interface IntercomWish {
  readonly afterS: number;
  /** Whether the phone system says who they are, and is believed; their own word is none. */
  readonly isVouched: boolean;
}

/** How long the user hears what is coming before the microphone opens. */
export const INTERCOM_TONE_MS = 1_200;

/**
 * In how many milliseconds a call is answered by itself; null for one that rings, as all do: the
 * user has not switched it on, not for this caller, or is busy, or it is only said who calls.
 */
export function answerDelayMs(
  remote: Remote,
  wish: IntercomWish | null,
  rules: AutoAnswerRules,
  { calls, microphone }: Pick<PhoneSnapshot, 'calls' | 'microphone'>,
): number | null {
  return rules.isOn &&
    wish?.isVouched === true &&
    isAnsweredCaller(remote.uri, rules) &&
    microphone === 'granted' &&
    !calls.some(isLive)
    ? Math.max(wish.afterS * 1_000, INTERCOM_TONE_MS)
    : null;
}

/** True for a call that is about to be answered by itself, and for nothing the user has touched. */
export function isStillAnswered(call: Call, calls: readonly Call[]): boolean {
  return (
    isRingingIn(call) &&
    call.answersAtMs !== null &&
    !call.isSilenced &&
    !calls.some((other) => other.id !== call.id && isLive(other))
  );
}
