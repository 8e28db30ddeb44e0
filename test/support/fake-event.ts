/** A browser event that a test can fire. `dispatch` is also what Chrome's own event objects call it. */
export interface FakeEvent<Args extends readonly unknown[]> {
  addListener(listener: (...args: Args) => unknown): void;
  removeListener(listener: (...args: Args) => unknown): void;
  hasListener(listener: (...args: Args) => unknown): boolean;
  hasListeners(): boolean;
  /** Calls every listener and hands back what each returned. */
  dispatch(...args: Args): unknown[];
  /** Forgets every listener, as a worker that stops does. */
  clear(): void;
}

/** Makes an event without listeners. */
export function fakeEvent<Args extends readonly unknown[]>(): FakeEvent<Args> {
  const listeners = new Set<(...args: Args) => unknown>();

  return {
    addListener: (listener) => {
      listeners.add(listener);
    },
    removeListener: (listener) => {
      listeners.delete(listener);
    },
    hasListener: (listener) => listeners.has(listener),
    hasListeners: () => listeners.size > 0,
    dispatch: (...args) => [...listeners].map((listener) => listener(...args)),
    clear: () => {
      listeners.clear();
    },
  };
}
