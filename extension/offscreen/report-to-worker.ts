import { latestOnly } from '../../src/protocol/latest-only';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { worker } from '../browser/messaging';

/** A worker that dies three times over one message is broken; the watchdog's next wake mends it. */
const MOST_TRIES = 3;

/**
 * Tells the worker of every change, which wakes it. Chrome may stop a worker in the middle of a
 * message: then it is told again, or the notification of a ringing call would be lost.
 */
export const reportToWorker = latestOnly(async (snapshot: PhoneSnapshot) => {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    try {
      await worker('phoneChanged', { snapshot });

      return;
    } catch {
      // Stopped while it worked. The next message starts a new one.
    }
  }
});
