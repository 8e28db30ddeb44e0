import { candidates, mayHoldNumber } from '../../src/number/candidates';
import type { FoundNumber } from '../../src/number/find-numbers';
import type { Marks } from './marks';
import { mayBeMarked } from './places';
import type { Surface } from './surface';

/** What the scanner asks the worker: for each text, the phone numbers in it. */
export type FindNumbers = (texts: string[]) => Promise<readonly (readonly FoundNumber[])[]>;

/** The page's thread is not held longer than this at a time. */
const SLICE_MS = 4;
/** How many texts are read between two looks at the clock. */
const TEXTS_A_LOOK = 64;
/** One message's worth: the worker answers pages in turn. */
const BATCH_TEXTS = 200;
const BATCH_LENGTH = 30_000;
/** A text of a megabyte of digits is no phone book, and the worker takes no such message. */
const MOST_OF_A_TEXT = 100_000;
/** An absurd page gets this many marks and no more. */
const MOST_MARKS = 5_000;
/** From here on it is cheaper to look at the whole page again. */
const MOST_ROOTS = 1_000;

/** A stretch of a text node that waits for the finder. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly text: string;
}

/**
 * Looks for phone numbers in what the page shows, in slices when the page is idle: a cheap gate
 * here, the finder with its metadata in the worker. One batch is under way at a time. A text that
 * changes in the meantime is looked at again, and the answer about the old one dropped.
 */
export class Scanner {
  readonly #surface: Surface;
  readonly #marks: Marks;
  readonly #find: FindNumbers;
  readonly #onError: (error: unknown) => void;
  /** What was looked at in a text, so that a second look at the same costs nothing. */
  readonly #seen = new WeakMap<Text, string>();
  readonly #roots = new Set<Node>();
  #walker: TreeWalker | null = null;
  #pieces: Piece[] = [];
  #isUntidy = false;
  #isScheduled = false;
  #isAsking = false;
  #isStopped = false;

  constructor(parts: {
    surface: Surface;
    marks: Marks;
    find: FindNumbers;
    onError: (error: unknown) => void;
  }) {
    this.#surface = parts.surface;
    this.#marks = parts.marks;
    this.#find = parts.find;
    this.#onError = parts.onError;
  }

  /** Looks at all text in a node, soon. */
  look(root: Node): void {
    if (this.#roots.size >= MOST_ROOTS) {
      this.#roots.clear();
      this.#roots.add(root.ownerDocument?.body ?? root);
    }
    this.#roots.add(root);
    this.#schedule();
  }

  /** Drops a text's marks, which may lie now, and looks at it again. */
  changed(node: Text): void {
    this.#marks.drop(node);
    this.#seen.delete(node);
    this.look(node);
  }

  /** Drops the marks of removed texts, soon. */
  tidy(): void {
    this.#isUntidy = true;
    this.#schedule();
  }

  /** Looks at a text again although it is as it was; resolves when its marks are set. */
  async lookAgain(node: Text): Promise<void> {
    await this.#ask(piecesOf(node));
  }

  stop(): void {
    this.#isStopped = true;
    this.#roots.clear();
    this.#walker = null;
    this.#pieces = [];
  }

  #schedule(): void {
    const hasWork =
      this.#isUntidy || this.#walker !== null || this.#roots.size > 0 || this.#pieces.length > 0;

