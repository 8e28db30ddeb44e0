import { endsOf } from './blocks';
import type { Place, Places } from './viewport';

/** Neighbours whose text may hold phone numbers, and whether the user has them before their eyes. */
export interface Block {
  readonly nodes: readonly Node[];
  /** Where the first and the last digits stand. */
  readonly ends: readonly Element[];
  readonly isNear: boolean;
  /** False while some of its text waits to be read. */
  isRead: boolean;
  /** The texts in it that were read. */
  readonly texts: Set<Text>;
}

/** Blocks grow together up to so many neighbours. */
const LONGEST = 32;

interface WatchedBlock extends Block {
  nodes: Node[];
  ends: readonly Element[];
  isNear: boolean;
}

/**
 * The blocks of a page, and which of them are near what it shows. Only these are read: what a page
 * of any length costs depends on what fits on a screen.
 */
export class BlockWatch {
  readonly #places: Places;
  readonly #onTurn: (block: Block) => void;
  readonly #blocks = new Set<WatchedBlock>();
  readonly #byEnd = new Map<Element, Set<WatchedBlock>>();
  readonly #placeOf = new Map<Element, Place>();
  readonly #byFirst = new WeakMap<Node, WatchedBlock>();
  readonly #byLast = new WeakMap<Node, WatchedBlock>();

  /** `onTurn` hears of each block that has come near or gone far, or has something to read. */
  constructor(
    watch: (told: (places: ReadonlyMap<Element, Place>) => void) => Places,
    onTurn: (block: Block) => void,
  ) {
    this.#onTurn = onTurn;
    this.#places = watch((places) => {
      this.#moved(places);
    });
  }

  get all(): Iterable<Block> {
    return this.#blocks;
  }

  /** Watches neighbours; with the block before them, as one, while that is short. */
  add(nodes: readonly [Node, ...Node[]]): void {
    const block = this.#blockFor(nodes);
    const last = nodes.at(-1) ?? nodes[0];

    block.nodes.push(...nodes.filter((node) => !block.nodes.includes(node)));
    block.isRead = false;
    this.#blocks.add(block);
    this.#byFirst.set(nodes[0], block);
    this.#byLast.set(last, block);
    this.#place(block);
  }

  /** Lets go of what the page has removed. */
  sweep(): void {
    for (const block of this.#blocks) {
      if (!block.nodes.every(({ isConnected }) => isConnected)) {
        block.nodes = block.nodes.filter(({ isConnected }) => isConnected);
        this.#place(block);
      } else if (!block.ends.every(({ isConnected }) => isConnected)) {
        this.#place(block);
      }
    }
  }

  /** Looks anew where everything stands: the page may have jumped over a block in one go. */
  again(): void {
    this.#places.again();
  }

  stop(): void {
    this.#places.stop();
    this.#blocks.clear();
    this.#byEnd.clear();
    this.#placeOf.clear();
  }

  /** The block that is these nodes already, or ends right before them and is short, or a new one. */
  #blockFor([first, ...others]: readonly [Node, ...Node[]]): WatchedBlock {
    const same = this.#byFirst.get(first);
    const before = first.previousSibling && this.#byLast.get(first.previousSibling);

    if (same !== undefined && this.#blocks.has(same)) {
      return same;
    }
    if (before && this.#blocks.has(before) && before.nodes.length + others.length < LONGEST) {
      return before;
    }

    return { nodes: [], ends: [], isNear: false, isRead: false, texts: new Set<Text>() };
  }

  #place(block: WatchedBlock): void {
    const ends = endsOf(block.nodes);

    for (const end of block.ends.filter((old) => !ends.includes(old))) {
      this.#unwatch(end, block);
    }
    for (const end of ends.filter((added) => !block.ends.includes(added))) {
      const others = this.#byEnd.get(end);

      this.#byEnd.set(end, (others ?? new Set()).add(block));
      if (others === undefined) {
        this.#places.watch(end);
      }
    }
    block.ends = ends;
    if (ends.length === 0) {
      this.#blocks.delete(block); // Code, or an editor's text, or nothing any more.
    } else {
      this.#turn(block);
    }
  }

  #unwatch(end: Element, block: WatchedBlock): void {
    const others = this.#byEnd.get(end);

    others?.delete(block);
    if (others?.size === 0) {
      this.#byEnd.delete(end);
      this.#placeOf.delete(end);
      this.#places.unwatch(end);
    }
  }

  #moved(places: ReadonlyMap<Element, Place>): void {
    const moved = new Set<WatchedBlock>();

    for (const [element, place] of places) {
      this.#placeOf.set(element, place);
      for (const block of this.#byEnd.get(element) ?? []) {
        moved.add(block);
      }
    }
    for (const block of moved) {
      this.#turn(block);
    }
  }

  #turn(block: WatchedBlock): void {
    const places = block.ends.map((end) => this.#placeOf.get(end));
    const isNear =
      places.includes('near') || (places.includes('before') && places.includes('after'));

    if (isNear !== block.isNear || !block.isRead) {
      block.isNear = isNear;
      this.#onTurn(block);
    }
  }
}
