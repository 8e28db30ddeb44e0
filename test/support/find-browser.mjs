/**
 * A browser for the demo and the end-to-end tests: the one that is named, one that is installed,
 * or one that can be fetched. Plain Node without dependencies, so that it works first of all:
 *
 *   node test/support/find-browser.mjs
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OLDEST = Number(readJson(join(ROOT, 'manifest.json')).minimum_chrome_version);
const DOWNLOAD_LIMIT_MS = 180_000;

const LINUX_COMMANDS = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_APPS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a browser that is on this machine now, or null. `CHROME_PATH` comes first and is
 * never replaced by another: whoever sets it wants that one.
 * @returns {string | null}
 */
function findBrowser() {
  const wanted = process.env.CHROME_PATH;

  if (wanted !== undefined && wanted !== '') {
    const problem = problemWith(wanted);

    if (problem !== null) {
      throw new Error(`CHROME_PATH is ${wanted}, but ${problem}.`);
    }

    return wanted;
  }

  return installedBrowsers().find((path) => problemWith(path) === null) ?? null;
}

/**
 * The path of a browser, installed now if need be. Throws one plain sentence when there is none.
 * @param {(line: string) => void} [tell]
 * @returns {string}
 */
export function ensureBrowser(tell = console.log) {
  const found = findBrowser() ?? download(tell) ?? installFromDebian(tell);

  if (found === null) {
    throw new Error(
      `No browser: install Chromium, Chrome or Edge ${OLDEST} or newer, or name one in CHROME_PATH.`,
    );
  }

  return found;
}

function installedBrowsers() {
  switch (process.platform) {
    case 'darwin':
      return [
        ...['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
          MAC_APPS.map((app) => join(folder, app)),
        ),
        ...downloadedBrowsers(),
      ];
    case 'win32':
      return [
        ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
          .flatMap((name) => process.env[name] ?? [])
          .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program))),
        ...downloadedBrowsers(),
      ];
    default: {
      const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
      const commands = LINUX_COMMANDS.flatMap((name) =>
        folders.map((folder) => join(folder, name)),
      );

      return [...new Set(commands), ...downloadedBrowsers()];
    }
  }
}

/** What puppeteer downloaded before: CACHE/chrome/PLATFORM-VERSION/chrome-PLATFORM/chrome. */
function downloadedBrowsers() {
  const cache = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer');
  const inside = {
    darwin: 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    win32: 'chrome.exe',
  };
  const program = inside[process.platform] ?? 'chrome';

  return foldersIn(join(cache, 'chrome'))
    .reverse()
    .flatMap((version) => foldersIn(version).map((folder) => join(folder, program)));
}

function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Why the program at `path` cannot be used, or null. */
function problemWith(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return 'there is no program of that name';
  }

  // On Windows, asking Chrome for its version opens a window.
  if (process.platform === 'win32') {
    return null;
  }

  // A download may lack the system's libraries, and Ubuntu's chromium-browser is only a signpost.
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const major = Number(/ (\d+)\./.exec(stdout ?? '')?.[1]);

  if (status !== 0 || Number.isNaN(major)) {
    return 'it does not start';
  }

  return major < OLDEST ? `it is version ${major}, and ${OLDEST} is the oldest that will do` : null;
}

/** Chrome for Testing, by puppeteer; null where its server is out of reach. */
function download(tell) {
  const bin = readJson(join(ROOT, 'node_modules/puppeteer/package.json')).bin;

  tell('No browser found. Downloading Chrome for Testing...');
  spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/puppeteer', bin), 'browsers', 'install', 'chrome'],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'ignore'], timeout: DOWNLOAD_LIMIT_MS },
  );

  const found = downloadedBrowsers().find((path) => problemWith(path) === null) ?? null;

  if (found === null) {
    tell('That did not work here.');
  }

  return found;
}

/** Chromium from Debian's own packages; null where this process may not install them. */
function installFromDebian(tell) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return null;
  }

  const aptGet = (...args) =>
    spawnSync('apt-get', ['-q', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });

  tell('Installing chromium by apt-get...');
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', 'chromium');

  return findBrowser();
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
