import { mayHoldNumber } from '../../src/number/candidates';
import { isInline, isText } from './runs';

/** Their text is not shown, or belongs to a program: none of it is worth a look. */
const NO_TEXT = new Set('head script style noscript template textarea select svg math'.split(' '));
/** Near the root an element holds most of the page: its parts are looked at one by one. */
const UPPER_LEVELS = 3;
const MANY_CHILDREN = 32;
/** How much text is looked at as a whole before it is looked at in parts. */
const LARGE = 4_000;

/** Names so common that no page's own elements are among them, for a quick list of the others. */
const OWN_ELEMENTS =
  ':not(a,b,br,button,div,em,form,h1,h2,h3,h4,i,img,input,label,li,link,meta,option,p,path,script,section,small,span,strong,svg,table,tbody,td,th,tr,ul)';

/**
 * The texts in a node that may hold a phone number, in their order. Between two steps of the way the
 * caller may take as long as it likes; null is a step without a text.
 */
export function* textsIn(root: Node, level = 0): Generator<Text | null, void> {
  if (isText(root)) {
    yield root;
  } else if (isAmongMany(root, level)) {
    yield* textsOfChildren(root, level);
  } else {
    const text = NO_TEXT.has((root as Element).localName) ? '' : (root.textContent ?? '');

    if (!mayHoldNumber(text)) {
      yield null;
    } else if (text.length > LARGE && !hasInlineText(root)) {
      yield* textsOfChildren(root, level);
    } else {
      yield* allTextsOf(root);
    }
  }
}

/** The open shadow roots right below a node, and the elements that may get one yet. */
export function hostsIn(root: Node): { roots: readonly ShadowRoot[]; waiting: readonly Element[] } {
  const within =
    'querySelectorAll' in root ? (root as ParentNode).querySelectorAll(OWN_ELEMENTS) : [];
  const all = root.nodeType === Node.ELEMENT_NODE ? [root as Element, ...within] : [...within];
  const hosts = all.filter(
    ({ localName, shadowRoot }) => shadowRoot !== null || localName.includes('-'),
  );

  return {
    roots: hosts.flatMap(({ shadowRoot }) => shadowRoot ?? []),
    waiting: hosts.filter(({ shadowRoot }) => shadowRoot === null),
  };
}

/** Whether to go straight to the children: reading all their text at once would take long. */
function isAmongMany(root: Node, level: number): boolean {
  const { childElementCount = 0 } = root as Partial<ParentNode>;

  return (
    (level < UPPER_LEVELS || childElementCount > MANY_CHILDREN) &&
    childElementCount > 0 &&
    !hasInlineText(root)
  );
}

function hasInlineText({ childNodes }: Node): boolean {
  for (const [index, child] of childNodes.entries()) {
    if (index > MANY_CHILDREN) {
      return false; // Whoever joins texts looks beside them all the same.
    }
    if (isInline(child) || (isText(child) && /\S/.test(child.data))) {
      return true;
    }
  }

  return false;
}

function* textsOfChildren(root: Node, level: number): Generator<Text | null, void> {
  // The page may change between two steps: what follows a removed child is looked at another time.
  for (let child = root.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.ELEMENT_NODE) {
      yield* textsIn(child, level + 1);
    }
  }
}

function* allTextsOf(root: Node): Generator<Text | null, void> {
  // A filter written in JavaScript would make the walk two to three times slower.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  while (walker.nextNode() !== null) {
    yield walker.currentNode as Text; // SHOW_TEXT shows nothing else.
  }
}
