import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../../build.mjs';

/** What each script of the extension may weigh, kB of gzip: docs/benchmarks.md tells what is in it. */
const MOST_KB: Readonly<Record<string, number>> = {
  'by-dial-rules.js': 50,
  'content.js': 4,
  'diagnostics.js': 64,
  'linkify.js': 23,
  'offscreen.js': 127,
  'options.js': 108,
  'popup.js': 76,
  'service-worker.js': 88,
  'welcome.js': 25,
};

let outdir: string;

beforeAll(async () => {
  outdir = mkdtempSync(join(tmpdir(), 'offhook-sizes-'));
  await build({ outdir: join(outdir, 'chrome') });
}, 60_000);

afterAll(() => {
  rmSync(outdir, { recursive: true });
});

it('has a limit for every script', () => {
  const scripts = readdirSync(join(outdir, 'chrome')).filter((file) => file.endsWith('.js'));

  expect(scripts.sort()).toEqual(Object.keys(MOST_KB));
});

it.each(Object.entries(MOST_KB))('%s weighs at most %d kB', (file, mostKb) => {
  const kb = gzipSync(readFileSync(join(outdir, 'chrome', file))).length / 1_000;

  expect(kb).toBeLessThanOrEqual(mostKb);
});