    if (hasWork && !this.#isScheduled && !this.#isAsking && !this.#isStopped) {
      this.#isScheduled = true;
      this.#surface.whenIdle(() => {
        this.#isScheduled = false;
        this.#slice();
      });
    }
  }

  #slice(): void {
    if (this.#isStopped) {
      return;
    }
    this.#sweep();
    if (this.#walker !== null && !this.#walker.currentNode.isConnected) {
      // The page removed the text the walk had come to: from there it would lead nowhere.
      this.#roots.add(this.#walker.root);
      this.#walker = null;
    }
    this.#walk(this.#surface.nowMs() + SLICE_MS);
    if (this.#pieces.length === 0) {
      this.#schedule();
    } else {
      this.#isAsking = true;
      void this.#askNext();
    }
  }

  #sweep(): void {
    if (this.#isUntidy) {
      this.#isUntidy = false;
      for (const node of this.#marks.sweep()) {
        this.#seen.delete(node); // It may come back.
      }
    }
  }

  async #askNext(): Promise<void> {
    const batch = this.#takeBatch();

    try {
      await this.#ask(batch);
    } catch (error) {
      for (const { node } of batch) {
        this.#seen.delete(node);
      }
      this.#onError(error);
    }
    this.#isAsking = false;
    this.#schedule();
  }

  #walk(untilMs: number): void {
    while (this.#surface.nowMs() < untilMs && this.#pieces.length < BATCH_TEXTS) {
      this.#walker ??= this.#nextWalker();
      if (this.#walker === null) {
        return;
      }
      for (let read = 0; read < TEXTS_A_LOOK && this.#walker !== null; read++) {
        const node = this.#walker.nextNode();

        if (node === null) {
          this.#walker = null;
        } else {
          this.#read(node as Text); // SHOW_TEXT shows nothing else.
        }
      }
    }
  }

  #nextWalker(): TreeWalker | null {
    for (const root of this.#roots) {
      this.#roots.delete(root);
      if (isText(root)) {
        this.#read(root);
      } else if (root.isConnected && mayHoldNumber(root.textContent ?? '')) {
        return document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      }
    }

    return null;
  }

  #read(node: Text): void {
    const { data, parentElement } = node;

    if (this.#seen.get(node) === data) {
      return;
    }
    this.#marks.drop(node);
    if (
      !mayHoldNumber(data) ||
      this.#marks.count >= MOST_MARKS ||
      !node.isConnected ||
      parentElement === null ||
      !mayBeMarked(parentElement)
    ) {
      return;
    }
    this.#seen.set(node, data);
    this.#pieces.push(...piecesOf(node));
  }

  /** All pieces of a node go together: its marks are set at once. */
  #takeBatch(): Piece[] {
    let length = 0;
    const end = this.#pieces.findIndex(({ node, text }, index) => {
      const isFull = length + text.length > BATCH_LENGTH || index >= BATCH_TEXTS;

      length += text.length;

      return isFull && index > 0 && node !== this.#pieces[index - 1]?.node;
    });

    return this.#pieces.splice(0, end < 0 ? this.#pieces.length : end);
  }

  async #ask(pieces: readonly Piece[]): Promise<void> {
    const before = new Map(pieces.map(({ node }) => [node, node.data]));
    const answers = await this.#find(pieces.map(({ text }) => text));

    if (this.#isStopped) {
      return;
    }
    for (const [node, data] of before) {
      if (node.isConnected && node.data === data && this.#marks.count < MOST_MARKS) {
        this.#marks.set(node, numbersOf(node, pieces, answers));
      } else {
        this.#seen.delete(node);
      }
    }
  }
}

function piecesOf(node: Text): Piece[] {
  let room = MOST_OF_A_TEXT;

  return candidates(node.data).flatMap(({ start, end }) => {
    const text = node.data.slice(start, Math.min(end, start + room));

    room -= text.length;

    return text === '' ? [] : [{ node, start, text }];
  });
}

/** What was found in a node's pieces, at its place in the node. */
function numbersOf(
  node: Text,
  pieces: readonly Piece[],
  answers: readonly (readonly FoundNumber[])[],
): FoundNumber[] {
  return pieces.flatMap((piece, index) =>
    piece.node === node
      ? (answers[index] ?? []).map((number) => ({
          ...number,
          start: number.start + piece.start,
          end: number.end + piece.start,
        }))
      : [],
  );
}

/** By type, not by class: a node may come from another frame. */
export function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
