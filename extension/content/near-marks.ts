import type { Mark } from './marks';
import { elementAround } from './runs';
import type { Surface } from './surface';

/**
 * With each change of a page the browser goes through all ranges of a highlight, painted or not:
 * 6 to 20 microseconds each. Up to this many it may.
 */
const MOST_PAINTED = 100;
/** Marks that are found together stand together: two of so many are measured. */
const GROUP = 16;
const LOOK_AGAIN_MS = 100;

/** Paints the marks near the viewport. The others can be clicked on as well: they are only not painted. */
export class NearMarks {
  readonly #surface: Surface;
  readonly #groups = new Map<Mark, Set<Mark>>();
  readonly #painted = new Set<Mark>();
  #open = new Set<Mark>();
  #isLooking = false;
  #isMoved = false;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  add(mark: Mark): void {
    if (this.#open.size >= GROUP) {
      this.#open = new Set();
    }
    this.#open.add(mark);
    this.#groups.set(mark, this.#open);
    // The first ones stand in what was looked at first: the viewport.
    if (this.#painted.size < MOST_PAINTED) {
      this.#paint(mark);
    }
    this.moved();
  }

  remove(mark: Mark): void {
    this.#groups.get(mark)?.delete(mark);
    this.#groups.delete(mark);
    this.#unpaint(mark);
  }

  clear(): void {
    this.#groups.clear();
    this.#painted.clear();
    this.#open = new Set();
    this.#surface.clear();
  }

  /** The page was scrolled or laid out anew: other marks may be near now. */
  moved(): void {
    if (this.#groups.size <= this.#painted.size) {
      return;
    }
    if (this.#isLooking) {
      this.#isMoved = true;

      return;
    }
    this.#isLooking = true;
    this.#isMoved = false;
    this.#surface.later(() => {
      this.#look();
    }, LOOK_AGAIN_MS);
  }

  #look(): void {
    const groups = [...new Set(this.#groups.values())];
    const ends = groups.map((group) => [...group]).map((group) => [group[0], group.at(-1)]);
    const elements = new Set(ends.flat().flatMap((mark) => elementOf(mark) ?? []));

    if (elements.size === 0) {
      this.#isLooking = false;

      return;
    }
    this.#surface.measure([...elements], (boxes) => {
      const far = groups.map((group, index) => ({
        group,
        distance: distanceOf(
          (ends[index] ?? []).flatMap((mark) => boxes.get(elementOf(mark) ?? document.body) ?? []),
        ),
      }));

      this.#isLooking = false;
      this.#show(far.sort((a, b) => a.distance - b.distance).map(({ group }) => group));
      if (this.#isMoved) {
        this.moved();
      }
    });
  }

  /** Paints the nearest groups and no others. */
  #show(groups: readonly ReadonlySet<Mark>[]): void {
    const wanted = new Set(groups.flatMap((group) => [...group]).slice(0, MOST_PAINTED));

    for (const mark of [...this.#painted]) {
      if (!wanted.has(mark)) {
        this.#unpaint(mark);
      }
    }
    for (const mark of wanted) {
      if (this.#groups.has(mark)) {
        this.#paint(mark);
      }
    }
  }

  #paint(mark: Mark): void {
    if (!this.#painted.has(mark)) {
      this.#painted.add(mark);
      this.#surface.paint(mark.range);
    }
  }

  #unpaint(mark: Mark): void {
    if (this.#painted.delete(mark)) {
      this.#surface.unpaint(mark.range);
    }
  }
}

function elementOf(mark: Mark | undefined): Element | null {
  return mark === undefined ? null : elementAround(mark.parts[0].node);
}

/** How far the middle of the viewport is from what lies between some boxes, in CSS pixels. */
function distanceOf(boxes: readonly DOMRectReadOnly[]): number {
  const shown = boxes.filter(({ width, height }) => width > 0 || height > 0);

  if (shown.length === 0) {
    return Infinity; // Nothing of it is laid out.
  }

  const middle = innerHeight / 2;
  const top = Math.min(...shown.map((box) => box.top));
  const bottom = Math.max(...shown.map((box) => box.bottom));

  return Math.max(0, top - middle, middle - bottom);
}
