import { blocksInRow, type Neighbours } from './blocks';

/** From here on it is cheaper to look at the whole page again. */
const MOST_ROOTS = 1_000;
/** Lines that were added one after the other are looked at together. */
const MOST_IN_ROW = 32;

/** Looks for the blocks of a page, one step at a time, in what was there and what is added. */
export class BlockSearch {
  readonly #roots = new Set<Node>();
  #walk: Generator<Neighbours | null, void> | null = null;

  get hasWork(): boolean {
    return this.#walk !== null || this.#roots.size > 0;
  }

  add(root: Node): void {
    if (this.#roots.size >= MOST_ROOTS) {
      this.#roots.clear();
      this.#roots.add(document.body);
    }
    this.#roots.add(root);
  }

  /** Tells the blocks of the next steps, for as long as there are any and `goesOn`. */
  run(goesOn: () => boolean, told: (block: Neighbours) => void): void {
    while (goesOn() && this.hasWork) {
      this.#walk ??= this.#nextWalk();

      const step = this.#walk?.next();

      if (step?.done === true) {
        this.#walk = null;
      } else if (step?.value) {
        told(step.value);
      }
    }
  }

  clear(): void {
    this.#roots.clear();
    this.#walk = null;
  }

  #nextWalk() {
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

    return row && blocksInRow(row);
  }
}
