import { mayHoldNumber } from '../../src/number/candidates';
import { AskBudget } from './ask-budget';
import { BlockWatch, type Block } from './block-watch';
import { BlockSearch } from './block-search';
import { DIGIT, mayMatter, textsIn } from './blocks';
import { partsBetween, partsOf, type Part } from './division';
import { unchanged } from './growth';
import type { Marks } from './marks';
import { numbersOf, piecesOf, takeBatch, type FindNumbers, type Piece } from './pieces';
import { Rows } from './rows';
import { isProse, runFrom, runOf, type Run } from './runs';
import type { Surface } from './surface';

/** The page's thread is not held longer than this at a time. */
const SLICE_MS = 4;
/** So much is collected before the worker is asked. */
const ENOUGH_PIECES = 200;
/** Changes that come in a row are looked at together, the first of them soon. */
const GATHER_MS = 30;
const FIRST_MS = 10;
/** An absurd page gets this many marks and no more. */
const MOST_MARKS = 5_000;
/** So much of what is found is read before the browser has said where it stands. */
const READ_UNASKED = 100;

/**
 * Looks for phone numbers in what the page shows, in slices when the page is idle: the parts of the
 * page that may hold one are found by a cheap gate, those near the viewport are read, and the worker,
 * which has the finder with its metadata, is asked about what looks like a number there. One batch is
 * under way at a time. A text that changes in the meantime is looked at again, and the answer about
 * the old one dropped.
 */
export class Scanner {
  readonly #surface: Surface;
  readonly #marks: Marks;
  readonly #find: FindNumbers;
  readonly #onError: (error: unknown) => void;
  readonly #budget: AskBudget;
  readonly #blocks: BlockWatch;
  /** What was looked at in a text, so that a second look at the same costs nothing. */
  readonly #seen = new WeakMap<Text, string>();
  readonly #blockOf = new WeakMap<Text, Block>();
  readonly #rows: Rows;
  readonly #search = new BlockSearch<Part>(partsOf);
  /** Near blocks to be read. */
  readonly #unread = new Set<Block>();
  #pieces: Piece[] = [];
  #isUntidy = false;
  #isReadingAll = false;
  #unasked = READ_UNASKED;
  readonly #waiting: (() => void)[] = [];
  #isScheduled = false;
  #isAsking = false;
  #isStopped = false;
  #lastSliceMs = -Infinity;

