/**
 * Photographs the UI without an extension, every state in light and dark:
 *
 *   node test/support/ui-preview/shoot.mjs OUTDIR [STATE...] [--zoom=2] [--scheme=dark] [--width=360] [--dir=rtl]
 *     [--words=long] [--colors=forced]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import puppeteer from 'puppeteer';
import { ensureBrowser } from '../find-browser.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Chrome makes a popup as high as its page, within these. */
const POPUP_HEIGHT = 600;
const LOWEST_POPUP = 480;

/**
 * Photographs states and returns what is wrong with them in sentences: what is wider than its
 * window, and what the page threw.
 * @param {object} options
 * @param {string} options.outdir
 * @param {Readonly<Record<string, string>> | null} [options.names] the states wanted, and their file's name; all without
 * @param {readonly string[]} [options.schemes]
 * @param {number} [options.zoom] as the browser's own: less fits on the screen
 * @param {number} [options.popupScale] pixels of the picture for one of the popup
 * @param {number | null} [options.width] of every window
 * @param {number | null} [options.pageWidth] of the windows that are no popup
 * @param {string} [options.dir]
 * @param {'english' | 'long'} [options.words] long: a third longer, as German is
 * @param {'own' | 'forced'} [options.colors] forced: as in a high contrast theme of Windows
 * @param {boolean} [options.isPopupCut] at the height where a popup begins to scroll
 * @param {number} [options.longestPage] cuts what is longer and no popup
 * @returns {Promise<string[]>}
 */
export async function shoot({
  outdir,
  names = null,
  schemes = ['light', 'dark'],
  zoom = 1,
  popupScale = zoom,
  width = null,
  pageWidth = null,
  dir = 'ltr',
  words = 'english',
  colors = 'own',
  isPopupCut = false,
  longestPage = Infinity,
}) {
  const folder = await mkdtemp(join(tmpdir(), 'offhook-preview-'));
  const problems = [];

  await mkdir(outdir, { recursive: true });
  const address = await buildPreview(folder);
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser(),
    args: ['--allow-file-access-from-files', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

  try {
    const page = await browser.newPage();

    const devtools = await page.createCDPSession();

    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${address}?list`);

    const states = await page.evaluate(() => globalThis.previewStates);

    for (const state of states.filter(({ name }) => names === null || Object.hasOwn(names, name))) {
      const isPopup = state.height === POPUP_HEIGHT;

      for (const scheme of schemes) {
        await setUp(devtools, scheme, colors);
        await page.setViewport({
          width: width ?? (isPopup ? null : pageWidth) ?? state.width,
          height: Math.round((isPopup && isPopupCut ? LOWEST_POPUP : state.height) / zoom),
          deviceScaleFactor: isPopup ? popupScale : zoom,
        });
        await show(page, `${address}?state=${state.name}&words=${words}`, state.press, dir);
        if (isPopup && isPopupCut) {
          await fitPopup(page, zoom);
        }

        const tooWidePx = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );

        if (tooWidePx > 0) {
          problems.push(`${state.name}: ${tooWidePx} px too wide`);
        }
        const path = join(outdir, `${names?.[state.name] ?? state.name}-${scheme}.png`);
        const part = state.only === null ? null : await page.$(state.only);

        if (part === null) {
          const highest = isPopup ? (isPopupCut ? POPUP_HEIGHT : Infinity) : longestPage;

          await page.screenshot({ path, ...(await framing(page, highest)) });
        } else {
          await part.screenshot({ path });
        }
      }
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }

  return problems;
}

async function buildPreview(folder) {
  const page = join(folder, 'preview.html');

  await esbuild.build({
    entryPoints: ['preview.tsx', 'popup.css', 'page.css'].map((file) => join(HERE, file)),
    outdir: folder,
    bundle: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await writeFile(
    page,
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<link rel="stylesheet" href="preview.css"><body><div id="root"></div><script src="preview.js"></script>',
  );

  return pathToFileURL(page).href;
}

/** As Chrome does: a popup grows with what is in it, so that what sticks to its end is there. */
async function fitPopup(page, zoom) {
  const highest = Math.round(POPUP_HEIGHT / zoom);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const viewport = page.viewport();

  if (viewport !== null) {
    await page.setViewport({ ...viewport, height: Math.min(highest, height) });
  }
}

/** The whole page, or its upper part where it is higher than that. */
async function framing(page, highest) {
  const { width, height, shownHeight } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
    shownHeight: innerHeight,
  }));

  if (height > highest) {
    return { clip: { x: 0, y: 0, width, height: highest } };
  }

  // Chromium leaves the whole page blank where it runs from right to left and fits its window.
  return { fullPage: height > shownHeight };
}

async function setUp(devtools, scheme, colors) {
  // Puppeteer's own way knows no `forced-colors`.
  await devtools.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: colors === 'forced' ? 'active' : 'none' },
      // A picture in the middle of a transition shows what nobody sees.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

async function show(page, address, press, dir) {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate((wanted) => {
    document.documentElement.dir = wanted;
  }, dir);
  for (const selector of press) {
    const [target, text] = selector.split(/(?<!\[[^\]]*)=/);

    await (text === undefined ? page.click(target) : page.type(target, text));
  }
  // Everything that is pressed answers within a promise or two.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

function option(name) {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [outdir = 'test-output/ui', ...wanted] = process.argv
    .slice(2)
    .filter((argument) => !argument.startsWith('--'));
  const problems = await shoot({
    outdir,
    names: wanted.length === 0 ? null : Object.fromEntries(wanted.map((name) => [name, name])),
    schemes: option('scheme')?.split(','),
    zoom: Number(option('zoom') ?? 1),
    width: option('width') === undefined ? null : Number(option('width')),
    dir: option('dir'),
    words: option('words'),
    colors: option('colors'),
  });

  for (const problem of problems) {
    console.error(problem);
    process.exitCode = 1;
  }
}
