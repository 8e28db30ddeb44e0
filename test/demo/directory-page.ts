import { DIRECTORY, type Entry } from './directory';

/** The demo page: a small company's directory, an ordinary page without any script. */
export function directoryPage(): string {
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Harbour &amp; Pine Trading Co. · Directory</title>
<style>${STYLE}</style>
</head>
<body>
<header>
  <svg viewBox="0 0 48 48" aria-hidden="true"><path d="M24 4 13 20h5l-8 11h10v7h8v-7h10l-8-11h5z"/><path class="wave" d="M4 42c4-4 8-4 12 0s8 4 12 0 8-4 16 0"/></svg>
  <div><h1>Harbour &amp; Pine Trading Co.</h1><p>Timber, rope and good company since 1987</p></div>
</header>
<main>
  <h2>Directory</h2>
  <p class="lead">Rest the pointer on a number and click it. Your phone is in the toolbar, behind the green handset; every line below is answered by a small phone system on this machine, and no call leaves it.</p>
  <ul>
${Object.entries(DIRECTORY)
  .map(([name, entry]) => itemOf(name, entry))
  .join('\n')}
  </ul>
</main>
<footer>A made-up company. All numbers are reserved for fiction.</footer>
</body>
</html>`;
}

function itemOf(name: string, { office, line, written, href, does }: Entry): string {
  const number =
    href === null
      ? `<span class="number" id="${name}">${written}</span>`
      : `<a class="number" id="${name}" href="${href}">${written}</a>`;

  return `    <li><div class="who"><strong>${line.replace('&', '&amp;')}</strong><span>${office}</span></div>${number}<p>${does}</p></li>`;
}

const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f3f1ea; --card: #fffdf8; --ink: #1d2b2a; --soft: #5d6b67; --line: #ddd8c9;
  --pine: #1f5b4c; --sea: #2b7a9b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101817; --card: #172220; --ink: #e8eeea; --soft: #9fb0aa; --line: #2a3835;
    --pine: #6cc3a5; --sea: #7cc4e0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 3rem 1.5rem; max-width: 60rem;
  background: var(--page); color: var(--ink);
  font: 1rem/1.5 Georgia, 'Iowan Old Style', 'DejaVu Serif', serif;
}
header { display: flex; gap: 1rem; align-items: center; }
header svg { width: 4rem; fill: var(--pine); flex: none; }
.wave { fill: none; stroke: var(--sea); stroke-width: 3; stroke-linecap: round; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
header p { margin: 0.1rem 0 0; color: var(--soft); font-style: italic; }
h2 { margin: 2.5rem 0 0.25rem; font-size: 1.3rem; }
.lead { margin: 0 0 1.5rem; max-width: 44rem; color: var(--soft); }
ul {
  display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
  margin: 0; padding: 0; list-style: none;
}
li {
  display: flex; flex-direction: column; gap: 0.6rem; padding: 1.25rem;
  background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem;
}
.who { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
.who span { color: var(--soft); font-size: 0.9rem; text-align: right; }
.number { align-self: start; font-size: 1.25rem; color: var(--sea); font-variant-numeric: tabular-nums; }
li p { margin: 0; color: var(--soft); font-size: 0.95rem; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.85rem; }
`;
