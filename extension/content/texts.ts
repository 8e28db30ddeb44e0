import { mayHoldNumber } from '../../src/number/candidates';
import { isText } from './runs';

/** Their text is not shown, or belongs to a program: none of it is worth a look. */
const NO_TEXT = new Set('head script style noscript template textarea select svg math'.split(' '));
/** The text of a larger document would take longer to put together than a slice may. */
const MOST_ELEMENTS = 40_000;

const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;
/** So many texts without a digit are passed over in one step. */
const STEPS_WITHOUT_TEXT = 64;
/** A page that never rests is not looked through from its start again and again. */
const MOST_STARTS = 5;

/** Names so common that no page's own elements are among them, for a quick list of the others. */
const OWN_ELEMENTS =
  ':not(a,b,br,button,div,em,form,h1,h2,h3,h4,i,img,input,label,li,link,meta,option,p,path,script,section,small,span,strong,svg,table,tbody,td,th,tr,ul)';

/**
 * The texts in a node that may hold a phone number, in their order; none if all its text together
 * holds none. Between two steps of the way the caller may take as long as it likes; null is a step
 * without a text.
 */
export function* textsIn(root: Node): Generator<Text | null, void> {
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

function* allTextsOf(root: Node): Generator<Text | null, void> {
  // A filter written in JavaScript would make the walk two to three times slower.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  let startsOver = 0;

  for (let step = 1; walker.nextNode() !== null; step++) {
    const text = walker.currentNode as Text; // SHOW_TEXT shows nothing else.

    if (DIGIT.test(text.data)) {
      yield text;
    } else if (step % STEPS_WITHOUT_TEXT === 0) {
      yield null;
    } else {
      continue;
    }
    if (!text.isConnected && startsOver < MOST_STARTS) {
      // The page removed the text the walk had come to: from there it would lead nowhere.
      startsOver += 1;
      walker.currentNode = root;
    }
  }
}
