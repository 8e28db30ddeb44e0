import { canAlert } from '../../src/phone/alerts';
import { latestOnly } from '../../src/protocol/latest-only';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { worker } from '../browser/messaging';
import { untilAnswered } from './patient-worker';

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

/** A worker that was stopped over it is told again, or the notification of a call would be lost. */
const tell = latestOnly(async (snapshot: PhoneSnapshot) => {
  await untilAnswered(() => worker('phoneChanged', { snapshot })).catch(() => undefined); // Broken.
});
