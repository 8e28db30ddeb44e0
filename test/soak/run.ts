/**
 * Uses the phone for as long as a working morning feels, and counts what it loses: calls,
 * registrations, memory. The figures go into docs/reliability.md.
 *
 *   npm run soak                          30 minutes, a call each ten seconds
 *   npm run soak -- --worker              ten minutes of one call while the worker is killed
 *   npm run soak -- --minutes 5           shorter; a run that is not whole is not written down
 *   npm run soak -- --write               write the figures down all the same
 *
 * Ends with 1 where anything was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../build.mjs';
import { CallBed } from '../e2e/support/call-story';
import { callWithKilledWorker } from '../e2e/support/killed-worker';
import { growthOf, soakSection, workerSection, writeSection } from './report';
import { soak } from './soak';

const SOAK_MINUTES = 30;
const WORKER_MINUTES = 10;
const MOST_GROWTH_MB = 5;
/** A shorter silence is one lost packet or two, which nobody can hear. */
const MOST_SILENCE_MS = 150;

/** Progress goes beside the figures, not among them. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function runSoak(bed: CallBed, minutes: number): Promise<[section: string, isFine: boolean]> {
  const result = await soak(bed, minutes, tell);
  const isFine =
    result.calls.every(({ wentWrong }) => wentWrong === null) &&
    result.missedRegistrations === 0 &&
    growthOf(result) < MOST_GROWTH_MB;

  return [soakSection(result), isFine];
}

async function runWorker(
  bed: CallBed,
  minutes: number,
): Promise<[section: string, isFine: boolean]> {
  const unchanged = await callWithKilledWorker(bed, { forMs: minutes * 60_000, tell });
  const { heard, sent, shown } = unchanged;
  const isFine =
    heard.longestSilentMs < MOST_SILENCE_MS &&
    sent.longestSilentMs < MOST_SILENCE_MS &&
    shown.length === 1;

  return [workerSection(unchanged), isFine];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      worker: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const usual = values.worker ? WORKER_MINUTES : SOAK_MINUTES;
  const minutes = Number(values.minutes ?? usual);

  if (!(minutes > 0)) {
    throw new Error('--minutes takes a number above 0.');
  }

  // Of its own: Chrome reads a worker's script anew each time, and somebody may build meanwhile.
  const folder = mkdtempSync(join(tmpdir(), 'offhook-soak-'));
  const extensionDir = await build({ outdir: join(folder, 'chrome') });
  const bed = await CallBed.open({ forgetTones: true, extensionDir });

  try {
    const [section, isFine] = await (values.worker ? runWorker : runSoak)(bed, minutes);

    process.stdout.write(`${section}\n`);
    if (values.write || minutes >= usual) {
      writeSection(section);
    }
    process.exitCode = isFine ? 0 : 1;
  } finally {
    await bed.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
