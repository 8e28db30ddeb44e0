import { callableOfLink, callableOfMark, type Callable } from './callable';
import type { CallCard } from './call-card';
import type { Caller } from './caller';
import { Hover } from './hover';
import { isStillThere, type Mark, type Marks } from './marks';
import { DIAL_LINKS, isEdited, isInControl } from './places';
import type { Surface } from './surface';

/** What the pointer's part of a page needs of the others. */
export interface PointerParts {
  readonly surface: Surface;
  readonly marks: Marks;
  readonly card: CallCard;
  readonly caller: Caller;
  /** Tells what the user did from what a script made of it: `event.isTrusted`. */
  readonly isReal: (event: Event) => boolean;
  /** Whether the user lets numbers on pages be called; null while that is not known yet. */
  readonly isAllowed: () => boolean | null;
  /** The pointer is on something that could be called, and it is not known if it may be. */
  readonly learnIfAllowed: () => void;
  /** The pointer rests on a number: a call may follow. */
  readonly onRest: () => void;
  /** Finds the numbers of a text anew, because it is not what it was. */
  readonly lookAgain: (node: Text) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Where the pointer was last seen. */
interface Place {
  readonly clientX: number;
  readonly clientY: number;
  readonly target: Element | null;
  readonly isOnCard: boolean;
}

/** The pointer's place is looked up this often while it moves. */
const LOOK_EVERY_MS = 40;

/**
 * Watches the pointer: shows the card of the number under it, and takes real, plain clicks on
 * numbers and on links that dial. Everything else is the page's. The returned function ends it.
 */
export function watchPointer(parts: PointerParts): () => void {
  const { surface, marks, card, caller, isReal } = parts;
  const stopper = new AbortController();
  const listening = { capture: true, passive: true, signal: stopper.signal };
  const hover = new Hover(
    ({ callable, box }) => {
      caller.offer(callable, box);
      parts.onRest();
    },
    () => {
      if (!card.isSaying) {
        card.hide();
      }
    },
  );
  let last: Place | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;

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
    const link = target && linkOf(target);
    const mark = link === null && !isOnCard ? marks.at(clientX, clientY) : null;

    if (isOnCard) {
      hover.stay();
    } else if (link !== null) {
      parts.learnIfAllowed();
      hoverOver(link, () => callableOfLink(link), link.getBoundingClientRect());
    } else if (mark !== null && isStillThere(mark)) {
      hoverOver(mark, () => callableOfMark(mark), boxAt(mark, clientX, clientY));
    } else {
      hover.off();
    }
  }

  function hoverOver(key: object, read: () => Callable, box: DOMRectReadOnly): void {
    if (parts.isAllowed() === true) {
      hover.on(key, () => ({ key, callable: read(), box }));
    }
  }

  function clicked(event: MouseEvent): void {
    if (!isReal(event) || !isPlain(event) || card.isTargetOf(event)) {
      return;
    }

    const target = targetOf(event);
    const link = target && linkOf(target);

    close();
    if (target === null || parts.isAllowed() !== true) {
      return;
    }
    if (link !== null) {
      event.preventDefault();
      hover.used(link);
      caller.call(callableOfLink(link), link.getBoundingClientRect());
    } else if (mayTake(event, target)) {
      callAt(event);
    }
  }

  function callAt({ clientX, clientY }: MouseEvent): void {
    const mark = marks.at(clientX, clientY);

    if (mark === null) {
      return;
    }
    if (isStillThere(mark)) {
      hover.used(mark);
      caller.call(callableOfMark(mark), boxAt(mark, clientX, clientY));
    } else {
      // The text changed between mark and click: what it shows now is what is dialled.
      parts
        .lookAgain(mark.parts[0].node)
        .then(() => {
          const found = marks.at(clientX, clientY);

          if (found !== null && isStillThere(found)) {
            hover.used(found);
            caller.call(callableOfMark(found), boxAt(found, clientX, clientY));
          }
        })
        .catch(parts.onError);
    }
  }

  function boxAt({ range }: Mark, x: number, y: number): DOMRectReadOnly {
    const boxes = surface.boxesOf(range);
    const isAt = ({ left, right, top, bottom }: DOMRectReadOnly) =>
      left <= x && x <= right && top <= y && y <= bottom;

    return boxes.find(isAt) ?? boxes[0] ?? new DOMRect(x, y, 0, 0);
  }

  window.addEventListener('pointermove', moved, listening);
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
  for (const type of ['scroll', 'resize', 'blur']) {
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

  return () => {
    stopper.abort();
    clearTimeout(looking);
    close();
  };
}

/** A primary click without a modifier: all others ask the browser for something. */
function isPlain({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether a click on plain text is ours: not the end of a selection, and on no control. */
function mayTake({ detail }: MouseEvent, target: Element): boolean {
  const isSelecting = detail > 1 || getSelection()?.isCollapsed === false;

  return !isSelecting && !isEdited(target) && !isInControl(target);
}

function linkOf(element: Element): Element | null {
  const link = element.closest(DIAL_LINKS);

  return link !== null && !isEdited(link) ? link : null;
}

/** The innermost element of an event, also inside an open shadow root. */
function targetOf(event: Event): Element | null {
  const [target] = event.composedPath();

  return target instanceof Element ? target : null;
}
