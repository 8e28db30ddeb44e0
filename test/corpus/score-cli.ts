/**
 * Prints how right the finder is on the corpus, beside libphonenumber-js's:
 * `npx tsx test/corpus/score-cli.ts [--misses] [--finder path/to/find-numbers.ts]`.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import { readCorpus } from './read-corpus';
import { score, type Finder, type Mistake, type Score } from './score';
import type { Snippet } from './snippet';

const { values: options } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    finder: { type: 'string', default: 'src/number/find-numbers.ts' },
  },
});

const corpus = readCorpus();
const find = await loadFinder(options.finder);
const ours = score(find, corpus);

print([
  header(),
  row('this finder', ours),
  row('libphonenumber-js/max', score(findWithLibrary, corpus)),
]);
print([header(), ...rowsBy('kind', find)]);
print([header(), ...rowsBy('country', find)]);

if (options.misses) {
  print(['Missed', ...ours.misses.map(mistake)]);
  print(['False', ...ours.falseHits.map(mistake)]);
}

/** The finder under test is a module named on the command line: its type is this program's word. */
async function loadFinder(path: string): Promise<Finder> {
  const module = (await import(pathToFileURL(resolve(path)).href)) as { findNumbers: Finder };

  return module.findNumbers;
}

function findWithLibrary(text: string, region: string): ReturnType<Finder> {
  const country = isSupportedCountry(region) ? { defaultCountry: region } : {};

  return findPhoneNumbersInText(text, country).map(({ startsAt, endsAt, number }) => ({
    start: startsAt,
    end: endsAt,
    e164: number.number,
  }));
}

function rowsBy(part: 'kind' | 'country', finder: Finder): string[] {
  const parts = new Map<string, Snippet[]>();

  for (const snippet of corpus) {
    parts.set(snippet[part], [...(parts.get(snippet[part]) ?? []), snippet]);
  }

  return [...parts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, snippets]) => row(name, score(finder, snippets)));
}

function header(): string {
  return line('', ['snippets', 'numbers', 'hits', 'precision', 'recall', 'e164 only', 'flawless']);
}

function row(name: string, result: Score): string {
  return line(name, [
    String(result.snippets),
    String(result.labels),
    String(result.hits),
    percent(result.precision),
    percent(result.recall),
    percent(result.recallOfE164),
    percent(result.flawless),
  ]);
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(11)).join('');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function mistake({ snippet, start, end, e164, written }: Mistake): string {
  const before = snippet.text.slice(Math.max(0, start - 25), start);
  const after = snippet.text.slice(end, end + 15);

  return `  ${snippet.id.padEnd(20)} ${JSON.stringify(`${before}[${written}]${after}`)} ${e164}`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
