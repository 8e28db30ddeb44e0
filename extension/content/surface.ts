import { browserTime, type PageTime } from './page-time';
import { watchPlaces, type Place, type Places } from './viewport';

/** A place in a text, as the browser finds it under a point. */
export interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** What the marks need of the browser, and a document without a layout lacks. */
export interface Surface extends PageTime {
  /** Paints a stretch of text as a number that can be called. */
  paint(range: AbstractRange): void;
  unpaint(range: AbstractRange): void;
  /** Takes all paint off the page. */
  clear(): void;
  /** The place under a point, also in an open shadow root. */
  caretAt(x: number, y: number): Caret | null;
  elementAt(x: number, y: number): Element | null;
  /** Where a stretch of text stands in the viewport: one box for each line. */
  boxesOf(range: AbstractRange): readonly DOMRectReadOnly[];
  /** Watches whether elements are near what the viewport shows. */
  watchPlaces: (told: (places: ReadonlyMap<Element, Place>) => void) => Places;
}

/**
 * Only text decoration and colours can be set on a highlight; nothing that moves the text. The line
 * has the colour of its text, which its page made stand out from what is behind it, light or dark.
 * (Mixed with a colour of ours, `currentcolor` is not the text's any more: Chrome 156.) In forced
 * colours Chrome paints the number in the system's own. On paper nothing can be called.
 */
const MARK_STYLES: Readonly<Record<string, string>> = {
  screen: 'text-decoration: underline dotted 2px currentcolor',
  'screen and (prefers-contrast: more)': 'text-decoration: underline solid 2px currentcolor',
};

/**
 * The browser's own surface. Numbers are painted by the CSS Custom Highlight API, which changes
 * nothing in the DOM. Its rule stands in a constructed sheet, for which no Content Security Policy
 * needs to allow inline styles; the name is new on each page, so that no page can look for it.
 */
export function browserSurface(): Surface {
  // Made with the first mark: most frames never have one.
  let paint: Paint | null = null;

  function show({ name, highlight, sheet }: Paint): void {
    // A page may have assigned either anew: what is ours then comes back with the next mark.
    if (!CSS.highlights.has(name)) {
      CSS.highlights.set(name, highlight);
    }
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets.push(sheet);
    }
  }

  function hide({ name, sheet }: Paint): void {
    const place = document.adoptedStyleSheets.indexOf(sheet);

    CSS.highlights.delete(name);
    if (place >= 0) {
      document.adoptedStyleSheets.splice(place, 1);
    }
  }

  return {
    paint(range) {
      paint ??= makePaint();
      paint.highlight.add(range);
      show(paint);
    },
    unpaint(range) {
      paint?.highlight.delete(range);
      if (paint?.highlight.size === 0) {
        hide(paint);
      }
    },
    clear() {
      if (paint !== null) {
        paint.highlight.clear();
        hide(paint);
      }
    },
    caretAt,
    elementAt,
    watchPlaces,
    boxesOf: (range) => [...liveRange(range).getClientRects()],
    ...browserTime,
  };
}

interface Paint {
  readonly name: string;
  readonly highlight: Highlight;
  readonly sheet: CSSStyleSheet;
}

function makePaint(): Paint {
  const name = `m${crypto.randomUUID().slice(0, 8)}`;
  const sheet = new CSSStyleSheet();

  sheet.replaceSync(
    Object.entries(MARK_STYLES)
      .map(([medium, style]) => `@media ${medium} { :root::highlight(${name}) { ${style} } }`)
      .join(' '),
  );

  return { name, highlight: new Highlight(), sheet };
}

function caretAt(x: number, y: number): Caret | null {
  // Chrome 127 has no such function: there the marks are looked for in the element at the point.
  if (!('caretPositionFromPoint' in document)) {
    return null;
  }

  const root = elementAt(x, y)?.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? rootsAround(root) : [];
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });

  return caret && { node: caret.offsetNode, offset: caret.offset };
}

/** The innermost element at a point, also inside open shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);

  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);

    if (inner === null || inner === found) {
      break;
    }
    found = inner;
  }

  return found;
}

function rootsAround(root: ShadowRoot): ShadowRoot[] {
  const outer = root.host.getRootNode();

  return outer instanceof ShadowRoot ? [root, ...rootsAround(outer)] : [root];
}

/** A static range has no boxes. */
function liveRange({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = document.createRange();

  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);

  return range;
}
