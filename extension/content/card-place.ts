/** Between the number and its card, and between the card and the edge of the viewport. */
const GAP_PX = 6;
const EDGE_PX = 8;
/** Smaller than the numbers that people read. */
const GRID_PX = { x: 40, y: 12 };

/** What a card is placed by. */
export interface Places {
  /** What the card belongs to. */
  readonly box: DOMRectReadOnly;
  readonly card: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isRightToLeft: boolean;
  /** Words stand above or below what they are about, a number's card on its line if it can. */
  readonly isSaying: boolean;
  /** Whether another number stands at a point, which the card should leave free. */
  readonly isTaken: (x: number, y: number) => boolean;
}

/** Where the upper left corner of a card comes. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/**
 * A number's card stands on its line, after it, where it hides no other number; else on the other
 * side, above or below, wherever it hides least. It is never out of the viewport.
 */
export function cornerFor(places: Places): Corner {
  const corners = wishes(places);
  const [best] = corners
    .filter((corner) => fits(corner, places))
    .map((corner) => ({ corner, hidden: hiddenBy(corner, places) }))
    .sort((a, b) => a.hidden - b.hidden);

  return best?.corner ?? within(corners.at(-1) ?? { left: 0, top: 0 }, places);
}

function wishes({ box, card, viewport, isRightToLeft, isSaying }: Places): Corner[] {
  const middle = keep((box.top + box.bottom - card.height) / 2, viewport.height - card.height);
  const right = { left: box.right + GAP_PX, top: middle };
  const left = { left: box.left - GAP_PX - card.width, top: middle };
  const start = keep(
    isRightToLeft ? box.right - card.width : box.left,
    viewport.width - card.width,
  );
  const above = { left: start, top: box.top - GAP_PX - card.height };
  const below = { left: start, top: box.bottom + GAP_PX };
  const beside = isRightToLeft ? [left, right] : [right, left];

  return isSaying ? [above, below] : [...beside, above, below];
}

function fits({ left, top }: Corner, { card, viewport }: Places): boolean {
  return (
    left >= EDGE_PX &&
    top >= EDGE_PX &&
    left + card.width + EDGE_PX <= viewport.width &&
    top + card.height + EDGE_PX <= viewport.height
  );
}

/** How much of other numbers is under the card, looked for on a grid of a line's size. */
function hiddenBy({ left, top }: Corner, { card, isTaken }: Places): number {
  let hidden = 0;

  for (let x = left; x <= left + card.width; x += GRID_PX.x) {
    for (let y = top; y <= top + card.height; y += GRID_PX.y) {
      hidden += isTaken(x, y) ? 1 : 0;
    }
  }

  return hidden;
}

/** The same corner, or the nearest one with all of the card in the viewport. */
export function within(
  { left, top }: Corner,
  { card, viewport }: Pick<Places, 'card' | 'viewport'>,
): Corner {
  return {
    left: keep(left, viewport.width - card.width),
    top: keep(top, viewport.height - card.height),
  };
}

/** A place between the edge of the viewport and `most` without its edge. */
function keep(place: number, most: number): number {
  return Math.max(EDGE_PX, Math.min(place, most - EDGE_PX));
}
