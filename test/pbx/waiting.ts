/** How long every wait of the PBX lasts unless the test says otherwise. */
const DEFAULT_WAIT_MS = 10_000;

/** Lets tests wait until a condition holds; whoever changes something says so with `changed()`. */
export class Waiting {
  readonly #checks = new Set<() => void>();
  readonly #giveUps = new Set<() => void>();
  readonly #tail: () => string;

  /** `tail` gives the latest SIP messages, which are what explains a wait that was in vain. */
  constructor(tail: () => string) {
    this.#tail = tail;
  }

  changed(): void {
    for (const check of [...this.#checks]) {
      check();
    }
  }

  /** Gives up every wait, so that none outlives the PBX. */
  close(): void {
    for (const giveUp of [...this.#giveUps]) {
      giveUp();
    }
  }

  /** Resolves with the first value of `probe` that is neither undefined nor false. */
  until<T>(
    what: string,
    probe: () => T | undefined | false,
    timeoutMs = DEFAULT_WAIT_MS,
  ): Promise<T> {
    const now = probe();
    if (now !== undefined && now !== false) {
      return Promise.resolve(now);
    }

    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#checks.delete(check);
        this.#giveUps.delete(giveUp);
      };
      const check = (): void => {
        const value = probe();
        if (value === undefined || value === false) {
          return;
        }
        stop();
        resolve(value);
      };
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(`PBX: waited ${String(timeoutMs)} ms in vain for ${what}.\n${this.#tail()}`),
        );
      }, timeoutMs);
      const giveUp = (): void => {
        stop();
        reject(new Error(`PBX: closed while waiting for ${what}.`));
      };
      this.#checks.add(check);
      this.#giveUps.add(giveUp);
    });
  }
}
