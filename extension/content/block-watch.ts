import { firstEndOf, lastEndOf, type Neighbours } from './blocks';
import type { Place, Places } from './viewport';

/** Neighbours whose text may hold phone numbers, and whether the user has them before their eyes. */
export interface Block {
  readonly nodes: readonly Node[];
  readonly isNear: boolean;
  /** False while some of its text waits to be read. */
  isRead: boolean;
  /** The texts in it that were read. */
  readonly texts: Set<Text>;
}

/** Blocks grow together up to so many neighbours. */
const LONGEST = 12;

interface WatchedBlock extends Block {
  nodes: Node[];
  /** Where the first digits stand. */
  first: Element | null;
  /** Where the last ones stand; looked for once the first are before what the page shows. */
  last: Element | null;
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
  readonly #known = new Map<Element, Place>();
  readonly #broken = new Set<WatchedBlock>();
  readonly #byNode = new WeakMap<Node, WatchedBlock>();

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

  /** Watches neighbours; with the block before them, as one, while that is short. Says in which blocks they are. */
  add(nodes: Neighbours): readonly Block[] {
    const [first, ...others] = nodes.filter((node) => this.#blockOf(node) === undefined);
    const blocks = new Set(nodes.map((node) => this.#blockOf(node)).filter(isKnown));

    if (first !== undefined) {
      const block = this.#blockFor(first, others.length);

      for (const node of [first, ...others]) {
        block.nodes.push(node);
        this.#byNode.set(node, block);
      }
      this.#blocks.add(block);
      blocks.add(block);
    }
    for (const block of blocks) {
      block.isRead = false;
      this.#place(block);
    }

    return [...blocks].filter((block) => this.#blocks.has(block));
  }

  /** Hears of what the page has taken away; it may put it elsewhere. */
  removed(nodes: Iterable<Node>): void {
    for (const node of nodes) {
      const block = this.#blockOf(node);

      if (block !== undefined) {
        block.nodes = block.nodes.filter((other) => other !== node);
        this.#byNode.delete(node);
        this.#broken.add(block);
      }
    }
  }

  /** Lets go of what the page has removed. */
  sweep(): void {
    for (const block of this.#blocks) {
      const isWhole =
        !this.#broken.has(block) && block.nodes.every(({ isConnected }) => isConnected);

      if (!isWhole || block.first?.isConnected !== true || block.last?.isConnected === false) {
        block.nodes = block.nodes.filter(({ isConnected }) => isConnected);
        this.#place(block);
      }
    }
    this.#broken.clear();
  }

  /** Looks anew where everything stands: the page may have jumped over a block in one go. */
  again(): void {
    this.#places.again();
  }

  stop(): void {
    this.#places.stop();
    this.#blocks.clear();
    this.#byEnd.clear();
    this.#known.clear();
  }

  #blockOf(node: Node): WatchedBlock | undefined {
    const block = this.#byNode.get(node);

    return block !== undefined && this.#blocks.has(block) ? block : undefined;
  }

  /** The block that ends right before these nodes, while it is short, or a new one. */
  #blockFor(first: Node, others: number): WatchedBlock {
    const before = first.previousSibling && this.#blockOf(first.previousSibling);

    if (before && before.nodes.length + others < LONGEST) {
      return before;
    }

    return { nodes: [], first: null, last: null, isNear: false, isRead: false, texts: new Set() };
  }

  #place(block: WatchedBlock): void {
    const first = firstEndOf(block.nodes);

    const gone = [block.first, block.last].filter((end) => end !== first);

    block.first = first;
    block.last = null;
    for (const end of gone) {
      this.#unwatch(end, block);
    }
    this.#watch(first, block);
    if (first === null) {
      // Code, or an editor's text, or nothing any more.
      this.#blocks.delete(block);
      block.isNear = false;
      block.isRead = true;
      this.#onTurn(block);
    } else {
      this.#turn(block);
    }
  }

  #watch(end: Element | null, block: WatchedBlock): void {
    if (end !== null) {
      const others = this.#byEnd.get(end);

      this.#byEnd.set(end, (others ?? new Set()).add(block));
      if (others === undefined) {
        this.#places.watch(end);
      }
    }
  }

  #unwatch(end: Element | null, block: WatchedBlock): void {
    const others = end === null ? undefined : this.#byEnd.get(end);

    others?.delete(block);
    if (end !== null && others?.size === 0) {
      this.#byEnd.delete(end);
      this.#known.delete(end);
      this.#places.unwatch(end);
    }
  }

  #moved(places: ReadonlyMap<Element, Place>): void {
    const moved = new Set<WatchedBlock>();

    for (const [element, place] of places) {
      this.#known.set(element, place);
      for (const block of this.#byEnd.get(element) ?? []) {
        moved.add(block);
      }
    }
    for (const block of moved) {
      this.#turn(block);
    }
  }

  #turn(block: WatchedBlock): void {
    const isNear = this.#isNear(block);

    if (isNear !== block.isNear || !block.isRead) {
      block.isNear = isNear;
      this.#onTurn(block);
    }
  }

  /** A block may begin before what the page shows, and end after it. */
  #isNear(block: WatchedBlock): boolean {
    const place = this.#placeOf(block.first);

    if (place === 'near' || place === 'after' || place === null) {
      return place === 'near';
    }
    if (block.last === null) {
      block.last = lastEndOf(block.nodes);
      this.#watch(block.last, block);
    }

    const lastPlace = this.#placeOf(block.last);

    return lastPlace === 'near' || (place === 'before' && lastPlace === 'after');
  }

  #placeOf(end: Element | null): Place | null {
    return (end && this.#known.get(end)) ?? null;
  }
}

function isKnown(block: WatchedBlock | undefined): block is WatchedBlock {
  return block !== undefined;
}
