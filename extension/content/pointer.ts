import type { ClickFate } from '../../src/number/click-proof';
import type { CallCard } from './call-card';
import { isForCard, type Caller } from './caller';
import { Hover } from './hover';
import type { Marks } from './marks';
import { dialLinkOf, isEdited, isInControl } from './places';
import { Proof } from './proof';
import { spotOfLink, spotOfMark, type Spot } from './spot';
import type { Surface } from './surface';
import type { Witness } from './witness';

/** What the pointer's part of a page needs of the others. */
export interface PointerParts {
  readonly surface: Surface;
  readonly witness: Witness;
  readonly marks: Marks;
  readonly card: CallCard;
  readonly caller: Caller;
  /** Tells what the user did from what a script made of it: `event.isTrusted`. */
  readonly isReal: (event: Event) => boolean;
  /** Whether the user lets numbers on pages be called; null while that is not known yet. */
  readonly isAllowed: () => boolean | null;
  /** Where the pointer was when the page came to have something to call; null if nobody knows. */
  readonly pointerAt: PointerPlace | null;
  /** The pointer is on something that could be called, and it is not known if it may be. */
  readonly learnIfAllowed: () => void;
  /** What can be called at a point of the viewport, where an element is. */
  readonly spotAt: (x: number, y: number, target: Element | null) => Spot | null;
  /** Whether links that dial are ours, and not the browser's. */
  readonly takesLinks: () => boolean;
  /** The pointer has come to a number: a call may follow. */
  readonly onReached: () => void;
  /** Finds the numbers of a text anew, because it is not what it was. */
  readonly lookAgain: (node: Text) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** A point of the viewport, in CSS pixels. */
export interface PointerPlace {
  readonly clientX: number;
  readonly clientY: number;
}

/** The pointer's part of a page, at work. */
export interface PointerWatch {
  readonly stop: () => void;
  /** Looks anew at what the pointer is on: something came to be there without a move of it. */
  readonly look: () => void;
}

/** Where the pointer was last seen. */
interface Place extends PointerPlace {
  readonly target: Element | null;
  readonly isOnCard: boolean;
}

/** The pointer's place is looked up this often while it moves. */
const LOOK_EVERY_MS = 40;

/**
 * Watches the pointer: shows the card of the number under it, and takes real, plain clicks on
 * numbers and on links that dial. Everything else is the page's.
 */
export function watchPointer(parts: PointerParts): PointerWatch {
  const { surface, witness, marks, card, caller, isReal, spotAt } = parts;
  const stopper = new AbortController();
  const listening = { capture: true, passive: true, signal: stopper.signal };
  const proof = new Proof({ witness, card, nowMs: () => surface.nowMs(), lost: close });
  const hover = new Hover({
    onReached: (spot) => {
      parts.onReached();
      proof.on(spot);
    },
    onRested: (spot) => {
      proof.whenLooked(() => {
        if (hover.isOn(spot) && spot.isThere() && witness.isLegible(spot.text) !== false) {
          caller.offer(spot);
        }
      });
    },
    onLeft: () => {
      proof.end();
      if (!card.isSaying && !card.hasFocus) {
        card.hide();
      }
    },
  });
  let last = parts.pointerAt && placeAt(parts.pointerAt);
  let looking: ReturnType<typeof setTimeout> | undefined;

  function placeAt({ clientX, clientY }: PointerPlace): Place {
    return { clientX, clientY, target: surface.elementAt(clientX, clientY), isOnCard: false };
  }

  function moved(event: PointerEvent): void {
    if (isReal(event)) {
      const { clientX, clientY } = event;

      // Now: an event forgets its path when it has been dispatched.
      last = { clientX, clientY, target: targetOf(event), isOnCard: card.isTargetOf(event) };
      looking ??= setTimeout(look, LOOK_EVERY_MS);
    }
  }

  function look(): void {
    looking = undefined;
    if (last === null) {
      return;
    }

    const { clientX, clientY, target, isOnCard } = last;
    const spot = isOnCard ? null : spotAt(clientX, clientY, target);

    if (isOnCard) {
      hover.stay();
    } else if (spot?.isThere() !== true) {
      hover.off();
    } else {
      if (parts.isAllowed() === null) {
        parts.learnIfAllowed();
      } else {
        hover.on(spot);
      }
    }
  }

  function pressed(event: PointerEvent): void {
    // The second press of a double click comes while the first is judged.
    if (isReal(event) && isPlain(event) && !card.isTargetOf(event) && !proof.isJudging) {
      const spot = spotAt(event.clientX, event.clientY, targetOf(event));

      if (spot !== null && spot.isThere() && parts.isAllowed() === true) {
        proof.press(spot, witness.whenMs(event));
      } else {
        proof.end();
      }
    }
  }

  function clicked(event: MouseEvent): void {
    if (!isReal(event) || !isPlain(event) || card.isTargetOf(event)) {
      return;
    }

    const target = targetOf(event);
    const link = target && dialLinkOf(target);

    if (proof.isJudging) {
      if (link !== null) {
        event.preventDefault();
      }
    } else if (
      target === null ||
      parts.isAllowed() !== true ||
      (link !== null && !parts.takesLinks())
    ) {
      close();
    } else if (link !== null) {
      clickedLink(event, spotOfLink(link));
    } else if (mayTake(event, target)) {
      clickedText(event);
    } else {
      close();
    }
  }

  function clickedLink(event: MouseEvent, spot: Spot): void {
    const click = { isPagesOwn: false };

    if (isByKey(event)) {
      proof.end();
      caller.offer(spot, { hasFocus: true });
    } else if (event.detail <= 1) {
      judge(spot, (fate) => {
        click.isPagesOwn = fate === 'leave';
      });
    }
    if (!click.isPagesOwn) {
      event.preventDefault();
    }
  }

  function clickedText({ clientX, clientY }: MouseEvent): void {
    const mark = marks.at(clientX, clientY);
    const spot = mark && spotOfMark(surface, mark, clientX, clientY);

    if (mark === null || spot === null) {
      close();
    } else if (!spot.isThere()) {
      close();
      // The text changed under the mark: its card shows what stands there now.
      parts
        .lookAgain(mark.parts[0].node)
        .then(() => {
          const found = marks.at(clientX, clientY);
          const now = found && spotOfMark(surface, found, clientX, clientY);

          if (now?.isThere() === true) {
            open(now);
          }
        })
        .catch(parts.onError);
    } else if (proof.isPressed(spot)) {
      judge(spot, () => undefined);
    } else {
      close(); // A drag that began elsewhere ends here.
    }
  }

  function judge(spot: Spot, told: (fate: ClickFate) => void): void {
    if (!proof.isPressed(spot)) {
      open(spot); // A press that no pointer made, as assistive programs do.

      return;
    }
    proof.judge(spot, isForCard(spot.callable()), (fate) => {
      told(fate);
      if (fate === 'call') {
        hover.used(spot);
        caller.call(spot);
      } else if (card.isOf(spot.key)) {
        card.comeBack();
      } else if (fate === 'show-card') {
        open(spot);
      } else {
        close();
      }
    });
  }

  function open(spot: Spot): void {
    hover.opened(spot);
    proof.on(spot);
    caller.offer(spot);
  }

  window.addEventListener('pointermove', moved, listening);
  window.addEventListener('pointerdown', pressed, listening);
  window.addEventListener('click', clicked, { capture: true, signal: stopper.signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && isReal(event)) {
        close();
      }
    },
    listening,
  );
  // A key that is held down on a link clicks it again and again.
  window.addEventListener(
    'keydown',
    (event) => {
      const target = targetOf(event);

      const isOnLink = target !== null && dialLinkOf(target) !== null;

      if (event.repeat && event.key === 'Enter' && isOnLink && card.isOpen) {
        event.preventDefault();
      }
    },
    { capture: true, signal: stopper.signal },
  );
  for (const type of ['scroll', 'resize', 'blur']) {
    window.addEventListener(type, onMovedAway, listening);
  }
  // The press has become a drag: there will be no click.
  for (const type of ['pointercancel', 'dragstart']) {
    window.addEventListener(type, onMovedAway, listening);
  }

  /** The number is no longer where its card points. */
  function onMovedAway(event: Event): void {
    if (card.isOpen && (event.type !== 'blur' || event.target === window)) {
      close();
    }
  }

  function close(): void {
    hover.end();
    card.hide();
  }

  return {
    look,
    stop: () => {
      stopper.abort();
      clearTimeout(looking);
      hover.end();
    },
  };
}

/** A primary click without a modifier: all others ask the browser for something. */
function isPlain({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Enter on a focused link clicks it without a pointer. */
function isByKey({ detail }: MouseEvent): boolean {
  return detail === 0;
}

/** Whether a click on plain text is ours: not the end of a selection, and on no control. */
function mayTake({ detail }: MouseEvent, target: Element): boolean {
  const isSelecting = detail > 1 || getSelection()?.isCollapsed === false;

  return !isSelecting && !isEdited(target) && !isInControl(target);
}

/** The innermost element of an event, also inside an open shadow root. */
function targetOf(event: Event): Element | null {
  const [target] = event.composedPath();

  return target instanceof Element ? target : null;
}
