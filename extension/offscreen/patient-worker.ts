import { afterTimeout } from './sipjs/options';

/** A worker that dies three times over one message is broken; the watchdog's next wake mends it. */
const MOST_TRIES = 3;
const PAUSE_MS = 1_000;

/**
 * Asks the worker until it answers: Chrome may stop it in the middle of a message, and the next
 * message starts a new one.
 *
 * @throws what the last try brought.
 */
export async function untilAnswered<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= MOST_TRIES) {
        throw error;
      }
    }
  }
}

/** The same for what nothing goes without: a worker that is broken is given time, and asked again. */
export async function whenAnswered<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await untilAnswered(ask);
    } catch {
      await new Promise<void>((resolve) => {
        afterTimeout(PAUSE_MS, resolve);
      });
    }
  }
}
