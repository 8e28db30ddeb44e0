import { mayHoldNumber } from '../../src/number/candidates';
import { elementAround, isInline, isProse, isText, runOf } from './runs';

/** Nodes that stand side by side in the page. */
export type Neighbours = readonly [Node, ...Node[]];

/** Their text is not shown, or belongs to a program: none of it is worth a look. */
export const NO_TEXT = new Set(
  'head script style noscript template textarea select svg math'.split(' '),
);
/** Of all scripts that phone numbers are written in. */
export const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;

/** So many neighbours are looked at as one. A table of 5,000 rows makes 420 blocks of them. */
const MOST_NEIGHBOURS = 12;
/** With fewer children each is looked at by itself: they are the parts of a page, not its lines. */
const FEW_CHILDREN = 8;
/** An element with less text than this is not divided. */
const SHORT = 1_500;
/** Neighbours with so much text together make a block; with much more each is looked at by itself. */
const ENOUGH = 6_000;
const LONG = 4 * ENOUGH;
/** The text of a larger element would take longer to put together than a slice may. */
const MOST_ELEMENTS = 40_000;
/** A page that never rests is not looked through from its start again and again. */
const MOST_STARTS = 5;
/** Among more texts than this that are no prose the first and last is not looked for. */
const MOST_TEXTS = 300;

/**
 * The parts of a node whose text may hold a phone number, in their order: neighbours, since one
 * look at the text of many costs less than a look at each. Between two steps
 * the caller may take as long as it likes; null is a step that found none.
 */
function* blocksIn(root: Node, mayBeHuge: boolean): Generator<Neighbours | null, void> {
  if (isText(root)) {
    yield mayBePartOfNumber(root, root.data) ? [root] : null;

    return;
  }
  if (NO_TEXT.has((root as Element).localName)) {
    return;
  }
  if (mayBeHuge && (root as Element).getElementsByTagName('*').length > MOST_ELEMENTS) {
    yield* blocksAmong(root, true);

    return;
  }

  const text = root.textContent ?? '';

  if (isInline(root) && text.length <= SHORT) {
    yield mayBePartOfNumber(root, text) ? [root] : null;
  } else if (!mayHoldNumber(text)) {
    yield null;
  } else if (text.length <= SHORT || (root as Element).firstElementChild === null) {
    yield [root];
  } else {
    yield* blocksAmong(root, false);
  }
}

/** Whether text that the page put there may be a number, or a part of one. */
export function mayMatter(node: Node): boolean {
  const text = node.textContent ?? '';

  return flows(node) ? DIGIT.test(text) : mayHoldNumber(text);
}

/** The element around the first digits that some neighbours show; null if they show none. */
export function firstEndOf(nodes: readonly Node[]): Element | null {
  return endOf(nodes, textsIn);
}

/** The element around the last digits that some neighbours show; null if they show none. */
export function lastEndOf(nodes: readonly Node[]): Element | null {
  return endOf([...nodes].reverse(), textsFromEnd);
}

/** The texts in a node that hold digits. */
export function* textsIn(root: Node): Generator<Text, void> {
  // A filter written in JavaScript would make the walk two to three times slower.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    if (isText(node) && DIGIT.test(node.data)) {
      yield node;
    }
  }
}

function* textsFromEnd(root: Node): Generator<Text, void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  for (let node = walker.lastChild(); node !== null; node = walker.lastChild()) {
    // Down to the last text.
  }
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.previousNode()) {
    if (isText(node) && DIGIT.test(node.data)) {
      yield node;
    }
  }
}

function endOf(nodes: readonly Node[], texts: (node: Node) => Iterable<Text>): Element | null {
  let steps = 0;

  for (const node of nodes) {
    for (const text of texts(node)) {
      steps += 1;
      if (steps > MOST_TEXTS || isProse(text)) {
        return elementAround(text);
      }
    }
  }

  return null;
}

function* blocksAmong(parent: Node, isHuge: boolean): Generator<Neighbours | null, void> {
  const most = parent.childNodes.length <= FEW_CHILDREN ? 1 : MOST_NEIGHBOURS;

  yield* blocksAlong(() => parent.firstChild, null, most, isHuge);
}

/** The blocks of a row: of a list's lines from one up to where the next row begins. */
export function* blocksBetween(
  first: ChildNode,
  end: ChildNode | null,
): Generator<Neighbours | null, void> {
  yield* blocksAlong(() => (first.isConnected ? first : null), end, MOST_NEIGHBOURS, false);
}

function* blocksAlong(
  start: () => ChildNode | null,
  end: ChildNode | null,
  most: number,
  isHuge: boolean,
): Generator<Neighbours | null, void> {
  let starts = 0;
  let next = start();
  const parent = next?.parentNode;

  while (next !== null && next !== end) {
    const { nodes, text } = neighboursFrom(next, end, most);
    const last: ChildNode = nodes.at(-1) ?? next;

    yield* blocksOfRow(nodes, text, isHuge);
    if (last.parentNode === parent || starts === MOST_STARTS) {
      next = last.nextSibling;
    } else {
      // The page removed what the way had come to: from there it would lead nowhere.
      starts += 1;
      next = start();
    }
  }
}

/** The blocks of neighbours that were added together. */
export function* blocksInRow(nodes: Neighbours): Generator<Neighbours | null, void> {
  let text = '';

  for (const { textContent } of nodes.length > 1 ? nodes : []) {
    text += textContent ?? '';
  }
  yield* blocksOfRow(nodes, text, false);
}

function* blocksOfRow(
  nodes: Neighbours,
  text: string,
  isHuge: boolean,
): Generator<Neighbours | null, void> {
  if (nodes.length > 1 && text.length <= LONG) {
    yield mayHoldNumber(text) ? nodes : null;
  } else {
    for (const node of nodes) {
      yield* blocksIn(node, isHuge || node === document.body);
    }
  }
}

/**
 * A node and those after it, up to a block's worth, with their text: a range would give it too, but
 * to order its ends the browser counts all siblings before them. The row does not end between inline
 * elements, since they may divide a number.
 */
function neighboursFrom(
  first: ChildNode,
  end: ChildNode | null,
  most: number,
): { nodes: [ChildNode, ...ChildNode[]]; text: string } {
  const nodes: [ChildNode, ...ChildNode[]] = [first];
  let text = '';

  for (let node = first; ;) {
    text += most > 1 ? (node.textContent ?? '') : '';

    const next = node.nextSibling;
    const isFull = nodes.length >= most || text.length >= ENOUGH;

    if (
      next === null ||
      next === end ||
      most === 1 ||
      (isFull && !(flows(next) && nodes.length < 2 * most))
    ) {
      return { nodes, text };
    }
    nodes.push(next);
    node = next;
  }
}

function flows(node: Node): boolean {
  return isText(node) || isInline(node);
}

/** What flows with its neighbours may make a number with them. */
function mayBePartOfNumber(node: Node, text: string): boolean {
  if (!DIGIT.test(text)) {
    return false;
  }

  const { value: digits } = textsIn(node).next();

  return mayHoldNumber(text) || (digits !== undefined && mayHoldNumber(runOf(digits).text));
}
