/** A page that the linkifiers are measured on. */
export interface SamplePage {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** Nodes that are appended each second while it is watched; 0 for a page that rests. */
  readonly nodesASecond: number;
  /** Numbers that are on it from the start. */
  readonly numbers: number;
  readonly most: Most;
}

/** What Offhook may take of a page, in milliseconds, or in milliseconds a second while it grows. */
export interface Most {
  readonly ownMs: number;
  /** The same as a share of ringcentral-c2d's. */
  readonly ofPeer?: number;
  /** The whole thread, more than with no extension. */
  readonly moreMs?: number;
  /** From the script's start until everything in the viewport is marked. */
  readonly inViewMs?: number;
  /** From the insertion of a number until it can be clicked on. */
  readonly clickableMs?: number;
  readonly gzipBytes?: number;
  readonly heapMb?: number;
}

const WORDS =
  'the quick account of a harbour town where letters and parcels wait for their morning boat and nobody asks twice'.split(
    ' ',
  );

function sentence(seed: number, length: number): string {
  return Array.from({ length }, (_, index) => WORDS[(seed * 7 + index * 5) % WORDS.length]).join(
    ' ',
  );
}

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function numberOf(index: number): string {
  return `(415) 555-${String(1000 + (index % 9000)).padStart(4, '0')}`;
}

function page(title: string, body: string, script = ''): string {
  return `<!doctype html><html lang="en-US"><title>${title}</title><body>${body}${script}</body></html>`;
}

/** Appends chat lines at a steady pace, as one task a frame would, once `go()` is called. One in ten has a number. */
function growing(nodesASecond: number): string {
  return `<script>
    function go(forMs) {
      const chat = document.getElementById('chat');
      const everyMs = ${nodesASecond > 60 ? 20 : 1000 / nodesASecond};
      const eachTime = ${nodesASecond > 60 ? nodesASecond / 50 : 1};
      let made = 0;
      return new Promise((done) => {
        const start = performance.now();
        const timer = setInterval(() => {
          for (let n = 0; n < eachTime; n++) {
            const line = document.createElement('p');
            made++;
            line.innerHTML = made % 10 === 0
              ? '<b>Ann</b> call me on (415) 555-' + (1000 + made % 9000)
              : '<b>Ann</b> the boat is late again ' + made;
            chat.append(line);
          }
          if (performance.now() - start > forMs) { clearInterval(timer); done(made); }
        }, everyMs);
      });
    }
  </script>`;
}

function chat(lines: number, hasNumber: (index: number) => boolean): string {
  return `<div id="chat">${repeat(
    lines,
    (index) =>
      `<p><b>Ann</b> ${hasNumber(index) ? `call ${numberOf(index)}` : sentence(index, 8)}</p>`,
  )}</div>`;
}

/** All pages, in the order in which they are measured. */
export const SAMPLE_PAGES: readonly SamplePage[] = [
  {
    id: 'empty',
    title: 'empty page',
    html: page('Empty', ''),
    nodesASecond: 0,
    numbers: 0,
    most: { ownMs: 2, gzipBytes: 4096, heapMb: 0.3 },
  },
  {
    id: 'no-numbers',
    title: '1 MB without numbers',
    html: page(
      'Article',
      repeat(1900, (index) => `<p>${sentence(index, 90)} <i>${sentence(index, 3)}</i>.</p>`),
    ),
    nodesASecond: 0,
    numbers: 0,
    most: { ownMs: 3, ofPeer: 0.05 },
  },
  {
    id: 'digits',
    title: '1 MB with many digits',
    html: page(
      'Figures',
      repeat(
        2600,
        (index) =>
          `<p>${sentence(index, 50)} in ${1900 + (index % 120)}, order ${index * 7919}, ${index % 97}.${index % 89} %, ${sentence(index, 10)} 2024-05-${10 + (index % 19)}</p>`,
      ),
    ),
    nodesASecond: 0,
    numbers: 0,
    most: { ownMs: 14, ofPeer: 0.1 },
  },
  {
    id: 'directory',
    title: '5,000 numbers',
    html: page(
      'Directory',
      `<ul>${repeat(5000, (index) => `<li>${sentence(index, 3)} <span>${numberOf(index)}</span></li>`)}</ul>`,
    ),
    nodesASecond: 0,
    numbers: 5000,
    most: { ownMs: 90, ofPeer: 0.16, inViewMs: 100 },
  },
  {
    id: 'chat',
    title: 'chat of 20,000 nodes',
    html: page(
      'Chat',
      chat(5000, (index) => index % 100 === 0),
    ),
    nodesASecond: 0,
    numbers: 50,
    most: { ownMs: 14 },
  },
  {
    id: 'chat-50',
    title: 'chat, 50 nodes/s',
    html: page(
      'Chat',
      chat(1000, (index) => index % 4 === 0),
      growing(50),
    ),
    nodesASecond: 50,
    numbers: 250,
    most: { ownMs: 0.8, moreMs: 5, clickableMs: 100 },
  },
  {
    id: 'chat-500',
    title: 'chat, 500 nodes/s',
    html: page(
      'Chat',
      chat(1000, (index) => index % 4 === 0),
      growing(500),
    ),
    nodesASecond: 500,
    numbers: 250,
    most: { ownMs: 2, moreMs: 10, clickableMs: 100 },
  },
];

/** The page of a growing sample with few numbers: all of them are painted, so that it can be seen when each is there. */
export function quietStart({ nodesASecond }: SamplePage): string {
  return page(
    'Chat',
    chat(1000, () => false),
    growing(nodesASecond),
  );
}
