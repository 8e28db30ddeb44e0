import type { Surface } from './surface';
import type { Place, Places } from './viewport';

/** A list that is looked at in rows: where each but the first begins. The first is looked at at once. */
export interface LongList {
  readonly list: Node;
  readonly firsts: readonly Element[];
  /** True if these rows come after those that are known. */
  readonly goesOn: boolean;
}

/** Lines that stand one after the other in a list: from the first up to where the next row begins. */
interface Row {
  readonly first: Element;
  place: Place | null;
  /** True while nobody has looked at it. */
  waits: boolean;
  /** The page put something into it since. */
  isNew: boolean;
}

/** A list whose end is in sight is not asked again with each line where its end is. */
const TRY_AGAIN_MS = 1_000;

/**
 * Rows of long lists that are beyond what the page shows. They are not even looked at before they come
 * near, and neither is what a chat or a log gets at its end: a page may add hundreds of lines a second
 * that nobody sees.
 */
export class Rows {
  readonly #places: Places;
  readonly #lists = new Map<Node, Row[]>();
  readonly #listOf = new Map<Element, Node>();
  readonly #lost = new Set<Node>();
  readonly #triedAtMs = new WeakMap<Node, number>();
  readonly #nowMs: () => number;
  readonly #onNear: (first: Element, end: Element | null, isNew: boolean) => void;

  /** `onNear` hears of each row that is to be looked at. */
  constructor(
    surface: Surface,
    onNear: (first: Element, end: Element | null, isNew: boolean) => void,
  ) {
    this.#nowMs = () => surface.nowMs();
    this.#onNear = onNear;
    this.#places = surface.watchPlaces((places) => {
      this.#told(places);
    });
  }

  /** Puts off all rows of a list but its first. */
  add({ list, firsts, goesOn }: LongList): void {
    if (!goesOn) {
      this.#drop(list);
    }

    const known = this.#lists.get(list) ?? [];

    this.#lists.set(list, [...known, ...firsts.map((first) => this.#begin(list, first))]);
  }

  /** True if what was added at a list's end may wait. */
  takes(list: Node, added: Node): boolean {
    const last = this.#lists.get(list)?.at(-1);

    if (last?.waits !== true) {
      this.#tryEnd(list, added);

      return false;
    }
    if (
      last.first.parentNode !== list ||
      last.place !== 'after' ||
      (added as Element).localName !== last.first.localName
    ) {
      return false; // Of another kind, it may stand anywhere.
    }
    last.isNew = true;

    return true;
  }

  /** Hears of what the page has taken away. */
  removed(nodes: Iterable<Node>): void {
    for (const node of this.#lists.size > 0 ? nodes : []) {
      const list = this.#listOf.get(node as Element);

      if (list !== undefined) {
        this.#lost.add(list);
      }
    }
  }

  /** Lets go of lists that lost the beginning of a row, and says which are to be looked at anew. */
  sweep(): readonly Node[] {
    const lost = [...this.#lost];

    this.#lost.clear();
    for (const list of this.#lists.keys()) {
      if (lost.includes(list) || !list.isConnected) {
        this.#drop(list);
      }
    }

    return lost.filter(({ isConnected }) => isConnected);
  }

  /** Has all looked at that waits. */
  flush(): void {
    for (const [list, rows] of this.#lists) {
      this.#lookAt(list, rows, () => true);
    }
  }

  again(): void {
    this.#places.again();
  }

  stop(): void {
    this.#places.stop();
    this.#lists.clear();
    this.#listOf.clear();
  }

  #begin(list: Node, first: Element): Row {
    this.#listOf.set(first, list);
    this.#places.watch(first);

    return { first, place: null, waits: true, isNew: false };
  }

  /** The next lines may wait if this one turns out to be beyond what the page shows. */
  #tryEnd(list: Node, added: Node): void {
    const isDue = this.#nowMs() - (this.#triedAtMs.get(list) ?? -Infinity) > TRY_AGAIN_MS;

    if (isDue && isLine(added) && list !== document.body && !this.#listOf.has(added)) {
      this.#triedAtMs.set(list, this.#nowMs());
      this.#lists.set(list, [...(this.#lists.get(list) ?? []), this.#begin(list, added)]);
    }
  }

  #told(places: ReadonlyMap<Element, Place>): void {
    const lists = new Set<Node>();

    for (const [first, place] of places) {
      const list = this.#listOf.get(first);
      const row = list && this.#lists.get(list)?.find((each) => each.first === first);

      if (list !== undefined && row !== undefined) {
        row.place = place;
        lists.add(list);
      }
    }
    for (const list of lists) {
      this.#lookAt(list, this.#lists.get(list) ?? [], isNear);
    }
  }

  #lookAt(list: Node, rows: readonly Row[], isDue: (row: Row, next: Row | undefined) => boolean) {
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];

      if (row.waits && isDue(row, next)) {
        row.waits = false;
        this.#onNear(row.first, next?.first ?? null, row.isNew);
      }
    }
    this.#forget(
      list,
      rows.filter(({ waits }, index) => !waits && rows[index - 1]?.waits !== true),
    );
  }

  /** A row that was looked at matters only as the end of one that was not. */
  #forget(list: Node, gone: readonly Row[]): void {
    const left = (this.#lists.get(list) ?? []).filter((row) => !gone.includes(row));

    for (const { first } of gone) {
      this.#listOf.delete(first);
      this.#places.unwatch(first);
    }
    if (left.length === 0) {
      this.#lists.delete(list);
    } else {
      this.#lists.set(list, left);
    }
  }

  #drop(list: Node): void {
    this.#forget(list, this.#lists.get(list) ?? []);
  }
}

/** A row may begin before what the page shows, and end after it. */
function isNear({ place }: Row, next: Row | undefined): boolean {
  if (place === null || next?.place === null) {
    return false; // The browser will tell.
  }

  return place === 'near' || place === 'hidden' || (next?.place ?? 'after') !== place;
}

/** One of many of its kind, and not a dialog that was put at the end of the page. */
function isLine(node: Node): node is Element {
  return (
    node.nodeType === Node.ELEMENT_NODE &&
    (node as Element).previousElementSibling?.localName === (node as Element).localName
  );
}
