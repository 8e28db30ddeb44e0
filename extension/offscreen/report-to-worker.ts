import { canAlert } from '../../src/phone/alerts';
import { latestOnly } from '../../src/protocol/latest-only';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { worker } from '../browser/messaging';

/** A worker that dies three times over one message is broken; the watchdog's next wake mends it. */
const MOST_TRIES = 3;

let told: PhoneSnapshot | null = null;

/**
 * Tells the worker of every change that can alert the user, which wakes it. What colleagues' phones
 * do is not among them: a busy company would keep the worker awake all day.
 */
export function reportToWorker(snapshot: PhoneSnapshot): void {
  if (told === null || canAlert(snapshot, told)) {
    told = snapshot;
    void tell({ ...snapshot, team: [] });
  }
}

/**
 * Chrome may stop a worker in the middle of a
 * message: then it is told again, or the notification of a ringing call would be lost.
 */
const tell = latestOnly(async (snapshot: PhoneSnapshot) => {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    try {
      await worker('phoneChanged', { snapshot });

      return;
    } catch {
      // Stopped while it worked. The next message starts a new one.
    }
  }
});
