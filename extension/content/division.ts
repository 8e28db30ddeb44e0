import { blocksBetween, blocksInRow, NO_TEXT, type Neighbours } from './blocks';
import type { LongList } from './rows';
import { isInline } from './runs';

/** What a page is divided into: text that may hold numbers, and lists of which most may wait. */
export type Part = Neighbours | LongList;

/** More elements than this are not read together; those of a list make several rows. */
const MOST_TOGETHER = 200;
/** With fewer children each is looked at by itself: they are the parts of a page, not its lines. */
const FEW_CHILDREN = 8;
/** Lines that flow may make a number with the line before: no row begins with one. */
const MOST_FLOWING = 24;

/**
 * The parts of what was added together. A large page is not read to be divided: its structure leads
 * to its lists, whose rows wait until they come near what the page shows.
 */
export function* partsOf(nodes: Neighbours): Generator<Part | null, void> {
  if (nodes.length > 1) {
    yield* blocksInRow(nodes);
  } else {
    yield* partsIn(nodes[0]);
  }
}

/** The parts of a row of a list: from a line up to where the next row begins. */
export function* partsBetween(
  first: ChildNode,
  end: ChildNode | null,
): Generator<Part | null, void> {
  const lines: ChildNode[] = [];

  for (let line: ChildNode | null = first; line && line !== end; line = line.nextSibling) {
    lines.push(line);
  }

  const firsts = firstsAmong(lines.filter(isElement), MOST_TOGETHER);

  if (firsts.length > 0 && first.parentNode !== null) {
    // It has grown since.
    yield { list: first.parentNode, firsts, goesOn: true };
    yield* blocksBetween(first, firsts[0] ?? null);
  } else if (lines.length <= FEW_CHILDREN) {
    yield* partsOfEach(lines);
  } else {
    yield* blocksBetween(first, end);
  }
}

function* partsIn(root: Node): Generator<Part | null, void> {
  if (!isParent(root) || root.firstElementChild === null) {
    yield* blocksInRow([root]);
  } else if (!isElement(root) || !NO_TEXT.has(root.localName)) {
    const { children, childNodes, firstChild } = root;
    const size = sizeOf(root);

    if (size <= MOST_TOGETHER) {
      yield* blocksInRow([root]);
    } else if (children.length <= FEW_CHILDREN) {
      yield* partsOfEach([...childNodes]);
    } else {
      const firsts = firstsAmong(children, Math.ceil((MOST_TOGETHER * children.length) / size));

      yield { list: root, firsts, goesOn: false };
      yield* firstChild === null ? [] : partsBetween(firstChild, firsts[0] ?? null);
    }
  }
}

function* partsOfEach(nodes: readonly Node[]): Generator<Part | null, void> {
  for (const node of nodes) {
    yield* partsIn(node);
  }
}

/** Where rows of so many lines begin, the first excepted. */
function firstsAmong(lines: ArrayLike<Element>, step: number): Element[] {
  const firsts: Element[] = [];

  for (let index = step; index + step / 2 < lines.length; index += step) {
    let line = lines[index] ?? null;

    for (let count = 0; isInline(line) && count < MOST_FLOWING; count++) {
      line = line?.nextElementSibling ?? null;
    }
    if (line !== null && !isInline(line) && line !== firsts.at(-1)) {
      firsts.push(line);
    }
  }

  return firsts;
}

function sizeOf(root: Element | ParentNode): number {
  return 'getElementsByTagName' in root
    ? root.getElementsByTagName('*').length
    : root.querySelectorAll('*').length;
}

function isParent(node: Node): node is Node & ParentNode {
  return 'children' in node;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
