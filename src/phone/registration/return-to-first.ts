import type { Clock } from '../clock';

/** What going back takes from the phone around it. */
export interface ReturnOptions {
  readonly clock: Clock;
  /** No call is up: nobody hears it when the connection changes. */
  readonly isIdle: () => boolean;
  /** Registers at the first server, while the present one is kept. */
  readonly go: () => void;
}

/** So long the server in the place of the first one must have served well, and the first one rest. */
const SERVED_WELL_MS = 600_000;

/** The way back to the preferred server, for a phone that is registered at another one. */
export class ReturnToFirst {
  readonly #options: ReturnOptions;
  #callOff: (() => void) | null = null;
  #isDue = false;

  constructor(options: ReturnOptions) {
    this.#options = options;
  }

  /** The server in the place of the first one has taken us, or takes us still. */
  served(): void {
    if (this.#callOff === null && !this.#isDue) {
      this.#callOff = this.#options.clock.after(SERVED_WELL_MS, () => {
        this.#callOff = null;
        this.#isDue = true;
        this.callsChanged();
      });
    }
  }

  /** It did not serve well, or it is the first. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#isDue = false;
  }

  /** A call may have ended for which this waited. */
  callsChanged(): void {
    if (this.#isDue && this.#options.isIdle()) {
      this.#isDue = false;
      this.#options.go();
    }
  }
}
