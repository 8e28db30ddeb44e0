import type { Clock } from '../../src/phone/clock';
import type { Phone } from '../../src/phone/phone';

/** As long as a person waits after a click without wondering. */
const PATIENCE_MS = 3_000;

/** Resolves when the phone is no longer about to be registered, or when patience runs out. */
export async function registrationSettled(phone: Phone, clock: Clock): Promise<void> {
  if (phone.snapshot.registration.state !== 'registering') {
    return;
  }
  await new Promise<void>((resolve) => {
    const callOff = clock.after(PATIENCE_MS, done);
    const stop = phone.subscribe(({ registration }) => {
      if (registration.state !== 'registering') {
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
