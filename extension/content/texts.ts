import { mayHoldNumber } from '../../src/number/candidates';
import { isText } from './runs';

/** Their text is not shown, or belongs to a program: none of it is worth a look. */
const NO_TEXT = new Set('head script style noscript template textarea select svg math'.split(' '));
/** The text of a larger document would take longer to put together than a slice may. */
const MOST_ELEMENTS = 40_000;

/** A page that never rests is not looked through from its start again and again. */
const MOST_STARTS = 5;

/** Names so common that no page's own elements are among them, for a quick list of the others. */
const OWN_ELEMENTS =
  ':not(a,b,br,button,div,em,form,h1,h2,h3,h4,i,img,input,label,li,link,meta,option,p,path,script,section,small,span,strong,svg,table,tbody,td,th,tr,ul)';

/**
 * The texts in a node that may hold a phone number, in their order; none if all its text together
 * holds none. Between two steps of the way the caller may take as long as it likes.
 */
export function* textsIn(root: Node): Generator<Text, void> {
  if (isText(root)) {
    yield root;
  } else if (
    !NO_TEXT.has((root as Element).localName) &&
    (isHuge(root) || mayHoldNumber(root.textContent ?? ''))
  ) {
    yield* allTextsOf(root);
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

function isHuge(root: Node): boolean {
  return root === document.body && document.getElementsByTagName('*').length > MOST_ELEMENTS;
}

function* allTextsOf(root: Node): Generator<Text, void> {
  // A filter written in JavaScript would make the walk two to three times slower.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  let startsOver = 0;

  while (walker.nextNode() !== null) {
    yield walker.currentNode as Text; // SHOW_TEXT shows nothing else.
    if (!walker.currentNode.isConnected && startsOver < MOST_STARTS) {
      startsOver += 1;
      // The page removed the text the walk had come to: from there it would lead nowhere.
      walker.currentNode = root;
    }
  }
}
