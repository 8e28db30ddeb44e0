import type { Phone } from '../../src/phone/phone';
import type { SavedPhone } from '../../src/phone/recovery/saved-calls';
import { latestOnly } from '../../src/protocol/latest-only';
import { worker } from '../browser/messaging';
import { beat, lastBeatOf } from './heartbeat';
import { untilAnswered } from './patient-worker';

/** How exactly it is known afterwards when the document was gone. */
const PULSE_MS = 1_000;

/** What the phone before this one has left, and when it was last alive; null where there was none. */
export async function leftBehind(): Promise<{
  readonly saved: SavedPhone;
  readonly aliveAtMs: number | null;
} | null> {
  const saved = await untilAnswered(() => worker('savedCalls')).catch(() => null);

  return saved && { saved, aliveAtMs: lastBeatOf(saved.instanceId) };
}

/** Has the worker keep, from now on, what a next phone would have to know. */
export function keepCalls(phone: Phone): void {
  let kept = '';
  let pulse: ReturnType<typeof setInterval> | null = null;

  const look = () => {
    const { saved } = phone;
    const next = JSON.stringify(saved);

    if (next !== kept) {
      kept = next;
      void save(saved);
    }
    if (saved !== null) {
      beat(saved.instanceId, Date.now());
      // By the clock too: where the other side is now may change without a word to the screen.
      pulse ??= setInterval(look, PULSE_MS);
    } else if (pulse !== null) {
      clearInterval(pulse);
      pulse = null;
    }
  };

  phone.subscribe(look);
}

const save = latestOnly(async (saved: SavedPhone | null) => {
  await untilAnswered(() => worker('saveCalls', { saved })).catch(() => undefined); // Broken.
});
