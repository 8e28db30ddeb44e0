import { PROOF_MS } from '../../src/number/click-proof';
import type { CardAction, CardContent } from './card-content';
import { cardOf, type CardParts } from './card-parts';
import { handleKeys } from './card-keys';
import { putUp, setStyle } from './card-host';
import { cornerFor, within, type Corner } from './card-place';
import { whenRead } from './when-read';
import type { Witness } from './witness';

/** What a card needs of the browser, and how it comes to know its user. */
export interface CallCardParts {
  readonly witness: Witness;
  /** Tells the user's own clicks from those that a script makes. */
  readonly isReal: (event: Event) => boolean;
  readonly nowMs: () => number;
}

/** How a card comes up. */
export interface Showing {
  /** What it belongs to: the same for as long as the pointer is on the same number. */
  readonly owner: object | null;
  readonly box: DOMRectReadOnly;
  /** Whether another number stands at a point, which the card should not hide. */
  readonly isTaken?: (x: number, y: number) => boolean;
  /** True for who uses the keyboard: the first button gets the focus. */
  readonly hasFocus?: boolean;
}

/** A live region that is filled as it comes is not heard by every screen reader. */
const ANNOUNCE_MS = 100;
/** The page's script could have moved the card: by less than this it is the layout's rounding. */
const SHIFT_PX = 2;
/** How far the card's shadow reaches, and some more. */
const SHADOW_PX = 40;

/** A card that is up. */
interface Shown extends CardParts, Showing {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly isSaying: boolean;
  readonly before: Element | null;
  readonly unwatch: () => void;
}

/**
 * The one card beside the number under the pointer. It is in the page's document only while it is
 * shown, in a closed shadow root, where neither the page's styles nor its scripts reach it. Its
 * button calls when the card has been in plain sight for long enough to be read, and not before.
 */
export class CallCard {
  readonly #parts: CallCardParts;
  #shown: Shown | null = null;
  #seenSinceMs: number | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #placed: Corner = { left: 0, top: 0 };

  constructor(parts: CallCardParts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#shown !== null;
  }

  /** True while the card says why something did not work: that stays until it was read. */
  get isSaying(): boolean {
    return this.#shown?.isSaying === true;
  }

