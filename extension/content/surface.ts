/** A place in a text, as the browser finds it under a point. */
export interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** What the marks need of the browser, and a document without a layout lacks. */
export interface Surface {
  /** Paints a stretch of text as a number that can be called. */
  paint(range: AbstractRange): void;
  unpaint(range: AbstractRange): void;
  /** Takes all paint off the page. */
  clear(): void;
  caretAt(x: number, y: number): Caret | null;
  elementAt(x: number, y: number): Element | null;
  /** Where a stretch of text stands in the viewport: one box for each line. */
  boxesOf(range: AbstractRange): readonly DOMRectReadOnly[];
  /** Runs `work` once when the page has nothing better to do. */
  whenIdle(work: () => void): void;
  nowMs(): number;
}

/** Only text decoration and colours can be set on a highlight; nothing that moves the text. */
const MARK_STYLE = `
  text-decoration: underline dotted 2px #1a9d75;
`;

/** How long the page may keep busy before a slice runs all the same. */
const IDLE_TIMEOUT_MS = 1_000;

/**
 * The browser's own surface. Numbers are painted by the CSS Custom Highlight API, which changes
 * nothing in the DOM. Its rule stands in a constructed sheet, for which no Content Security Policy
 * needs to allow inline styles; the name is new on each page, so that no page can look for it.
 */
export function browserSurface(): Surface {
  const name = `m${crypto.randomUUID().slice(0, 8)}`;
  const highlight = new Highlight();
  const sheet = new CSSStyleSheet();

  sheet.replaceSync(`::highlight(${name}) {${MARK_STYLE}}`);

  function show(): void {
    // A page may have assigned either anew: what is ours then comes back with the next mark.
    if (!CSS.highlights.has(name)) {
      CSS.highlights.set(name, highlight);
    }
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets.push(sheet);
    }
  }

  function hide(): void {
    const place = document.adoptedStyleSheets.indexOf(sheet);

    CSS.highlights.delete(name);
    if (place >= 0) {
      document.adoptedStyleSheets.splice(place, 1);
    }
  }

  return {
    paint(range) {
      highlight.add(range);
      show();
    },
    unpaint(range) {
      highlight.delete(range);
      if (highlight.size === 0) {
        hide();
      }
    },
    clear() {
      highlight.clear();
      hide();
    },
    caretAt,
    elementAt: (x, y) => document.elementFromPoint(x, y),
    boxesOf: (range) => [...liveRange(range).getClientRects()],
    whenIdle(work) {
      requestIdleCallback(work, { timeout: IDLE_TIMEOUT_MS });
    },
    nowMs: () => performance.now(),
  };
}

function caretAt(x: number, y: number): Caret | null {
  // Chrome 127 has no such function: there the marks are looked for in the element at the point.
  const caret = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;

  return caret && { node: caret.offsetNode, offset: caret.offset };
}

/** A static range has no boxes. */
function liveRange({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = document.createRange();

  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);

  return range;
}
