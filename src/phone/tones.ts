import { isLive, isRingingIn } from '../call/call';
import type { PhoneSnapshot } from '../protocol/snapshot';

/** What the phone itself sounds, apart from the voices. */
export type Tone = 'ringtone' | 'intercom' | 'call-waiting' | 'ringback';

/**
 * The one tone that belongs to a snapshot; null for silence. A call that comes in while another
 * is up beeps instead of ringing over the conversation; early media is the network's own ringback.
 */
export function toneFor({ calls }: Pick<PhoneSnapshot, 'calls'>): Tone | null {
  const live = calls.filter(isLive);

  const ringing = live.filter((call) => isRingingIn(call) && !call.isSilenced);

  // Somebody is about to be heard, and to hear: that must sound like nothing else.
  if (ringing.some(({ answersAtMs }) => answersAtMs !== null)) {
    return 'intercom';
  }
  if (ringing.length > 0) {
    return live.some((call) => !isRingingIn(call)) ? 'call-waiting' : 'ringtone';
  }

  return live.some((call) => call.direction === 'outgoing' && call.state === 'ringing')
    ? 'ringback'
    : null;
}