  /** True while the keyboard is in the card. */
  get hasFocus(): boolean {
    return (this.#shown?.root.activeElement ?? null) !== null;
  }

  /** Whether an event happened on the card: a closed shadow root shows its host only. */
  isTargetOf(event: Event): boolean {
    return this.#shown !== null && event.target === this.#shown.host;
  }

  isOf(owner: object): boolean {
    return this.#shown?.owner === owner;
  }

  /** For how long a number's card has been in plain sight; null if it is not up. */
  seenMs(owner: object, atMs: number): number | null {
    if (!this.isOf(owner)) {
      return null;
    }

    return this.#seenSinceMs === null ? 0 : Math.max(0, atMs - this.#seenSinceMs);
  }

  /** Whether the card may lie over any of an element: to the browser its shadow does, too. */
  mayHide(element: Element): boolean {
    const card = this.#shown?.host.getBoundingClientRect();
    const box = element.getBoundingClientRect();

    return (
      card !== undefined &&
      card.left - SHADOW_PX < box.right &&
      box.left < card.right + SHADOW_PX &&
      card.top - SHADOW_PX < box.bottom &&
      box.top < card.bottom + SHADOW_PX
    );
  }

  /** Shows a card beside a box of the viewport, in the place of the one that was shown. */
  show(showing: Showing, content: CardContent): void {
    const before = this.hasFocus ? (this.#shown?.before ?? null) : document.activeElement;

    this.#takeDown();

    const parts = cardOf(
      content,
      (event, action) => {
        this.#pressed(event, action);
      },
      () => {
        this.#keepInView();
      },
    );
    const { host, root } = putUp(parts.card);

    this.#shown = {
      ...parts,
      ...showing,
      host,
      root,
      before,
      isSaying: content.number === null,
      unwatch: this.#parts.witness.watch(host, (isSeen) => {
        this.#sight(isSeen !== false);
      }),
    };
    this.#arm(false);
    this.#listen(this.#shown, content);
    this.#place();
    if (showing.hasFocus === true) {
      parts.buttons[0]?.focus({ preventScroll: true });
    }
  }

  /** Says more about the number that is shown. */
  note(owner: object, words: string): void {
    if (this.#shown?.owner === owner) {
      this.#shown.note.textContent = words;
      this.#keepInView();
    }
  }

  /** Has a screen reader say something. */
  announce(words: string): void {
    this.#timers.push(
      setTimeout(() => {
        if (this.#shown !== null) {
          this.#shown.heard.textContent = words;
        }
      }, ANNOUNCE_MS),
    );
  }

  /** Out of the way for a moment, so that the browser can tell what lies over the number. */
  stepAside(): void {
    if (this.#shown !== null) {
      setStyle(this.#shown.host, { visibility: 'hidden' });
    }
  }

  comeBack(): void {
    if (this.#shown !== null) {
      setStyle(this.#shown.host, { visibility: 'visible' });
    }
  }

  /** Takes the card away; who was in it with the keyboard is back where they were. */
  hide(): void {
    const before = this.hasFocus ? this.#shown?.before : null;

    this.#takeDown();
    if (before instanceof HTMLElement && before.isConnected) {
      before.focus({ preventScroll: true });
    }
  }

  #takeDown(): void {
    for (const timer of this.#timers.splice(0)) {
      clearTimeout(timer);
    }
    this.#shown?.unwatch();
    this.#shown?.host.remove();
    this.#shown = null;
    this.#seenSinceMs = null;
  }

  /** The browser says that the card came in sight, or that something is over it. */
  #sight(isSeen: boolean): void {
    if (!isSeen) {
      this.#seenSinceMs = null;
      this.#arm(false);
    } else if (this.#seenSinceMs === null) {
      const sinceMs = this.#parts.nowMs();

      this.#seenSinceMs = sinceMs;
      this.#timers.push(
        setTimeout(() => {
          this.#arm(this.#seenSinceMs === sinceMs);
        }, PROOF_MS),
      );
    }
  }

  #arm(isArmed: boolean): void {
    for (const button of this.#shown?.buttons ?? []) {
      if (button.classList.contains('call')) {
        button.setAttribute('aria-disabled', String(!isArmed));
      }
    }
  }

  #pressed(event: Event, action: CardAction): void {
    const { isReal, witness } = this.#parts;
    const shown = this.#shown;

    if (shown === null || !isReal(event)) {
      return;
    }
    if (action.look !== 'call') {
      action.act();
    } else if (
      this.#seenSinceMs !== null &&
      witness.whenMs(event) - this.#seenSinceMs >= PROOF_MS &&
      this.#isInPlace(shown)
    ) {
      action.act();
    }
  }

  /** Its host is in the page's document: a script could move the button under the pointer. */
  #isInPlace({ host }: Shown): boolean {
    const { left, top } = host.getBoundingClientRect();

    return (
      Math.abs(left - this.#placed.left) < SHIFT_PX && Math.abs(top - this.#placed.top) < SHIFT_PX
    );
  }

  #place(): void {
    if (this.#shown === null) {
      return;
    }

    const { host, card, box, isTaken = () => false, isSaying } = this.#shown;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const corner = cornerFor({
      box,
      card: card.getBoundingClientRect(),
      viewport: { width, height },
      isRightToLeft: getComputedStyle(host).direction === 'rtl',
      isSaying,
      isTaken,
    });

    this.#moveTo(corner);
  }

  /** What the user looks at stays where it is, unless it has grown out of the viewport. */
  #keepInView(): void {
    if (this.#shown !== null) {
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const card = this.#shown.card.getBoundingClientRect();

      this.#moveTo(within(card, { card, viewport: { width, height } }));
    }
  }

  #moveTo(corner: Corner): void {
    if (this.#shown !== null) {
      const { host } = this.#shown;

      setStyle(host, { left: `${corner.left}px`, top: `${corner.top}px` });

      const { left, top } = host.getBoundingClientRect();

      this.#placed = { left, top };
    }
  }

  #listen({ host, card, root, buttons }: Shown, { number, announcement }: CardContent): void {
    if (number === null) {
      whenRead(host, card, this.#parts.isReal, () => {
        this.hide();
      });
    }
    // The field the user was typing in keeps the focus.
    card.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    handleKeys(root, buttons, () => {
      this.hide();
    });
    if (announcement !== null) {
      this.announce(announcement);
    }
  }
}
