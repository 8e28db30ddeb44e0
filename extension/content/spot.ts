import { callableOfLink, callableOfMark, type Callable } from './callable';
import { isStillThere, type Mark } from './marks';
import { elementAround } from './runs';
import type { Surface } from './surface';

/** A number or a link that dials, where it stands on the page. */
export interface Spot {
  /** The same for as long as it is the same number or link. */
  readonly key: object;
  readonly mark: Mark | null;
  /** The element that shows all of it. */
  readonly element: Element;
  /** The element whose style its letters have. */
  readonly text: Element;
  readonly callable: () => Callable;
  /** Where it is now, in the viewport: the line under a point, if one is given. */
  readonly box: () => DOMRectReadOnly;
  /** False once the page shows something else there. */
  readonly isThere: () => boolean;
}

/** The place of a link that dials. */
export function spotOfLink(link: Element): Spot {
  const href = link.getAttribute('href');

  return {
    key: link,
    mark: null,
    element: link,
    text: textIn(link),
    callable: () => callableOfLink(link),
    box: () => link.getBoundingClientRect(),
    isThere: () => link.isConnected && link.getAttribute('href') === href,
  };
}

/** A mark; with a point, the line of it that is there. */
export function spotOfMark(surface: Surface, mark: Mark, x?: number, y?: number): Spot | null {
  const element = elementAround(mark.parts[0].node);

  return (
    element && {
      key: mark,
      mark,
      element,
      text: element,
      callable: () => callableOfMark(mark),
      box: () => boxOf(surface.boxesOf(mark.range), x, y),
      isThere: () => isStillThere(mark),
    }
  );
}

function boxOf(boxes: readonly DOMRectReadOnly[], x = -1, y = -1): DOMRectReadOnly {
  const isAt = ({ left, right, top, bottom }: DOMRectReadOnly) =>
    left <= x && x <= right && top <= y && y <= bottom;

  return boxes.find(isAt) ?? boxes[0] ?? new DOMRect(x, y, 0, 0);
}

/** A link of icon and words has its letters further in. */
function textIn(link: Element): Element {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);

  while (walker.nextNode() !== null) {
    const { currentNode } = walker;

    if (currentNode.textContent?.trim() !== '') {
      return currentNode.parentElement ?? link;
    }
  }

  return link;
}
