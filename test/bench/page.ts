/**
 * Measures what looking for phone numbers costs a page: `npm run bench:page -- --rounds 10`. Each
 * program has a browser of its own; they take turns on each page, so that a busy machine is busy
 * for all of them. The figures are medians, of Chromium's own trace of the page's main thread:
 *
 * - own script: the extension's functions, compiled and run, with all that the browser does in them
 * - world: making the extension's isolated world, which each content script costs alike
 * - thread more: all tasks, less those of the browser without an extension
 * - longest: the most of the extension's script in one task; beside it the longest such task
 * - shift: cumulative layout shift
 * - heap more: the JavaScript heap of the page's process, isolated worlds included, after a
 *   collection, less that of the browser without an extension
 *
 * The program ends with 1 if Offhook misses a target.
 */
import { parseArgs } from 'node:util';
import { PageServer } from '../e2e/support/page-server';
import { openPrograms, type PageProgram } from './page-peers';
import { quietStart, SAMPLE_PAGES, type SamplePage } from './page-samples';
import { targetsOf, rowsOf, type Measured, type PageRow } from './page-verdict';
import { clickableMs, inViewMs, watch } from './page-watch';

/** An extension whose worker is still asleep or whose code is not compiled yet starts slowly. */
const WARM_UP_ROUNDS = 1;

async function measure(
  sample: SamplePage,
  programs: readonly PageProgram[],
  rounds: number,
): Promise<Measured[]> {
  const pages = await PageServer.start();
  const address = pages.add(sample.html);
  const quiet = pages.add(quietStart(sample));
  const all = programs.map((program) => ({
    program,
    measured: {
      name: program.name,
      gzipBytes: program.gzipBytes,
      watched: [] as Measured['watched'][number][],
      inViewMs: [] as number[],
      clickableMs: [] as number[],
    },
  }));

  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const { program, measured } of all) {
      const watched = await watch(program, sample, address);
      const isOurs = program.name === 'Offhook';
      const isWarm = round >= 0;

      if (isWarm) {
        measured.watched.push(watched);
      }
      if (isWarm && isOurs && sample.most.inViewMs !== undefined) {
        measured.inViewMs.push(await inViewMs(program, address));
      }
      if (isWarm && isOurs && sample.most.clickableMs !== undefined) {
        measured.clickableMs.push(await clickableMs(program, sample, quiet));
      }
    }
  }
  await pages.close();

  return all.map(({ measured }) => measured);
}

const HEADINGS =
  'own script,world,thread more,longest,(its task),own / c2d,shift,heap more MB,gzip B';

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(13))).join('');
}

function cellsOf(row: PageRow): string[] {
  return [
    row.name,
    row.ownMs.toFixed(2),
    row.worldMs.toFixed(2),
    row.moreMs.toFixed(1),
    row.longestMs.toFixed(1),
    row.longestTaskMs.toFixed(1),
    row.ofPeer?.toFixed(3) ?? '',
    row.shift.toFixed(4),
    row.heapMb.toFixed(2),
    String(row.gzipBytes ?? ''),
  ];
}

/** Prints a page's table and verdict; true if every target is met. */
function report(sample: SamplePage, all: readonly Measured[]): boolean {
  const rows = rowsOf(all);
  const ours = all.find(({ name }) => name === 'Offhook');
  const row = rows.find(({ name }) => name === 'Offhook');
  const targets = ours && row ? targetsOf(sample, row, ours) : [];

  console.log(`\n${sample.title} (${sample.nodesASecond > 0 ? 'ms a second' : 'ms'})\n`);
  console.log(line(['', ...HEADINGS.split(',')]));
  for (const each of rows) {
    console.log(line(cellsOf(each)));
  }
  console.log('');
  for (const { what, value, most, isKept } of targets) {
    const figure = value >= 100 ? value.toFixed(0) : value.toFixed(3);

    console.log(`  ${isKept ? 'met   ' : 'MISSED'} ${what}: ${figure} (at most ${most})`);
  }

  return targets.every(({ isKept }) => isKept);
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, only: { type: 'string' } },
});
const programs = await openPrograms();
let isMet = true;

try {
  for (const sample of SAMPLE_PAGES.filter(({ id }) =>
    (values.only ?? id).split(',').includes(id),
  )) {
    isMet = report(sample, await measure(sample, programs, Number(values.rounds))) && isMet;
  }
} finally {
  for (const program of programs) {
    await program.close();
  }
}
console.log(isMet ? '\nEvery target is met.' : '\nA target is missed.');
process.exitCode = isMet ? 0 : 1;