  constructor(parts: {
    surface: Surface;
    marks: Marks;
    find: FindNumbers;
    /** Hears of new lines that waited, and are looked at now. */
    onLate: (line: Node) => void;
    onError: (error: unknown) => void;
  }) {
    this.#surface = parts.surface;
    this.#marks = parts.marks;
    this.#find = parts.find;
    this.#onError = parts.onError;
    this.#budget = new AskBudget(() => parts.surface.nowMs());
    this.#blocks = new BlockWatch(parts.surface.watchPlaces, (block) => {
      this.#turned(block);
    });
    this.#rows = new Rows(parts.surface, (first, end, isNew) => {
      this.#search.goFirst(partsBetween(first, end));
      this.#unasked = READ_UNASKED;
      this.#schedule();
      for (let line: Node | null = isNew ? first : null; line && line !== end;) {
        parts.onLate(line);
        line = line.nextSibling;
      }
    });
  }

  /** Looks at all text in a node, soon. */
  look(root: Node): void {
    this.#search.add(root);
    this.#schedule();
  }

  /** True if what a list got at its end may wait to be looked at until somebody sees it. */
  mayWait(list: Node, added: Node): boolean {
    return !this.#isReadingAll && this.#rows.takes(list, added);
  }

  /** Looks at text that the page put there just now. */
  lookAtNew(root: Node): void {
    if (mayMatter(root)) {
      this.#unasked = READ_UNASKED;
      this.#gather();
      this.look(root);
    }
  }

  /** Drops a text's marks, which may lie now, and looks at it again. */
  changed(node: Text): void {
    const before = this.#seen.get(node);

    if (before !== node.data) {
      const from = unchanged(before, node.data);
      const block = this.#blockOf.get(node);

      this.#marks.drop(node, from);
      if (from > 0 && before !== undefined) {
        this.#seen.set(node, before.slice(0, from));
      } else {
        this.#seen.delete(node);
      }
      if (block === undefined) {
        this.lookAtNew(node);
      } else {
        block.isRead = false;
        this.#gather();
        this.#turned(block);
      }
    }
  }

  /** Drops the marks of removed texts, soon. */
  removed(nodes: Iterable<Node>): void {
    this.#rows.removed(nodes);
    this.#blocks.removed(nodes);
    if (!this.#isUntidy) {
      this.#isUntidy = true;
      this.#gather();
      this.#schedule();
    }
  }

  /** True once the page has more numbers than are looked at. */
  get isCapped(): boolean {
    return this.#marks.count >= MOST_MARKS;
  }

  /** Reads the whole page from now on, not just what is near the viewport; resolves when it is read. */
  async readAll(): Promise<void> {
    this.#isReadingAll = true;
    this.#rows.flush();
    for (const block of this.#blocks.all) {
      this.#turned(block);
    }
    await new Promise<void>((done) => {
      this.#waiting.push(done);
      this.#schedule();
    });
  }

  /** Looks anew at what is near the viewport. */
  moved(): void {
    this.#blocks.again();
    this.#rows.again();
  }

  /** Looks at a text at once, although it is as it was; resolves when its marks are set. */
  async lookAgain(node: Text): Promise<void> {
    const run = runOf(node);

    this.#remember(run);
    await this.#ask(piecesOf(run));
  }

  /** Whether a text may hold a number and was not looked at yet. */
  isNew(node: Text): boolean {
    return (
      DIGIT.test(node.data) &&
      this.#seen.get(node) !== node.data &&
      mayHoldNumber(runOf(node).text) &&
      isProse(node)
    );
  }

  stop(): void {
    this.#isStopped = true;
    this.#search.clear();
    this.#unread.clear();
    this.#blocks.stop();
    this.#rows.stop();
    this.#pieces = [];
    this.#schedule();
  }

  #turned(block: Block): void {
    if (!block.isRead && (block.isNear || this.#isReadingAll)) {
      this.#unread.add(block);
      this.#schedule();
    }
    if (block.isNear) {
      this.#marks.show(block.texts);
    } else {
      this.#marks.hide(block.texts);
    }
  }

  /** Puts the next slice off for a moment, so that it has more to do. */
  #gather(): void {
    if (!this.#isScheduled && !this.#isAsking && !this.#isStopped) {
      const isFirst = this.#surface.nowMs() - this.#lastSliceMs > GATHER_MS;

      this.#isScheduled = true;
      this.#surface.later(
        () => {
          this.#isScheduled = false;
          this.#slice(); // So little that waiting for idle time would cost more.
        },
        isFirst ? FIRST_MS : GATHER_MS,
      );
    }
  }

  #schedule(): void {
    const hasWork =
      this.#isUntidy || this.#search.hasWork || this.#unread.size > 0 || this.#pieces.length > 0;

    if (this.#isScheduled || this.#isAsking) {
      return;
    }
    if (!hasWork || this.#isStopped) {
      for (const done of this.#waiting.splice(0)) {
        done();
      }
    } else {
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

    const endMs = this.#surface.nowMs() + SLICE_MS;
    const isInTime = () => this.#surface.nowMs() < endMs;

    this.#sweep();
    this.#search.run(
      () => isInTime() && (this.#unread.size === 0 || this.#unasked > 0),
      (part) => {
        this.#take(part);
      },
    );
    this.#readNear(isInTime);
    this.#lastSliceMs = this.#surface.nowMs();
    if (this.#pieces.length === 0) {
      this.#schedule();
    } else {
      this.#isAsking = true;
      void this.#askNext();
    }
  }

  #take(part: Part): void {
    if ('list' in part) {
      this.#rows.add(part);
      if (this.#isReadingAll) {
        this.#rows.flush();
      }
    } else {
      for (const block of this.#blocks.add(part)) {
        this.#readUnasked(block);
      }
    }
  }

  /** The first that is found is likely to be in sight, and what is new too: the worker is asked while the browser finds out. */
  #readUnasked(block: Block): void {
    if (this.#unasked > 0) {
      this.#unasked -= block.nodes.length;
      this.#unread.add(block);
    }
  }

  #sweep(): void {
    if (this.#isUntidy) {
      this.#isUntidy = false;
      for (const node of this.#marks.sweep()) {
        this.#seen.delete(node); // It may come back.
        if (node.isConnected) {
          this.#search.add(node); // The rest of a number that stood in several texts.
        }
      }
      this.#blocks.sweep();
      for (const list of this.#rows.sweep()) {
        this.#search.add(list);
      }
    }
  }

  /** Reads whole blocks: none has more text than a slice can read. */
  #readNear(isInTime: () => boolean): void {
    for (const block of this.#unread) {
      if (!isInTime() || this.#pieces.length >= ENOUGH_PIECES) {
        return;
      }
      this.#unread.delete(block);
      block.isRead = true;
      for (const text of block.nodes.flatMap((node) => [...textsIn(node)])) {
        block.texts.add(text);
        this.#blockOf.set(text, block);
        this.#readText(text);
      }
      if (block.isNear) {
        this.#marks.show(block.texts);
      }
    }
  }

  #readText(node: Text): void {
    const { data } = node;
    const before = this.#seen.get(node);

    if (before === data || this.#marks.count >= MOST_MARKS) {
      return;
    }

    const from = unchanged(before, data);
    const run = runOf(node);

    this.#seen.delete(node);
    this.#marks.drop(node, from);
    if (mayHoldNumber(run.text) && isProse(node) && this.#budget.allows()) {
      this.#remember(run);
      this.#pieces.push(...piecesOf(run, run.nodes.length === 1 ? from : 0));
    }
  }

  #remember({ nodes, datas }: Run): void {
    for (const [index, node] of nodes.entries()) {
      this.#seen.set(node, datas[index] ?? '');
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
        this.#marks.show(run.nodes.filter((node) => this.#blockOf.get(node)?.isNear));
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
