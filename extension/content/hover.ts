import type { Callable } from './callable';

/** What the pointer is on: the same `key` for as long as it is on the same number or link. */
export interface Hovered {
  readonly key: object;
  readonly callable: Callable;
  readonly box: DOMRectReadOnly;
}

/** A pointer that passes over a number does not ask for its card. */
const REST_MS = 120;
/** Time to get from the number over to its card. */
const LEAVE_MS = 350;

/** Opens what belongs to a number when the pointer rests on it, and closes it a little after. */
export class Hover {
  readonly #open: (hovered: Hovered) => void;
  readonly #close: () => void;
  #current: object | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLeaving = false;

  constructor(open: (hovered: Hovered) => void, close: () => void) {
    this.#open = open;
    this.#close = close;
  }

  /** The pointer is on something that can be called. */
  on(key: object, read: () => Hovered): void {
    if (key === this.#current) {
      this.stay();

      return;
    }
    this.#current = key;
    this.#isLeaving = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#open(read());
    }, REST_MS);
  }

  /** The pointer is on what was opened. */
  stay(): void {
    if (this.#isLeaving) {
      this.#isLeaving = false;
      clearTimeout(this.#timer);
    }
  }

  /** The pointer is on nothing of ours. */
  off(): void {
    if (this.#isLeaving) {
      return;
    }
    this.#isLeaving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.end();
    }, LEAVE_MS);
  }

  /** Nothing opens again for what was just used, until the pointer has left it. */
  used(key: object): void {
    this.end();
    this.#current = key;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#current = null;
    this.#isLeaving = false;
    this.#close();
  }
}
