import type { Surface } from './surface';
import type { Place, Places } from './viewport';

/** The last line of a list that was looked at. What comes after it waits for it to come near. */
interface Tail {
  readonly last: Element;
  place: Place | null;
  hasMore: boolean;
}

/** A list whose end is in sight is not asked again with each line where its end is. */
const TRY_AGAIN_MS = 1_000;

/**
 * Lists that grow beyond what the page shows, as chats and logs do. What is added there is not even
 * looked at before their end comes near: a page may add hundreds of lines a second that nobody sees.
 */
export class Tails {
  readonly #places: Places;
  readonly #byList = new Map<Node, Tail>();
  readonly #byLast = new Map<Element, Node>();
  readonly #triedAtMs = new WeakMap<Node, number>();
  readonly #nowMs: () => number;
  readonly #onNear: (line: Node) => void;

  /** `onNear` hears of each line that is to be looked at after all. */
  constructor(surface: Surface, onNear: (line: Node) => void) {
    this.#nowMs = () => surface.nowMs();
    this.#onNear = onNear;
    this.#places = surface.watchPlaces((places) => {
      for (const [last, place] of places) {
        this.#told(last, place);
      }
    });
  }

  /** True if what was added at a list's end may wait. */
  takes(list: Node, added: Node): boolean {
    const tail = this.#byList.get(list);

    if (tail === undefined) {
      this.#begin(list, added);

      return false;
    }
    if (tail.place !== 'after' || (added as Element).localName !== tail.last.localName) {
      return false; // Of another kind, it may stand anywhere.
    }
    tail.hasMore = true;

    return true;
  }

  /** Has all looked at that waits. */
  flush(): void {
    for (const list of [...this.#byList.keys()]) {
      this.#end(list);
    }
  }

  /** Lets go of lists whose last line is gone. */
  sweep(): void {
    for (const [list, { last }] of this.#byList) {
      if (last.parentNode !== list || !last.isConnected) {
        this.#end(list);
      }
    }
  }

  again(): void {
    this.#places.again();
  }

  stop(): void {
    this.#places.stop();
    this.#byList.clear();
    this.#byLast.clear();
  }

  #begin(list: Node, last: Node): void {
    const isDue = this.#nowMs() - (this.#triedAtMs.get(list) ?? -Infinity) > TRY_AGAIN_MS;

    if (isDue && isLine(last) && list !== document.body) {
      this.#triedAtMs.set(list, this.#nowMs());
      this.#byList.set(list, { last, place: null, hasMore: false });
      this.#byLast.set(last, list);
      this.#places.watch(last);
    }
  }

  #told(last: Element, place: Place): void {
    const list = this.#byLast.get(last);
    const tail = list && this.#byList.get(list);

    if (list !== undefined && tail !== undefined) {
      tail.place = place;
      if (place !== 'after') {
        this.#end(list);
      }
    }
  }

  #end(list: Node): void {
    const tail = this.#byList.get(list);

    if (tail === undefined) {
      return;
    }

    const { last, hasMore } = tail;
    const isThere = last.parentNode === list;

    this.#byList.delete(list);
    this.#byLast.delete(last);
    this.#places.unwatch(last);
    if (hasMore && list.isConnected) {
      for (let line = isThere ? last.nextSibling : list.firstChild; line; line = line.nextSibling) {
        this.#onNear(line);
      }
    }
  }
}

/** One of many of its kind, and not a dialog that was put at the end of the page. */
function isLine(node: Node): node is Element {
  return (
    node.nodeType === Node.ELEMENT_NODE &&
    (node as Element).previousElementSibling?.localName === (node as Element).localName
  );
}
