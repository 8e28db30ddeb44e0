import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../../build.mjs';

/** The smallest extension that has a bit of everything. */
const TREE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ version: '1.2.3-beta.4' }),
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: '__MSG_extName__',
    default_locale: 'en',
    minimum_chrome_version: '127',
    background: { service_worker: 'worker.js', type: 'module' },
    action: { default_popup: 'popup.html' },
    content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'] }],
    icons: { 16: 'icons/icon-16.png' },
  }),
  LICENSE: 'Free for all.',
  'extension/worker/main.ts': 'export const isDev: boolean = __DEV__;',
  'extension/content/main.ts': "const place: string = 'page'; document.title = place;",
  'extension/popup/main.ts': "import './popup.css'; document.title = 'popup';",
  'extension/popup/popup.css': 'body { color: teal; }',
  'extension/popup/popup.html':
    '<link rel="stylesheet" href="popup.css"><script type="module" src="popup.js"></script>',
  'extension/assets/icons/icon-16.png': 'a picture',
  'extension/assets/_locales/en/messages.json': JSON.stringify({ extName: { message: 'Tiny' } }),
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'offhook-build-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function plant(tree: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(tree)) {
    const file = join(root, path);

    mkdirSync(dirname(file), { recursive: true });
    if (text === null) {
      rmSync(file);
    } else {
      writeFileSync(file, text);
    }
  }
}

function built(path: string): string {
  return readFileSync(join(root, 'dist/chrome', path), 'utf8');
}

it('makes an extension that Chrome can load', async () => {
  plant(TREE);

  expect(await build({ root })).toBe(join(root, 'dist/chrome'));

  expect(JSON.parse(built('manifest.json'))).toMatchObject({ version: '1.2.3' });
  expect(built('worker.js')).toContain('export{');
  expect(built('content.js')).toMatch(/^(?:"use strict";)?\(\(\)=>/);
  expect(built('popup.css')).toContain('teal');
  expect(built('icons/icon-16.png')).toBe('a picture');
  expect(built('LICENSES.txt')).toContain('Free for all.');
  expect(existsSync(join(root, 'dist/chrome/popup.js.map'))).toBe(false);
});

it('makes it readable for developers', async () => {
  plant(TREE);
  await build({ root, dev: true });

  expect(built('worker.js')).toContain('isDev = true');
  expect(existsSync(join(root, 'dist/chrome/popup.js.map'))).toBe(true);
});

it.each<[string, Readonly<Record<string, string | null>>, string]>([
  [
    'a script of the manifest',
    { 'extension/content/main.ts': null },
    'manifest.json names content.js, which was not built (its source is extension/content/main.ts or main.tsx).',
  ],
  [
    'an icon of the manifest',
    { 'extension/assets/icons/icon-16.png': null },
    'manifest.json names icons/icon-16.png, which was not built (its source is extension/assets/icons/icon-16.png).',
  ],
  [
    'a page of the manifest',
    { 'extension/popup/popup.html': null },
    'manifest.json names popup.html, which was not built (its source is extension/popup/popup.html).',
  ],
  [
    'the styles of a page',
    { 'extension/popup/main.ts': 'export {};' },
    'popup.html names popup.css, which was not built (extension/popup/main.tsx imports no styles).',
  ],
  [
    'a text of the manifest',
    { 'extension/assets/_locales/en/messages.json': '{}' },
    'manifest.json asks for the text extName, which _locales/en/messages.json does not have.',
  ],
])('stops when %s is missing, and says where it comes from', async (_what, change, words) => {
  plant(TREE);
  plant(change);

  await expect(build({ root })).rejects.toThrow(words);
});

it('leaves the last good build alone when it fails', async () => {
  plant(TREE);
  await build({ root });
  plant({ 'extension/popup/popup.html': null });
  await expect(build({ root })).rejects.toThrow('popup.html');

  expect(built('popup.html')).toContain('popup.js');
});
