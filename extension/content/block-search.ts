import type { Neighbours } from './blocks';

/** From here on it is cheaper to look at the whole page again. */
const MOST_ROOTS = 1_000;
/** Lines that were added one after the other are looked at together. */
const MOST_IN_ROW = 32;

/** A way through a part of the page; null is a step that found nothing. */
type Walk<Found> = Generator<Found | null, void>;

/** Looks for the parts of a page, one step at a time, in what was there and what is added. */
export class BlockSearch<Found extends object> {
  readonly #divide: (nodes: Neighbours) => Walk<Found>;
  readonly #roots = new Set<Node>();
  readonly #walks: Walk<Found>[] = [];

  constructor(divide: (nodes: Neighbours) => Walk<Found>) {
    this.#divide = divide;
  }

  get hasWork(): boolean {
    return this.#walks.length > 0 || this.#roots.size > 0;
  }

  add(root: Node): void {
    if (this.#roots.size >= MOST_ROOTS) {
      this.#roots.clear();
      this.#roots.add(document.body);
    }
    this.#roots.add(root);
  }

  /** Goes this way before any other. */
  goFirst(walk: Walk<Found>): void {
    this.#walks.push(walk);
  }

  /** Tells what the next steps find, for as long as there are any and `goesOn`. */
  run(goesOn: () => boolean, told: (found: Found) => void): void {
    while (goesOn() && this.hasWork) {
      const walk = this.#walks.pop() ?? this.#nextWalk();
      const step = walk?.next();

      if (walk && step?.done !== true) {
        this.#walks.push(walk);
      }
      if (step?.value) {
        told(step.value);
      }
    }
  }

  clear(): void {
    this.#roots.clear();
    this.#walks.length = 0;
  }

  #nextWalk(): Walk<Found> | null {
    let row: [Node, ...Node[]] | null = null;

    for (const root of this.#roots) {
      if (row !== null && (row.length >= MOST_IN_ROW || row.at(-1)?.nextSibling !== root)) {
        break;
      }
      this.#roots.delete(root);
      if (root.isConnected) {
        row = row === null ? [root] : [...row, root];
      }
    }

    return row && this.#divide(row);
  }
}
