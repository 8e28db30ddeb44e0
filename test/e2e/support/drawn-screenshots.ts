import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { Photographer, SCHEMES } from './photographer';

const ICONS = join(import.meta.dirname, '../../../extension/assets/icons');
const TOOLBAR = { icon: 'ready', 'icon-ringing': 'ringing', 'icon-in-call': 'in a call' } as const;
const REST = { 'icon-missed': 'missed calls', 'icon-unregistered': 'not registered' } as const;

/** The toolbar's icon in each of its states, large and as the toolbar shows it. */
export async function drawIcons(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage();
  const figures = Object.entries({ ...TOOLBAR, ...REST }).map(
    ([file, words]) =>
      `<figure><img src="${imageAt(ICONS, `${file}-128.png`)}" width="64"><img src="${imageAt(ICONS, `${file}-32.png`)}" width="16"><figcaption>${words}</figcaption></figure>`,
  );

  await page.setContent(`<!doctype html><style>
    :root { color-scheme: light dark; background: light-dark(#ffffff, #202124); font: 15px system-ui, sans-serif; }
    body { display: flex; justify-content: space-around; margin: 20px; }
    figure { display: grid; gap: 12px; justify-items: center; margin: 0; }
    figcaption { color: light-dark(#3c4043, #e8eaed); }
  </style>${figures.join('')}`);
  await new Photographer(folder).shoot(page, 'toolbar-icons', {
    width: 640,
    height: 172,
    scale: 2,
  });
  await page.close();
}

/** The page and the popup in one picture, as they stand together on a screen. */
export async function drawOverview(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage();
  const images = SCHEMES.map(
    (scheme) =>
      `<div class="${scheme}"><img src="${imageAt(folder, `page-card-${scheme}.png`)}"><img class="popup" src="${imageAt(folder, `popup-in-call-${scheme}.png`)}"></div>`,
  );

  await page.setContent(`<!doctype html><style>
    :root { color-scheme: light dark; }
    body { margin: 0; }
    div { position: relative; inline-size: 1000px; block-size: 640px; overflow: hidden; }
    .popup { position: absolute; inset: 0 12px auto auto; inline-size: 340px; border-radius: 0 0 12px 12px; box-shadow: 0 4px 24px rgb(0 0 0 / 35%); clip-path: inset(0 -40px -40px round 0 0 12px 12px); }
    .dark { display: none; }
    @media (prefers-color-scheme: dark) { .dark { display: block; } .light { display: none; } }
  </style>${images.join('')}`);
  await new Photographer(folder).shoot(page, 'overview', { width: 1000, height: 640, scale: 1 });
  await page.close();
}

function imageAt(folder: string, file: string): string {
  return `data:image/png;base64,${readFileSync(join(folder, file)).toString('base64')}`;
}
