/**
 * Measures what looking for phone numbers costs a page: `npm run bench:page -- --rounds 10`. Each
 * program has a browser of its own; they take turns on each page, so that a busy machine is busy
 * for all of them. The figures are of Chromium's own trace of the page's main thread: functions
 * with the extension's address, the longest task with one of them in it, and all tasks less the
 * median of the browser without an extension.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer';
import { PageServer } from '../e2e/support/page-server';
import { openPrograms, type PageProgram } from './page-peers';
import { SAMPLE_PAGES, type SamplePage } from './page-samples';
import { threadTimeOf, TRACE_CATEGORIES, type ThreadTime } from './page-trace';
import { median } from './statistics';
import { rest } from './waiting';

/** How long a page is watched: everything a linkifier does to a page that rests is over by then. */
const WATCH_MS = 1_500;
const GROW_MS = 3_000;
/** An extension whose worker is still asleep or whose code is not compiled yet starts slowly. */
const WARM_UP_ROUNDS = 1;

async function watch(
  { browser }: PageProgram,
  sample: SamplePage,
  address: string,
): Promise<ThreadTime> {
  const page = await browser.newPage();

  try {
    if (sample.nodesASecond > 0) {
      await page.goto(address);
      await rest(WATCH_MS);
    }
    await page.tracing.start({ categories: [...TRACE_CATEGORIES] });
    await (sample.nodesASecond > 0 ? grow(page) : page.goto(address).then(() => rest(WATCH_MS)));

    const trace = await page.tracing.stop();
    const time = threadTimeOf(trace ?? new Uint8Array(), address);
    const seconds = sample.nodesASecond > 0 ? GROW_MS / 1000 : 1;

    return {
      wholeMs: time.wholeMs / seconds,
      ownMs: time.ownMs / seconds,
      longestMs: time.longestMs,
    };
  } finally {
    await page.close();
  }
}

async function grow(page: Page): Promise<void> {
  // The address tells the trace's reader which thread is the page's.
  await page.evaluate(`performance.mark(location.href); go(${GROW_MS})`);
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(14))).join('');
}

async function measure(sample: SamplePage, programs: PageProgram[], rounds: number) {
  const pages = await PageServer.start();
  const address = pages.add(sample.html);
  const times = new Map<PageProgram, ThreadTime[]>(programs.map((program) => [program, []]));

  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const program of programs) {
      const time = await watch(program, sample, address);

      if (round >= 0) {
        times.get(program)?.push(time);
      }
    }
  }
  await pages.close();

  return times;
}

function report(sample: SamplePage, times: ReadonlyMap<PageProgram, readonly ThreadTime[]>): void {
  const rows = [...times].map(([{ name }, all]) => ({
    name,
    own: median(all.map(({ ownMs }) => ownMs)),
    whole: median(all.map(({ wholeMs }) => wholeMs)),
    longest: median(all.map(({ longestMs }) => longestMs)),
  }));
  const none = rows.find(({ name }) => name === 'no extension')?.whole ?? 0;
  const peer = rows.find(({ name }) => name === 'ringcentral-c2d')?.own;
  const unit = sample.nodesASecond > 0 ? 'ms/s' : 'ms';

  console.log(`\n${sample.title} (${unit}; own script at most ${sample.mostMs})\n`);
  console.log(line(['', 'own script', 'thread more', 'longest task', 'own / c2d']));
  for (const { name, own, whole, longest } of rows) {
    const ratio = peer === undefined ? '' : (own / peer).toFixed(3);

    console.log(line([name, own.toFixed(2), (whole - none).toFixed(1), longest.toFixed(1), ratio]));
  }
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, only: { type: 'string' } },
});
const programs = await openPrograms();

try {
  for (const sample of SAMPLE_PAGES.filter(({ id }) =>
    (values.only ?? id).split(',').includes(id),
  )) {
    report(sample, await measure(sample, programs, Number(values.rounds)));
  }
} finally {
  for (const program of programs) {
    await program.close();
  }
}
