import type { PlacedNumber } from '../../src/protocol/requests';
import { besideText, partsOf, type Part, type Run } from './runs';
import type { Surface } from './surface';

/** A phone number that was found in a page's text, and what stood there when it was found. */
export interface Mark {
  /** Where it stands; in several texts if elements divide it. */
  readonly parts: readonly [Part, ...Part[]];
  readonly written: string;
  readonly e164: string;
  readonly ext: string | null;
  readonly country: string | null;
  readonly isFax: boolean;
  readonly range: AbstractRange;
}

/** How far beside a number the pointer may be, in CSS pixels. */
const SLACK_PX = 1;
/**
 * With each change of a page the browser goes through all ranges of a highlight, painted or not:
 * 6 to 20 microseconds each. So many a screen full of numbers may have.
 */
const MOST_PAINTED = 400;

/** True if the text under a mark is what was found there. */
export function isStillThere({ parts, written }: Mark): boolean {
  return (
    parts.every(
      ({ node }, index) =>
        node.isConnected && (index === 0 || besideText(node, false) === parts[index - 1]?.node),
    ) && parts.map(({ node, start, end }) => node.data.slice(start, end)).join('') === written
  );
}

/** The numbers that were found in a page, and which of them is under the pointer. */
export class Marks {
  readonly #byNode = new WeakMap<Text, readonly Mark[]>();
  readonly #all = new Set<Mark>();
  readonly #painted = new Set<Mark>();
  readonly #surface: Surface;
  /** False where the user wants numbers callable and not marked. */
  isPainted = true;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  get count(): number {
    return this.#all.size;
  }

  /** Takes numbers in a run up; to be seen they must be shown. */
  add(run: Run, numbers: readonly PlacedNumber[]): void {
    for (const number of numbers) {
      const mark = markIn(run, number);

      // Of a text that grew, only the end was looked at: the whole of a number is marked already.
      if (mark !== null && !this.#isMarked(mark)) {
        for (const { node } of mark.parts) {
          this.#byNode.set(node, [...this.#of(node), mark]);
        }
        this.#all.add(mark);
      }
    }
  }

  /** Paints the marks of some texts. */
  show(texts: Iterable<Text>): void {
    for (const mark of this.isPainted ? this.#ofAll(texts) : []) {
      if (!this.#painted.has(mark) && this.#painted.size < MOST_PAINTED) {
        this.#painted.add(mark);
        this.#surface.paint(mark.range);
      }
    }
  }

  /** Takes the paint off some texts. Their numbers can be called all the same. */
  hide(texts: Iterable<Text>): void {
    for (const mark of this.#ofAll(texts)) {
      this.#unpaint(mark);
    }
  }

  /** Drops a text's marks, those that begin before an offset excepted. */
  drop(text: Text, from = 0): void {
    for (const mark of this.#of(text)) {
      if (from === 0 || mark.parts.some(({ node, start }) => node !== text || start >= from)) {
        this.#drop(mark);
      }
    }
  }

  /** Drops the marks in texts that the page has removed, and says which texts were in them. */
  sweep(): readonly Text[] {
    const texts: Text[] = [];

    for (const mark of this.#all) {
      if (!mark.parts.every(({ node }) => node.isConnected)) {
        texts.push(...mark.parts.map(({ node }) => node));
        this.#drop(mark);
      }
    }

    return texts;
  }

  /** All of them, in the order they were found. */
  all(): Iterable<Mark> {
    return this.#all;
  }

  /** Drops the marks of a number, wherever it stands. */
  dropNumber(e164: string): void {
    for (const mark of this.#all) {
      if (mark.e164 === e164) {
        this.#drop(mark);
      }
    }
  }

  clear(): void {
    for (const mark of this.#all) {
      this.#forget(mark);
    }
    this.#all.clear();
    this.#painted.clear();
    this.#surface.clear();
  }

  /** The mark under a point of the viewport. */
  at(x: number, y: number): Mark | null {
    if (this.#all.size === 0) {
      return null;
    }

    const caret = this.#surface.caretAt(x, y);
    const mark = caret && this.#in(caret.node, caret.offset);

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

  #isMarked({ parts }: Mark): boolean {
    return parts.some((part) =>
      this.#of(part.node).some(({ parts: others }) =>
        others.some(
          ({ node, start, end }) => node === part.node && start < part.end && part.start < end,
        ),
      ),
    );
  }

  #in(at: Node, offset: number): Mark | undefined {
    return this.#of(at).find(({ parts }) =>
      parts.some(({ node, start, end }) => node === at && start <= offset && offset <= end),
    );
  }

  #of(node: Node): readonly Mark[] {
    // Only text nodes are keys; asking with another node finds nothing.
    return this.#byNode.get(node as Text) ?? [];
  }

  #drop(mark: Mark): void {
    this.#forget(mark);
    this.#all.delete(mark);
    this.#unpaint(mark);
  }

  #unpaint(mark: Mark): void {
    if (this.#painted.delete(mark)) {
      this.#surface.unpaint(mark.range);
    }
  }

  #ofAll(texts: Iterable<Text>): Mark[] {
    return [...texts].flatMap((text) => this.#of(text));
  }

  #forget(mark: Mark): void {
    for (const { node } of mark.parts) {
      this.#byNode.set(
        node,
        this.#of(node).filter((other) => other !== mark),
      );
    }
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

function markIn(run: Run, number: PlacedNumber): Mark | null {
  const { start, end, e164, ext, country, isFax = false } = number;
  const [first, ...others] = partsOf(run, start, end);
  const last = others.at(-1) ?? first;

  if (first === undefined || last === undefined) {
    return null;
  }

  // Static, unlike Range: the page's own changes to the text need not move hundreds of ranges.
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: first.start,
    endContainer: last.node,
    endOffset: last.end,
  });

  return {
    parts: [first, ...others],
    written: run.text.slice(start, end),
    e164,
    ext,
    country,
    isFax,
    range,
  };
}
