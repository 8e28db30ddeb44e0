/** A page that is easily harmed by whoever changes what is on it. */
export interface AwkwardPage {
  readonly name: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The number to be called on it; null if it stands where puppeteer cannot point. */
  readonly selector: string | null;
  /** False if nothing on it may be marked. */
  readonly isMarked?: boolean;
}

const NUMBER = '<span id="number">+49 30 23125 101</span>';

function page(body: string, attributes = 'lang="de-DE"'): string {
  return `<!doctype html><html ${attributes}><head><title>Page</title><style>p { color: navy }</style></head><body>${body}</body></html>`;
}

/** Each kind of page that other linkifiers break. */
export const AWKWARD_PAGES: readonly AwkwardPage[] = [
  {
    name: 'a virtual list',
    selector: '#number',
    html: page(`<p>${NUMBER}</p><div id="list" style="height:200px;overflow:auto"></div><script>
      const list = document.getElementById('list');
      for (let row = 0; row < 40; row++) {
        const line = document.createElement('div');
        line.append('Row ', String(row), ': +49 30 2312', String(5000 + row));
        list.append(line);
      }
    </script>`),
  },
  {
    name: 'a rich editor',
    selector: '#number',
    html: page(
      `<p>Call ${NUMBER}</p><div contenteditable><p>Dear <b>all</b>, +49 30 23125 102</p></div>`,
    ),
  },
  {
    name: 'a page in design mode',
    selector: null,
    isMarked: false,
    html: page(`<p>${NUMBER}</p><script>document.designMode = 'on'</script>`),
  },
  {
    name: 'a table of many cells',
    selector: '#number',
    html: page(
      `<p>${NUMBER}</p><table>${Array.from(
        { length: 2_000 },
        (_, row) => `<tr><td>${row}</td><td>+49 30 23125 ${100 + (row % 900)}</td><td>x</td></tr>`,
      ).join('')}</table>`,
    ),
  },
  {
    name: 'a page of components with shadow roots',
    selector: 'contact-card >>> #number',
    html: page(`<contact-card></contact-card><script>
      customElements.define('contact-card', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<style>p { margin: 0 }</style><p>${NUMBER}</p>';
        }
      });
    </script>`),
  },
  {
    name: 'a page that is read from right to left',
    selector: '#number',
    html: page(`<p>الهاتف: ${NUMBER} كل يوم</p>`, 'lang="ar" dir="rtl"'),
  },
  {
    name: 'a page that overrides prototypes',
    selector: '#number',
    html: page(`<form><input name="body"><input name="closest"><input name="textContent"></form>
      <img name="querySelector"><p>${NUMBER}</p><script>
      const broken = () => { throw new Error('not yours'); };
      Array.prototype.map = broken;
      Array.prototype.flatMap = broken;
      Element.prototype.attachShadow = broken;
      Element.prototype.closest = broken;
      Document.prototype.createTreeWalker = broken;
      window.MutationObserver = class extends MutationObserver {};
    </script>`),
  },
  {
    name: 'a page with a strict policy',
    selector: '#number',
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    html: page(`<p>${NUMBER}</p>`),
  },
  {
    name: 'an XHTML page',
    selector: '#number',
    headers: { 'Content-Type': 'application/xhtml+xml' },
    html: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="de-DE"><head><title>X</title></head><body><p>${NUMBER}</p></body></html>`,
  },
  {
    name: 'a frameset',
    selector: null,
    isMarked: false,
    html: `<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="about:blank"/><frame src="about:blank"/></frameset></html>`,
  },
  {
    name: 'a page whose text elements divide',
    selector: '#number',
    html: page('<p>Tel. <span id="number"><b>+49 30</b> <i>23125</i> 101</span></p>'),
  },
];
