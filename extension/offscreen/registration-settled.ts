import type { Clock } from '../../src/phone/clock';
import type { Phone } from '../../src/phone/phone';
import type { Registration } from '../../src/phone/registration/registration';

/** As long as a person waits after a click without wondering. */
const PATIENCE_MS = 3_000;

/** Resolves when the phone is no longer about to be registered, or when patience runs out. */
export async function registrationSettled(phone: Phone, clock: Clock): Promise<void> {
  const patientUntilMs = clock.nowMs() + PATIENCE_MS;

  if (!isAboutToBe(phone.snapshot.registration, patientUntilMs)) {
    return;
  }
  await new Promise<void>((resolve) => {
    const callOff = clock.after(PATIENCE_MS, done);
    const stop = phone.subscribe(({ registration }) => {
      if (!isAboutToBe(registration, patientUntilMs)) {
        // `subscribe` calls back at once, before it has returned `stop`.
        queueMicrotask(done);
      }
    });

    function done(): void {
      callOff();
      stop();
      resolve();
    }
  });
}

/** Under way, or soon again: the next server may be a good one. */
function isAboutToBe(registration: Registration, byMs: number): boolean {
  return (
    registration.state === 'registering' ||
    (registration.state === 'failed' &&
      registration.retryAtMs !== null &&
      registration.retryAtMs < byMs)
  );
}
