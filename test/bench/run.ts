/**
 * Measures how long it takes from a click to the INVITE at the server, for Offhook and for its
 * peers, in one browser and one run: `npm run bench -- --help`. What is measured and how stands in
 * docs/benchmarks.md; and what mixing three calls costs. Ends with 1 if a target is missed or a call failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { BenchBed } from './bed';
import type { ClockOffset } from './click';
import { measureCell, type Cell } from './measure';
import { measureMixing, mixingText } from './mixing';
import { readOptions, type BenchOptions } from './options';
import { SilentStun } from './silent-stun';
import { quantile } from './statistics';
import { tableOf } from './table';
import { allMet, judge, type Judged } from './verdict';

/** Progress goes beside the figures, not among them. */
function tell(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}

async function measure(
  bed: BenchBed,
  stun: SilentStun,
  options: BenchOptions,
): Promise<readonly Cell[]> {
  const server = { url: stun.url, username: null, credential: null };
  const none = await measureCell(
    bed,
    { id: 'none', title: 'No ICE server', servers: [] },
    options,
    tell,
  );
  const heardBefore = stun.heard;
  const dead = await measureCell(
    bed,
    { id: 'dead-stun', title: 'STUN server that never answers', servers: [server] },
    options,
    tell,
  );

  if (heardBefore > 0 || stun.heard === 0) {
    throw new Error('The silent STUN server was asked when it should not have been, or never.');
  }

  return [none, dead];
}

function clockLine(clocks: readonly ClockOffset[]): string {
  const offsets = clocks.map(({ offsetMs }) => offsetMs);
  const errors = clocks.map(({ errorMs }) => errorMs);

  return (
    `Clocks: the browser's was ${Math.min(...offsets).toFixed(2)} to ` +
    `${Math.max(...offsets).toFixed(2)} ms off ours, corrected for each call; ` +
    `uncertain by at most ${quantile(errors, 0.5).toFixed(2)} ms (median), ` +
    `${Math.max(...errors).toFixed(2)} ms (worst).`
  );
}

function clickLines(
  judged: readonly Judged[],
  cells: readonly Cell[],
  options: BenchOptions,
): readonly string[] {
  return cells.length === 0
    ? []
    : [
        ...judged.map(tableOf),
        `With the silent STUN server JsSIP waits some 40 s in each call and places ` +
          `${Math.min(options.slowCalls, options.calls)} of ${options.calls}.`,
        clockLine(cells.flatMap(({ clocks }) => clocks)),
      ];
}

async function run(options: BenchOptions): Promise<boolean> {
  const stun = await SilentStun.open();
  const bed = await BenchBed.open(options.hoverMs).catch((error: unknown) => {
    stun.close();
    throw error;
  });

  try {
    const machine = {
      browser: await bed.browser.browser.version(),
      node: process.version,
      processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    };
    const cells = options.isMixingOnly ? [] : await measure(bed, stun, options);

    await bed.alone();
    const mixing = await measureMixing(bed, options.mixingRounds, tell);
    const judged = cells.map(judge);
    const passed = allMet(judged) && mixing.isMet;
    const where = `${machine.browser}, Node ${machine.node}, ${machine.processor}.`;
    const heading = options.isMixingOnly
      ? where
      : `Click to INVITE at the server. ${where} Pointer at rest for ${options.hoverMs} ms before the click.`;

    tell('');
    console.log(
      [
        heading,
        ...clickLines(judged, cells, options),
        mixingText(mixing),
        passed ? 'All targets are met.' : 'A target is missed.',
      ].join('\n\n'),
    );
    if (options.jsonPath !== null) {
      mkdirSync(dirname(options.jsonPath), { recursive: true });
      writeFileSync(
        options.jsonPath,
        `${JSON.stringify({ ...machine, options, passed, judged, cells, mixing }, null, 2)}\n`,
      );
    }

    return passed;
  } finally {
    stun.close();
    await bed.close();
  }
}

try {
  process.exitCode = (await run(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
