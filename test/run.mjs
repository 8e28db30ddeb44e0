/**
 * Every test there is, from a fresh clone on: `npm test`, or some of it: `npm test -- unit glue`.
 * What is missing is installed first. A suite that fails does not stop the next one; the last line
 * counts them all.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstallInteropPrograms, installInteropPrograms } from './interop/install.mjs';
import { ensureBrowser } from './support/find-browser.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const RESULTS = join(ROOT, 'test-output/results');

/** Longer than any suite takes on a slow machine: a suite that hangs fails and the next one runs. */
const SUITE_LIMIT_MS = 40 * 60_000;

/** So many stories of a level may need a second try on a busy machine; more are no accident. */
const MOST_TOLD_TWICE = 3;

const BIN = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  jest: 'node_modules/jest/bin/jest.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
};

/**
 * The suites, cheapest first. `commands` count as one test together; a `level` is a project of
 * jest, whose own count is taken. `prepare` installs what a suite needs and says in a sentence why it cannot run here;
 * an excused suite is skipped, another one has failed.
 */
const SUITES = [
  { name: 'types', commands: [[BIN.tsc, '-b']] },
  {
    name: 'lint',
    commands: [
      [BIN.eslint, '--config', '.eslint.config.mjs', '--max-warnings', '0', '.'],
      [BIN.prettier, '--check', '--log-level', 'warn', '.'],
    ],
  },
  { name: 'unit', level: [] },
  // Calls that a test leaves ringing have SIP.js wait three minutes for their end.
  { name: 'adapter', level: ['--forceExit'] },
  { name: 'glue', level: [] },
  // A browser and a PBX for each story, and much of their time is waiting: for a minute of quiet,
  // for a server that is silent, for a computer that sleeps. More than two at once would wait for
  // each other's sound.
  { name: 'e2e', level: ['--maxWorkers=2'], prepare: prepareBrowser },
  { name: 'interop', level: ['--runInBand'], prepare: prepareInterop },
];

function prepareBrowser() {
  try {
    // The suite finds the same browser at once.
    process.env.CHROME_PATH = ensureBrowser();

    return { ready: true };
  } catch (error) {
    return { ready: false, why: error.message, excused: false };
  }
}

function prepareInterop() {
  // Where the programs could be installed, and still are not there, something is wrong.
  const excused = !canInstallInteropPrograms();
  const bed = installInteropPrograms();

  return bed.ready ? prepareBrowser() : { ready: false, why: bed.why, excused };
}

/** Runs one Node program in the terminal, and everything it starts ends with it. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that a hanging suite can be stopped with all that it started.
      detached: process.platform !== 'win32',
    });
    const stop = () => {
      if (process.platform === 'win32') {
        child.kill();
      } else {
        process.kill(-child.pid, 'SIGKILL');
      }
    };
    const interrupt = () => {
      stop();
      process.exit(130);
    };
    const limit = setTimeout(() => {
      console.error(`Stopped after ${SUITE_LIMIT_MS / 60_000} minutes: ${args.join(' ')}`);
      stop();
    }, SUITE_LIMIT_MS);

    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    child.once('exit', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve(code === 0);
    });
  });
}

async function runCommands(commands) {
  let ok = true;

  for (const command of commands) {
    ok = (await run(command)) && ok;
  }

  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runLevel(name, more) {
  const countFile = join(RESULTS, `${name}.json`);

  rmSync(countFile, { force: true });

  process.env.COUNT_FILE = countFile;

  const ok = await run([
    BIN.jest,
    '--config',
    'test/jest.config.mjs',
    '--selectProjects',
    name,
    '--reporters=default',
    `--reporters=${join(ROOT, 'test/support/count-reporter.cjs')}`,
    ...more,
  ]);

  if (!existsSync(countFile)) {
    return { passed: 0, failed: 1 };
  }

  const { passed, failed, toldTwice } = JSON.parse(readFileSync(countFile, 'utf8'));
  const unsteady = toldTwice.length > MOST_TOLD_TWICE ? toldTwice.length : 0;

  return {
    passed: passed - unsteady,
    failed: (ok ? failed : Math.max(failed, 1)) + unsteady,
    toldTwice,
  };
}

function installPackages() {
  if (existsSync(join(ROOT, 'node_modules/.package-lock.json'))) {
    return true;
  }
  console.log('Installing packages...');

  return (
    spawnSync('npm', ['ci', '--include=dev'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }).status === 0
  );
}

function line({ name, passed, failed, seconds, skipped }) {
  const outcome = skipped ? 'skipped' : `${passed} passed, ${failed} failed`;

  return `  ${name.padEnd(9)}${outcome.padEnd(26)}${String(seconds).padStart(4)} s`;
}

async function runSuite({ name, commands, level, prepare }) {
  const state = prepare?.() ?? { ready: true };

  if (!state.ready) {
    console.log(state.why);

    return { passed: 0, failed: state.excused ? 0 : 1, skipped: state.excused, why: state.why };
  }

  return commands === undefined ? runLevel(name, level) : runCommands(commands);
}

async function main(names) {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));

  if (unknown.length > 0) {
    console.error(
      `No suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}.`,
    );

    return 1;
  }
  if (!installPackages()) {
    console.error('npm ci failed; its own words are above.');
    console.log('0 passed, 1 failed');

    return 1;
  }
  mkdirSync(RESULTS, { recursive: true });

  const results = [];

  for (const suite of SUITES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const startedMs = performance.now();

    console.log(`\n=== ${suite.name}`);

    const outcome = await runSuite(suite);
    const seconds = Math.round((performance.now() - startedMs) / 1000);

    results.push({ name: suite.name, seconds, ...outcome });
  }

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);

  console.log(`\n${results.map(line).join('\n')}`);
  for (const { name, why } of results.filter((result) => result.why !== undefined)) {
    console.log(`  ${name} did not run: ${why}`);
  }
  for (const title of results.flatMap(({ toldTwice = [] }) => toldTwice)) {
    console.log(`  needed a second try: ${title}`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);

  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
