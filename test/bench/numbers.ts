/**
 * Measures how right and how quick finders of phone numbers are, Offhook's beside others, in one run:
 * `npm run bench:numbers`; with `-- --verbose` it tells what Offhook's gets wrong. Ends with 1 if a
 * target is missed.
 */
import { finders } from './numbers-finders';
import { qualityOf } from './numbers-quality';
import { speedOf } from './numbers-speed';
import { percentOf, TARGETS, verdictsOf } from './numbers-verdict';

const NAME_WIDTH = 36;
const CELL_WIDTH = 23;

const measured = finders().map((finder) => ({
  name: finder.name,
  quality: qualityOf(finder),
  speed: speedOf(finder),
}));
const [ours] = measured;

if (ours === undefined) {
  throw new Error('There is no finder to measure.');
}

print([
  row(
    '',
    measured.map(({ name }) => name),
  ),
  ...TARGETS.map(({ measure, title }) =>
    row(
      title,
      measured.map(({ quality }) => percentOf(quality.shares[measure])),
    ),
  ),
  ...ours.speed.map(({ title }, place) =>
    row(
      `ms per MB, ${title}`,
      measured.map(({ speed }) => (speed[place]?.medianMs ?? NaN).toFixed(1)),
    ),
  ),
]);

const verdicts = verdictsOf(ours.quality);

print([
  `${ours.name} against its targets`,
  ...verdicts.map(
    ({ title, share, bound, isMet }) =>
      `${title.padEnd(NAME_WIDTH)}${isMet ? 'met   ' : 'MISSED'}  ${percentOf(share).padStart(8)}, ${bound}  (${share.part} of ${share.whole})`,
  ),
]);

if (process.argv.includes('--verbose')) {
  print([`What ${ours.name} gets wrong`, ...ours.quality.mistakes]);
}

process.exitCode = verdicts.every(({ isMet }) => isMet) ? 0 : 1;

function row(title: string, cells: readonly string[]): string {
  return title.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('');
}

function print(lines: readonly string[]): void {
  console.log(`\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}`);
}
