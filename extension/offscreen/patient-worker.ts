/** A worker that dies three times over one message is broken; the watchdog's next wake mends it. */
const MOST_TRIES = 3;

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
