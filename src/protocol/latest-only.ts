/**
 * Makes `act` run one at a time, with the newest value: what comes while it runs replaces what
 * waits. Things outside follow the state this way without ever crossing each other. Each returned
 * promise settles when the value it gave, or a newer one, is through.
 */
export function latestOnly<Value>(
  act: (value: Value) => Promise<void>,
): (value: Value) => Promise<void> {
  let waiting: { value: Value } | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting !== null) {
      const { value } = waiting;

      waiting = null;
      await act(value);
    }
  }

  return (value) => {
    waiting = { value };
    running ??= run().finally(() => {
      running = null;
    });

    return running;
  };
}
