import { clickFate, type ClickFate } from '../../src/number/click-proof';
import type { CallCard } from './call-card';
import type { Spot } from './spot';
import type { Witness } from './witness';

/** What the browser said of an element; undefined while it has not said anything. */
type Sight = boolean | null | undefined;

/** How often it is looked whether a number stays where it is. */
const LOOK_EVERY_MS = 100;
/** Less is the rounding of a layout. */
const SHIFT_PX = 1;

/** A press of the button on a number: what was known at that moment, and what was learnt since. */
interface Press {
  readonly atMs: number;
  readonly cardSeenMs: number | null;
  readonly stillMs: number;
  readonly before: boolean | null;
  now: Sight;
  then: (() => void) | null;
  readonly unwatch: () => void;
}

/**
 * Collects what proves that a click on a number is meant: that it stands still, in full sight, and
 * its card too. The card may lie over the number's element, and then the browser calls that hidden;
 * so with the press of the button the card steps aside, and the browser is asked once more.
 */
export class Proof {
  readonly #witness: Witness;
  readonly #card: CallCard;
  readonly #nowMs: () => number;
  readonly #lost: () => void;
  #spot: Spot | null = null;
  #box: DOMRectReadOnly | null = null;
  #stillSinceMs = 0;
  #sight: Sight;
  #whenSeen: (() => void) | null = null;
  #unwatch: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #press: Press | null = null;

  /** `lost` is told when the number has moved, or the page shows something else in its place. */
  constructor(parts: { witness: Witness; card: CallCard; nowMs: () => number; lost: () => void }) {
    this.#witness = parts.witness;
    this.#card = parts.card;
    this.#nowMs = parts.nowMs;
    this.#lost = parts.lost;
  }

  /** The pointer is on a number. */
  on(spot: Spot): void {
    if (this.#spot?.key === spot.key) {
      this.#look();

      return;
    }
    this.end();
    this.#spot = spot;
    this.#box = spot.box();
    this.#stillSinceMs = this.#nowMs();
    this.#unwatch = this.#witness.watch(spot.element, (isSeen) => {
      this.#told(spot, isSeen);
    });
    this.#timer = setInterval(() => {
      this.#look();
    }, LOOK_EVERY_MS);
  }

  /** Calls back when the browser has said if the number under the pointer can be seen. */
  whenLooked(then: () => void): void {
    if (this.#sight === undefined) {
      this.#whenSeen = then;
    } else {
      then();
    }
  }

  /** The user pressed the button on the number. */
  press(spot: Spot, atMs: number): void {
    this.on(spot);
    this.#endPress();

    const press: Press = {
      atMs,
      cardSeenMs: this.#card.seenMs(spot.key, atMs),
      stillMs: atMs - this.#stillSinceMs,
      before: this.#sight ?? null,
      now: undefined,
      then: null,
      unwatch: () => {
        unwatch();
      },
    };
    if (this.#card.isOf(spot.key)) {
      this.#card.stepAside();
    }

    const unwatch = this.#witness.watch(spot.element, (isSeen) => {
      press.now ??= isSeen;
      press.then?.();
    });

    this.#press = press;
  }

  /** True while the browser is asked what was seen of a number that was clicked on. */
  get isJudging(): boolean {
    return (this.#press?.then ?? null) !== null;
  }

  /** Whether the button was pressed on this number, and not on something else before. */
  isPressed({ key }: Spot): boolean {
    return this.#press !== null && this.#spot?.key === key;
  }

  /** What the click after the press means; later if the browser has not said yet what is seen. */
  judge(spot: Spot, isForCard: boolean, then: (fate: ClickFate) => void): void {
    const press = this.#press;

    if (press === null) {
      return;
    }

    const isLegible = this.#witness.isLegible(spot.text);
    const fateIf = (isSeen: boolean | null): ClickFate =>
      clickFate({ ...press, isSeen, isLegible, isForCard });
    const decide = (): void => {
      const isSeen = press.before === true ? (press.now ?? null) : press.before;

      this.#endPress();
      then(fateIf(isSeen));
    };

    this.#look();
    if (press.now === undefined && press.before === true && fateIf(true) !== fateIf(false)) {
      press.then = decide;
    } else {
      decide();
    }
  }

  end(): void {
    clearInterval(this.#timer);
    this.#unwatch?.();
    this.#endPress();
    this.#spot = null;
    this.#sight = undefined;
    this.#whenSeen = null;
  }

  #endPress(): void {
    this.#press?.unwatch();
    this.#press = null;
  }

  #told({ element }: Spot, isSeen: boolean | null): void {
    // What is hidden by the card was in sight when the card came; the press asks again.
    if (this.#sight !== undefined && this.#card.mayHide(element)) {
      return;
    }
    this.#sight = isSeen;
    this.#whenSeen?.();
    this.#whenSeen = null;
  }

  #look(): void {
    const spot = this.#spot;
    const box = this.#box;

    if (spot === null || box === null) {
      return;
    }
    const now = spot.box();
    const isStill =
      Math.abs(now.left - box.left) <= SHIFT_PX && Math.abs(now.top - box.top) <= SHIFT_PX;

    if (!isStill || !spot.isThere()) {
      this.#lost();
    }
  }
}
