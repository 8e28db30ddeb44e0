/**
 * Draws the toolbar icons: every extension/assets/icons/NAME.svg becomes NAME-16.png to NAME-128.png.
 * Run it after changing a drawing: node test/support/render-icons.mjs
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer';

const ICONS = new URL('../../extension/assets/icons/', import.meta.url);
const SIZES = [16, 32, 48, 128];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const drawings = (await readdir(ICONS)).filter((file) => file.endsWith('.svg'));

for (const drawing of drawings) {
  const svg = await readFile(new URL(drawing, ICONS), 'utf8');

  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );

    const png = await page.screenshot({ omitBackground: true });

    await writeFile(new URL(drawing.replace('.svg', `-${size}.png`), ICONS), png);
  }
}

await browser.close();
