import { nowMs } from './message-log';
import type { Waiting } from './waiting';

/** A key that the extension pressed, and how it was told. */
export interface HeardDigit {
  readonly digit: string;
  readonly via: 'rtp' | 'info';
  readonly atMs: number;
}

/** The keys heard in a call. */
export class HeardKeys {
  readonly all: HeardDigit[] = [];
  readonly #waiting: Waiting;
  #listener: ((digits: string) => void) | null = null;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** The keys in a row. */
  get digits(): string {
    return this.all.map(({ digit }) => digit).join('');
  }

  hear(digits: string, via: 'rtp' | 'info'): void {
    for (const digit of digits) {
      this.all.push({ digit, via, atMs: nowMs() });
    }
    this.#listener?.(digits);
    this.#waiting.changed();
  }

  /** Calls back for the keys of each INFO and each telephone-event. */
  listen(listener: ((digits: string) => void) | null): void {
    this.#listener = listener;
  }

  /** Resolves when those keys, in a row, are the last ones heard. */
  async until(digits: string, timeoutMs?: number): Promise<void> {
    await this.#waiting.until(
      `the digits ${digits}`,
      () => this.digits.endsWith(digits),
      timeoutMs,
    );
  }
}
