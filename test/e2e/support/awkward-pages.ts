import { FRAMEWORK_PAGES } from './framework-pages';
import type { PageServer } from './page-server';

/**
 * A page that is easily harmed by whoever changes what is on it. What it does by itself it does in
 * a function `step` of its own, so that it does the same in every browser.
 */
export interface AwkwardPage {
  readonly name: string;
  readonly html: string | (() => string);
  readonly headers?: Readonly<Record<string, string>>;
  /** Pages that it shows in frames: `{{0}}` in its HTML is the address of the first. */
  readonly parts?: readonly string[];
  /** Which of its frames holds the number to be called; itself if there is none. */
  readonly frame?: number;
  /** The number to be called on it. */
  readonly selector: string;
}

/** The number that is called on each of the pages. */
export const AWKWARD_NUMBER = '+49 30 23125 101';

const NUMBER = `<span id="number">${AWKWARD_NUMBER}</span>`;

/** Serves a page and its frames; returns its address. */
export function serve(pages: PageServer, { html, headers, parts = [] }: AwkwardPage): string {
  const text = typeof html === 'string' ? html : html();
  const whole = parts.reduce(
    (filled, part, index) => filled.replaceAll(`{{${index}}}`, pages.add(part)),
    text,
  );

  return pages.add(whole, headers);
}

function page(body: string, attributes = 'lang="de-DE"'): string {
  return `<!doctype html><html ${attributes}><head><title>Page</title><style>p { color: navy }</style></head><body>${body}</body></html>`;
}

/** Each kind of page that other linkifiers break. */
export const AWKWARD_PAGES: readonly AwkwardPage[] = [
  ...FRAMEWORK_PAGES,
  {
    name: 'a virtual list',
    selector: '#number',
    html: page(`<p>${NUMBER}</p>
      <div id="list" style="height:200px;overflow:auto;position:relative"><div style="height:40000px"></div></div>
      <script>
        const list = document.getElementById('list');
        const rows = Array.from({ length: 12 }, () => document.createElement('div'));
        const draw = () => {
          const first = Math.floor(list.scrollTop / 20);
          rows.forEach((row, index) => {
            const text = 'Row ' + (first + index) + ': +49 30 2312' + (5000 + first + index);
            const top = (first + index) * 20 + 'px';
            if (row.textContent !== text) { row.textContent = text; }
            if (row.style.top !== top) { row.style.top = top; }
          });
        };
        rows.forEach((row) => { row.style.position = 'absolute'; list.append(row); });
        draw();
        list.addEventListener('scroll', draw);
        globalThis.step = () => {
          for (const top of [400, 12000, 39800, 60, 0]) { list.scrollTop = top; draw(); }
        };
      </script>`),
  },
  {
    name: 'a rich editor',
    selector: '#number',
    html: page(`<p>Call ${NUMBER}</p>
      <div id="editor" contenteditable><p>Dear <b>all</b>, +49 30 23125 102</p></div>
      <script>
        globalThis.step = () => {
          const editor = document.getElementById('editor');
          const run = (name, value) => document.execCommand(name, false, value);
          editor.focus();
          getSelection().selectAllChildren(editor.firstElementChild);
          getSelection().collapseToEnd();
          run('insertText', ' or +49 30 23125 103');
          run('insertParagraph');
          run('insertText', 'Yours, +49 30 23125 104');
          run('selectAll');
          run('bold');
          run('undo');
          run('undo');
          getSelection().removeAllRanges();
          editor.blur();
        };
      </script>`),
  },
  {
    name: 'a table of 50,000 cells',
    selector: '#number',
    html: () =>
      page(
        `<p>${NUMBER}</p><table>${Array.from(
          { length: 12_500 },
          (_, row) =>
            `<tr><td>${row}</td><td>${row % 10 === 0 ? `+49 30 23125 ${100 + (row % 900)}` : 'none'}</td><td>x</td><td>${row * 7}</td></tr>`,
        ).join('')}</table>
        <script>
          globalThis.step = () => {
            const body = document.querySelector('tbody');
            body.insertRow(3).insertCell().textContent = '+49 30 23125 105';
            body.rows[11].cells[1].textContent = 'moved';
            body.append(body.rows[1]);
            body.deleteRow(21);
          };
        </script>`,
      ),
  },
  {
    name: 'a frameset',
    selector: '#number',
    frame: 1,
    parts: [page('<p>Contents</p><p>+49 30 23125 102</p>'), page(`<p>Call ${NUMBER}</p>`)],
    html: `<!doctype html><html lang="de-DE"><head><title>Frames</title></head><frameset cols="30%,70%"><frame src="{{0}}"><frame src="{{1}}"></frameset></html>`,
  },
  {
    name: 'an XHTML page',
    selector: '#number',
    headers: { 'Content-Type': 'application/xhtml+xml' },
    html: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="de-DE"><head><title>X</title></head><body><p>${NUMBER}</p><p id="other">+49 30 23125 102<br/></p><script>
      globalThis.step = () => { document.getElementById('other').firstChild.data = '+49 30 23125 103'; };
    </script></body></html>`,
  },
  {
    name: 'a page that is read from right to left',
    selector: '#number',
    html: page(`<p>الهاتف: ${NUMBER} كل يوم</p>`, 'lang="ar" dir="rtl"'),
  },
  {
    name: 'a page with a frame in design mode',
    selector: '#number',
    parts: [
      page(
        `<p id="edited">+49 30 23125 102</p><script>
          document.designMode = 'on';
          globalThis.step = () => {
            getSelection().selectAllChildren(document.getElementById('edited'));
            document.execCommand('insertText', false, 'Call +49 30 23125 103');
          };
        </script>`,
      ),
    ],
    html: page(`<p>${NUMBER}</p><iframe src="{{0}}"></iframe>`),
  },
  {
    name: 'a page that overrides prototypes and names elements like the document',
    selector: '#number',
    html: page(`<form name="body"><input name="closest"><input name="textContent"></form>
      <form name="createRange"></form><form name="caretPositionFromPoint"></form>
      <img name="querySelector"><img name="elementFromPoint"><img name="createElement"><form name="adoptedStyleSheets"></form>
      <p>${NUMBER}</p><script>
      const broken = () => { throw new Error('not yours'); };
      for (const name of ['map', 'flatMap', 'filter', 'includes', 'push']) { Array.prototype[name] = broken; }
      for (const name of ['attachShadow', 'closest', 'matches', 'append', 'getBoundingClientRect']) { Element.prototype[name] = broken; }
      Node.prototype.appendChild = broken;
      Range.prototype.getClientRects = broken;
      Promise.prototype.finally = broken;
      Object.defineProperty(Text.prototype, 'data', { get: broken });
      Document.prototype.createTreeWalker = broken;
      window.MutationObserver = class extends MutationObserver {};
      window.requestIdleCallback = broken;
    </script>`),
  },
  {
    name: 'a page with a strict policy and trusted types',
    selector: '#number',
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    html: `<!doctype html><html lang="de-DE"><head><title>Page</title></head><body><p>${NUMBER}</p></body></html>`,
  },
  {
    name: 'a page whose text elements divide',
    selector: '#number',
    html: page('<p>Tel. <span id="number"><b>+49 30</b> <i>23125</i> 101</span></p>'),
  },
];
