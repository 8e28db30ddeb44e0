/**
 * Photographs the UI without an extension, every state in light and dark:
 *
 *   node test/support/ui-preview/shoot.mjs OUTDIR [STATE...] [--zoom=2] [--scheme=dark] [--width=360]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import puppeteer from 'puppeteer';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const [outdir = 'test-output/ui', ...wanted] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'));
const option = (name, otherwise) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;
const zoom = Number(option('zoom', '1'));
const schemes = option('scheme', 'light,dark').split(',');

await mkdir(outdir, { recursive: true });
await esbuild.build({
  entryPoints: ['preview.tsx', 'popup.css', 'page.css'].map((file) => join(HERE, file)),
  outdir,
  bundle: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});

const page_ = join(outdir, 'preview.html');

await writeFile(
  page_,
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<link rel="stylesheet" href="preview.css"><body><div id="root"></div><script src="preview.js"></script>',
);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--allow-file-access-from-files'],
});
const page = await browser.newPage();

page.on('pageerror', (error) => {
  console.error(error);
  process.exitCode = 1;
});
await page.goto(`${pathToFileURL(page_).href}?list`);

const names = await page.evaluate(() => globalThis.previewStates);

for (const { name, width, height, press } of names) {
  if (wanted.length > 0 && !wanted.includes(name)) {
    continue;
  }
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({
      width: Number(option('width', String(width))),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
    });
    await page.goto(`${pathToFileURL(page_).href}?state=${name}`, { waitUntil: 'load' });
    for (const selector of press) {
      const [target, text] = selector.split(/(?<!\[[^\]]*)=/);

      await (text === undefined ? page.click(target) : page.type(target, text));
    }
    // Everything that is pressed answers within a promise or two.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

    if (overflow > 0) {
      console.error(`${name}: ${overflow} px too wide`);
      process.exitCode = 1;
    }
    await page.screenshot({ path: join(outdir, `${name}-${scheme}.png`), fullPage: true });
  }
}

await browser.close();
