import type { Clock } from '../clock';

/** No server is asked more often than this, whatever the user, the network or a server does. */
export const LEAST_BETWEEN_ATTEMPTS_MS = 1_000;

/** When the next attempt to register begins. There is one at most that waits, and one a second. */
export class Attempts {
  readonly #clock: Clock;
  readonly #begin: () => void;
  #lastBeganAtMs = -Infinity;
  #callOff: () => void = () => undefined;

  constructor(clock: Clock, begin: () => void) {
    this.#clock = clock;
    this.#begin = begin;
  }

  /** How long ago the last attempt began, in milliseconds. */
  get ageMs(): number {
    return this.#clock.nowMs() - this.#lastBeganAtMs;
  }

  /** When an attempt that is wanted then may begin. */
  soonestMs(atMs: number): number {
    return Math.max(atMs, this.#clock.nowMs() + this.#restMs());
  }

  /** The next attempt is then, or as soon after that as is allowed, and no other is. */
  beginAt(atMs: number): void {
    const waitMs = this.soonestMs(atMs) - this.#clock.nowMs();

    this.callOff();
    if (waitMs === 0) {
      this.#beginNow();
    } else {
      this.#callOff = this.#clock.after(waitMs, () => {
        this.#beginNow();
      });
    }
  }

  callOff(): void {
    this.#callOff();
    this.#callOff = () => undefined;
  }

  #beginNow(): void {
    this.#lastBeganAtMs = this.#clock.nowMs();
    this.#begin();
  }

  /** How long no attempt may begin. A watch that was put back prolongs it by nothing. */
  #restMs(): number {
    const restMs = LEAST_BETWEEN_ATTEMPTS_MS - this.ageMs;

    return Math.min(Math.max(restMs, 0), LEAST_BETWEEN_ATTEMPTS_MS);
  }
}
