import type { Spot } from './spot';

/** A pointer that passes over a number does not ask for its card. */
const REST_MS = 120;
/** Time to get from the number over to its card. */
const LEAVE_MS = 350;

/** What follows from where the pointer is. */
export interface HoverParts {
  /** The pointer came to a number; it may rest there. */
  readonly onReached: (spot: Spot) => void;
  readonly onRested: (spot: Spot) => void;
  /** The pointer has been elsewhere for a while. */
  readonly onLeft: () => void;
}

/** Opens what belongs to a number when the pointer rests on it, and closes it a little after. */
export class Hover {
  readonly #parts: HoverParts;
  #current: object | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLeaving = false;
  /** What belongs to the number has been asked for. */
  #hasRested = false;

  constructor(parts: HoverParts) {
    this.#parts = parts;
  }

  /** The pointer is on something that can be called. */
  on(spot: Spot): void {
    if (spot.key === this.#current) {
      this.#comeBackTo(spot);

      return;
    }
    this.#current = spot.key;
    this.#isLeaving = false;
    this.#parts.onReached(spot);
    this.#rest(spot);
  }

  isOn({ key }: Spot): boolean {
    return key === this.#current;
  }

  /** The pointer is on what was opened. */
  stay(): void {
    if (this.#isLeaving) {
      this.#isLeaving = false;
      clearTimeout(this.#timer);
    }
  }

  /** The pointer left too soon for the card, and is here again: it may rest now. */
  #comeBackTo(spot: Spot): void {
    const wasLeaving = this.#isLeaving;

    this.stay();
    if (wasLeaving && !this.#hasRested) {
      this.#rest(spot);
    }
  }

  #rest(spot: Spot): void {
    clearTimeout(this.#timer);
    this.#hasRested = false;
    this.#timer = setTimeout(() => {
      this.#hasRested = true;
      this.#parts.onRested(spot);
    }, REST_MS);
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
  used({ key }: Spot): void {
    this.end();
    this.#current = key;
    this.#hasRested = true;
  }

  /** What belongs to a number was opened otherwise: it closes when the pointer leaves. */
  opened({ key }: Spot): void {
    clearTimeout(this.#timer);
    this.#isLeaving = false;
    this.#current = key;
    this.#hasRested = true;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#current = null;
    this.#isLeaving = false;
    this.#parts.onLeft();
  }
}
