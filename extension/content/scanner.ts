import { mayHoldNumber } from '../../src/number/candidates';
import { AskBudget } from './ask-budget';
import type { Marks } from './marks';
import { numbersOf, piecesOf, takeBatch, type FindNumbers, type Piece } from './pieces';
import { isProse, isText, runFrom, runOf, type Run } from './runs';
import type { Surface } from './surface';
import { textsIn } from './texts';

/** The page's thread is not held longer than this at a time. */
const SLICE_MS = 4;
/** How many steps are made between two looks at the clock. */
const STEPS_A_LOOK = 8;
/** So much is collected before the worker is asked. */
const ENOUGH_PIECES = 200;
/** Changes that come in a row are looked at together: each look is a message. */
const GATHER_MS = 30;
/** An absurd page gets this many marks and no more. */
const MOST_MARKS = 5_000;
/** From here on it is cheaper to look at the whole page again. */
const MOST_ROOTS = 1_000;
/** A text that is longer and grows is looked at from so far before where it grew. */
const GROWING = 1_000;
const BEFORE_GROWTH = 100;
const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;

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
  readonly #budget: AskBudget;
  /** What was looked at in a text, so that a second look at the same costs nothing. */
  readonly #seen = new WeakMap<Text, string>();
  readonly #roots = new Set<Node>();
  /** Where the walks have come to; the last one goes on first. */
  #walks: Generator<Text | null, void>[] = [];
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
    this.#budget = new AskBudget(() => parts.surface.nowMs());
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

  /** Looks at text that the user has before them, before anything else. */
  lookFirst(root: Node): void {
    this.#walks.push(textsIn(root));
    this.#schedule();
  }

  /** Looks at text that the page put there just now. */
  lookAtNew(root: Node): void {
    if (this.#roots.has(root) || (isText(root) && root.data.trim() === '')) {
      return;
    }
    this.#gather();
    this.look(root);
  }

  /** Drops a text's marks, which may lie now, and looks at it again. */
  changed(node: Text): void {
    const before = this.#seen.get(node);

    if (before === undefined || before !== node.data) {
      const from = unchanged(before, node.data);

      this.#marks.drop(node, from);
      if (from > 0 && before !== undefined) {
        this.#seen.set(node, before.slice(0, from));
      } else {
        this.#seen.delete(node);
      }
      this.lookAtNew(node);
    }
  }

  /** Drops the marks of removed texts, soon. */
  tidy(): void {
    if (!this.#isUntidy && this.#marks.count > 0) {
      this.#isUntidy = true;
      this.#gather();
      this.#schedule();
    }
  }

  /** Looks at a text again although it is as it was; resolves when its marks are set. */
  async lookAgain(node: Text): Promise<void> {
    await this.#ask(piecesOf(runOf(node)));
  }

  stop(): void {
    this.#isStopped = true;
    this.#roots.clear();
    this.#walks = [];
    this.#pieces = [];
  }

  /** Puts the next slice off for a moment, so that it has more to do. */
  #gather(): void {
    if (!this.#isScheduled && !this.#isAsking && !this.#isStopped) {
      this.#isScheduled = true;
      this.#surface.later(() => {
        this.#isScheduled = false;
        this.#schedule();
      }, GATHER_MS);
    }
  }

  #schedule(): void {
    const hasWork =
      this.#isUntidy || this.#walks.length > 0 || this.#roots.size > 0 || this.#pieces.length > 0;

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
    this.#read(this.#surface.nowMs() + SLICE_MS);
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
        if (node.isConnected) {
          this.#roots.add(node); // The rest of a number that stood in several texts.
        }
      }
    }
  }

  async #askNext(): Promise<void> {
    const batch = takeBatch(this.#pieces);

    try {
      await this.#ask(batch);
    } catch (error) {
      for (const { run } of batch) {
        this.#forget(run);
      }
      this.#onError(error);
    }
    this.#isAsking = false;
    this.#schedule();
  }

  #read(untilMs: number): void {
    while (this.#surface.nowMs() < untilMs && this.#pieces.length < ENOUGH_PIECES) {
      const texts = this.#walks.at(-1) ?? this.#nextWalk();

      if (texts === null) {
        return;
      }
      for (let step = 0; step < STEPS_A_LOOK; step++) {
        const next = texts.next();

        if (next.done === true) {
          this.#walks = this.#walks.filter((walk) => walk !== texts);
          break;
        }
        if (next.value !== null) {
          this.#readText(next.value);
        }
      }
    }
  }

  #nextWalk() {
    for (const root of this.#roots) {
      this.#roots.delete(root);
      if (root.isConnected) {
        const texts = textsIn(root);

        this.#walks.push(texts);

        return texts;
      }
    }

    return null;
  }

  #readText(node: Text): void {
    const { data } = node;

    if (!DIGIT.test(data)) {
      return; // Most texts; the marks of one that changed are dropped already.
    }

    const before = this.#seen.get(node);

    if (before === data || this.#marks.count >= MOST_MARKS) {
      return;
    }

    const from = unchanged(before, data);
    const run = runOf(node);

    this.#seen.delete(node);
    this.#marks.drop(node, from);
    if (mayHoldNumber(run.text) && isProse(node) && this.#budget.allows()) {
      this.#readRun(run, from);
    }
  }

  #readRun(run: Run, from: number): void {
    for (const [index, node] of run.nodes.entries()) {
      this.#seen.set(node, run.datas[index] ?? '');
    }
    this.#pieces.push(...piecesOf(run, run.nodes.length === 1 ? from : 0));
  }

  async #ask(pieces: readonly Piece[]): Promise<void> {
    const answers = await this.#find(pieces.map(({ text }) => text));

    if (this.#isStopped) {
      return;
    }
    for (const run of new Set(pieces.map((piece) => piece.run))) {
      if (!run.nodes.every((node, index) => node.isConnected && node.data === run.datas[index])) {
        this.#forget(run);
        continue;
      }

      const numbers = numbersOf(run, pieces, answers);
      const from = pieces.find((piece) => piece.run === run)?.from ?? 0;

      for (const node of run.nodes) {
        this.#marks.drop(node, from);
      }
      if (numbers.length === 0 && run.nodes.length > 1) {
        this.#lookAtEach(run);
      } else if (this.#marks.count < MOST_MARKS) {
        this.#marks.add(run, numbers);
      }
    }
  }

  /** What makes no number together may be one each: columns that only styles hold apart. */
  #lookAtEach(run: Run): void {
    for (const node of run.nodes) {
      if (mayHoldNumber(node.data)) {
        this.#pieces.push(...piecesOf(runFrom([node])));
      }
    }
  }

  #forget({ nodes }: Run): void {
    for (const node of nodes) {
      this.#seen.delete(node);
    }
  }
}

/**
 * How much of a text need not be looked at again: what a long one had before it grew, up to a
 * letter, where no number is cut in two.
 */
function unchanged(before: string | undefined, now: string): number {
  if (before === undefined || before.length <= GROWING || !now.startsWith(before)) {
    return 0;
  }

  const place = before.length - BEFORE_GROWTH;
  const letter = /\p{L}(?=\P{L}*$)/u.exec(before.slice(place - BEFORE_GROWTH, place));

  return letter === null ? place : place - BEFORE_GROWTH + letter.index + 1;
}
