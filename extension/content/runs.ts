import { mayBeMarked } from './places';

/** Texts that a reader sees as one, although elements divide them: `<b>030</b> 123 456`. */
export interface Run {
  readonly nodes: readonly Text[];
  /** What each of them says, in the same order. */
  readonly datas: readonly string[];
  readonly text: string;
}

/** A stretch of one text node. */
export interface Part {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Elements that divide a text without a gap. A link is one thing: nothing goes on in it or after it. */
const INLINE = new Set(
  'abbr b bdi bdo big cite data del dfn em font i ins mark q s small span strike strong sub sup time tt u wbr'.split(
    ' ',
  ),
);

/** A number has few pieces; a page may divide a text into thousands. */
const MOST_NODES = 12;
const MOST_STEPS = 24;

/** What may stand where one piece of a number ends and the next begins. */
const JOINT = /[^\p{L}\p{So}]/u;
const DIGIT = /\p{Nd}/u;

/** The run that a text is in; of itself alone for nearly every text. */
export function runOf(node: Text): Run {
  const nodes = [node];

  extend(nodes, true);
  extend(nodes, false);

  return runFrom(nodes.length > 1 && !nodes.every(isProse) ? [node] : nodes);
}

/** A run of just these texts. */
export function runFrom(nodes: readonly Text[]): Run {
  const datas = nodes.map(({ data }) => data);

  return { nodes, datas, text: datas.length === 1 ? (datas[0] ?? '') : datas.join('') };
}

/** A stretch of a run's text as stretches of its nodes. */
export function partsOf({ nodes, datas }: Run, start: number, end: number): Part[] {
  let offset = 0;

  return nodes.flatMap((node, index) => {
    const from = offset;

    offset += datas[index]?.length ?? 0;

    return from < end && offset > start
      ? [{ node, start: Math.max(0, start - from), end: Math.min(end, offset) - from }]
      : [];
  });
}

/** The text that goes on right after (or ended right before) a text, in the same line of thought. */
export function besideText(node: Text, isAfter: boolean): Text | null {
  let at: Node | null = node;

  for (let step = 0; step < MOST_STEPS && at !== null; step++) {
    const sibling: Node | null = isAfter ? at.nextSibling : at.previousSibling;

    if (sibling === null) {
      at = isInline(at.parentNode) ? at.parentNode : null;
      continue;
    }

    const inner = innermost(sibling, isAfter);

    if (inner === null) {
      return null;
    }
    if (isText(inner) && inner.data !== '') {
      return inner;
    }
    at = inner;
  }

  return null;
}

/** By type, not by class: a node may come from another frame. */
export function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

/** The element that a text is shown in; for one right in a shadow root its host. */
export function elementAround({ parentNode }: Text): Element | null {
  return parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null);
}

/** Whether a node is an element that flows with the text around it, going by its name. */
export function isInline(node: Node | null): boolean {
  return node?.nodeType === Node.ELEMENT_NODE && INLINE.has((node as Element).localName);
}

/** The first or last node within; null if an element in the way is no inline one. */
function innermost(node: Node, isFirst: boolean): Node | null {
  let inner = node;

  while (inner.nodeType === Node.ELEMENT_NODE) {
    const child = isFirst ? inner.firstChild : inner.lastChild;

    if (!isInline(inner)) {
      return null;
    }
    if (child === null) {
      return inner;
    }
    inner = child;
  }

  return inner;
}

function extend(nodes: Text[], isAfter: boolean): void {
  while (nodes.length < MOST_NODES) {
    const edge = nodes.at(isAfter ? -1 : 0);

    if (edge === undefined || !JOINT.test(edgeOf(edge.data, isAfter))) {
      return;
    }

    const next = besideText(edge, isAfter);

    if (next === null || !(isAfter ? joins(edge, next) : joins(next, edge))) {
      return;
    }
    if (isAfter) {
      nodes.push(next);
    } else {
      nodes.unshift(next);
    }
  }
}

function joins(before: Text, after: Text): boolean {
  const end = edgeOf(before.data, true);
  const start = edgeOf(after.data, false);

  if (!JOINT.test(end) || !JOINT.test(start)) {
    return false;
  }

  // Digit on digit: styles may hold apart what names of elements do not.
  return !DIGIT.test(end) || !DIGIT.test(start) || (flows(before) && flows(after));
}

function edgeOf(data: string, isAfter: boolean): string {
  return isAfter ? data.slice(-1) : data.slice(0, 1);
}

function flows({ parentElement }: Text): boolean {
  return (
    !isInline(parentElement) ||
    parentElement === null ||
    getComputedStyle(parentElement).display === 'inline'
  );
}

/** Whether a text is one for people to read, and not one that they write. */
export function isProse(node: Text): boolean {
  const element = elementAround(node);

  return element !== null && mayBeMarked(element);
}
