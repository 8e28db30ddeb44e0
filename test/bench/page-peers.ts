import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { launch, type Browser } from 'puppeteer';
import { build } from '../../build.mjs';
import { ensureBrowser } from '../support/find-browser.mjs';

/** Something that looks for phone numbers on pages, in a browser of its own. */
export interface PageProgram {
  readonly name: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const WALKER = `
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { if (/\\d{2}/.test(walker.currentNode.data)) { globalThis.hit = true; } }
`;
const WRAPPER = `
  import { findPhoneNumbersInText } from 'libphonenumber-js/max';
  function wrapIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) { nodes.push(walker.currentNode); }
    for (const node of root.nodeType === 3 ? [root] : nodes) {
      if (node.parentElement?.closest('a,script,style')) { continue; }
      for (const { startsAt, endsAt, number } of findPhoneNumbersInText(node.data, 'US').reverse()) {
        const range = document.createRange();
        const link = document.createElement('a');
        range.setStart(node, startsAt);
        range.setEnd(node, endsAt);
        link.href = number.getURI();
        range.surroundContents(link);
      }
    }
  }
  wrapIn(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) { for (const node of addedNodes) {
      if (node.localName !== 'a') { wrapIn(node); }
    } }
  }).observe(document.body, { childList: true, subtree: true });
`;

/** Opens one browser for each program; ringcentral-c2d only where it is installed. */
export async function openPrograms(): Promise<PageProgram[]> {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-'));
  const sources: [string, string | null][] = [
    ['no extension', null],
    ['TreeWalker', await extensionOf(folder, 'walker', WALKER)],
    ['libphonenumber-js, wrapping', await extensionOf(folder, 'wrapper', WRAPPER)],
    ...(await c2d(folder)),
    ['Offhook', await build({ outdir: join(folder, 'offhook') })],
  ];
  const programs: PageProgram[] = [];

  for (const [name, extensionDir] of sources) {
    const browser = await open(extensionDir);

    programs.push({
      name,
      browser,
      close: async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    });
  }

  return programs;
}

async function c2d(folder: string): Promise<[string, string][]> {
  try {
    const path = createRequire(join(process.env.OFFHOOK_BENCH_PEERS ?? ROOT, 'x.js')).resolve(
      'ringcentral-c2d/build/index.js',
    );
    const source = `import * as c2d from ${JSON.stringify(path)};
      const C2D = c2d.RingCentralC2D ?? c2d.default?.RingCentralC2D ?? globalThis.RingCentralC2D;
      globalThis.c2d = new C2D();`;

    return [['ringcentral-c2d', await extensionOf(folder, 'c2d', source)]];
  } catch {
    process.stderr.write('ringcentral-c2d is not installed: it is left out.\n');

    return [];
  }
}

async function extensionOf(folder: string, name: string, source: string): Promise<string> {
  const outdir = join(folder, name);

  mkdirSync(outdir, { recursive: true });
  await esbuild.build({
    stdin: { contents: source, resolveDir: ROOT },
    bundle: true,
    minify: true,
    outfile: join(outdir, 'content.js'),
    format: 'iife',
    logLevel: 'error',
  });
  writeFileSync(
    join(outdir, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      content_scripts: [
        { matches: ['http://*/*'], js: ['content.js'], all_frames: true, run_at: 'document_idle' },
      ],
    }),
  );

  return outdir;
}

async function open(extensionDir: string | null): Promise<Browser> {
  return launch({
    executablePath: ensureBrowser(),
    headless: true,
    pipe: true,
    ...(extensionDir === null ? {} : { enableExtensions: [extensionDir] }),
    args: [
      '--no-first-run',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
