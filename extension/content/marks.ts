import type { FoundNumber } from '../../src/number/find-numbers';
import type { Surface } from './surface';

/** A phone number that was found in a text node, and what stood there when it was found. */
export interface Mark {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly e164: string;
  readonly ext: string | null;
  readonly range: AbstractRange;
}

/** How far beside a number the pointer may be, in CSS pixels. */
const SLACK_PX = 1;

/** True if the text under a mark is what was found there. */
export function isStillThere({ node, start, end, written }: Mark): boolean {
  return node.isConnected && node.data.slice(start, end) === written;
}

/** The marked numbers of a page. */
export class Marks {
  readonly #byNode = new Map<Text, readonly Mark[]>();
  readonly #surface: Surface;
  #count = 0;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  get count(): number {
    return this.#count;
  }

  /** Puts a node's marks in the place of those it had. */
  set(node: Text, numbers: readonly FoundNumber[]): void {
    this.drop(node);
    if (numbers.length === 0) {
      return;
    }

    const marks = numbers.map((number) => markIn(node, number));

    for (const { range } of marks) {
      this.#surface.paint(range);
    }
    this.#byNode.set(node, marks);
    this.#count += marks.length;
  }

  drop(node: Text): void {
    const marks = this.#byNode.get(node) ?? [];

    for (const { range } of marks) {
      this.#surface.unpaint(range);
    }
    this.#byNode.delete(node);
    this.#count -= marks.length;
  }

  /** Drops the marks of texts that the page has removed, and says which texts those were. */
  sweep(): readonly Text[] {
    const removed = [...this.#byNode.keys()].filter(({ isConnected }) => !isConnected);

    for (const node of removed) {
      this.drop(node);
    }

    return removed;
  }

  clear(): void {
    this.#byNode.clear();
    this.#count = 0;
    this.#surface.clear();
  }

  /** The mark at a place in a text. */
  in(node: Node, offset: number): Mark | null {
    return this.#of(node).find(({ start, end }) => start <= offset && offset <= end) ?? null;
  }

  /** The mark under a point of the viewport. */
  at(x: number, y: number): Mark | null {
    if (this.#count === 0) {
      return null;
    }

    const caret = this.#surface.caretAt(x, y);
    const mark = caret && this.in(caret.node, caret.offset);

    if (mark && this.#covers(mark, x, y)) {
      return mark;
    }

    // No caret goes into text that cannot be selected.
    return (
      [...(this.#surface.elementAt(x, y)?.childNodes ?? [])]
        .flatMap((node) => this.#of(node))
        .find((found) => this.#covers(found, x, y)) ?? null
    );
  }

  #of(node: Node): readonly Mark[] {
    // Only text nodes are keys; asking with another node finds nothing.
    return this.#byNode.get(node as Text) ?? [];
  }

  #covers({ range }: Mark, x: number, y: number): boolean {
    return this.#surface
      .boxesOf(range)
      .some(
        ({ left, right, top, bottom }) =>
          x >= left - SLACK_PX &&
          x <= right + SLACK_PX &&
          y >= top - SLACK_PX &&
          y <= bottom + SLACK_PX,
      );
  }
}

function markIn(node: Text, { start, end, e164, ext }: FoundNumber): Mark {
  // Static, unlike Range: the page's own changes to the text need not move hundreds of ranges.
  const range = new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });

  return { node, start, end, written: node.data.slice(start, end), e164, ext, range };
}
