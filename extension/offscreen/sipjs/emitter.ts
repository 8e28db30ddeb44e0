import type { Emitter } from 'sip.js';
import type { Log } from './options';

/** Tells its listeners, one by one: what one of them throws is logged and reaches nobody else. */
export class SafeEmitter<T> implements Emitter<T> {
  readonly #listeners = new Map<(data: T) => void, { readonly once: boolean }>();

  constructor(private readonly log: Log) {}

  emit(data: T): void {
    for (const [listener, { once }] of [...this.#listeners]) {
      if (once) {
        this.#listeners.delete(listener);
      }
      guarded(this.log, () => {
        listener(data);
      });
    }
  }

  addListener(listener: (data: T) => void, options?: { once?: boolean }): void {
    this.#listeners.set(listener, { once: options?.once ?? false });
  }

  removeListener(listener: (data: T) => void): void {
    this.#listeners.delete(listener);
  }

  on(listener: (data: T) => void): void {
    this.addListener(listener);
  }

  off(listener: (data: T) => void): void {
    this.removeListener(listener);
  }

  once(listener: (data: T) => void): void {
    this.addListener(listener, { once: true });
  }
}

/** Runs something that must not take its caller down with it. */
export function guarded(log: Log, run: () => void): void {
  try {
    run();
  } catch (error) {
    log('error', `a listener threw: ${describe(error)}`);
  }
}

/** An unknown error in one line. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Lets a promise of SIP.js fail without taking anything along: nobody waits for it. */
export function letGo(log: Log, promise: Promise<unknown>): void {
  promise.catch((error: unknown) => {
    log('warn', `leaving did not go well: ${describe(error)}`);
  });
}
