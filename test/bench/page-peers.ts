import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { launch, type Browser } from 'puppeteer';
import { build } from '../../build.mjs';
import { ensureBrowser } from '../support/find-browser.mjs';

/** Something that looks for phone numbers on pages, in a browser of its own. */
export interface PageProgram {
  readonly name: string;
  readonly browser: Browser;
  /** The size of what runs on every page, compressed; null without an extension. */
  readonly gzipBytes: number | null;
  /** How it shows that it found a page's numbers; null if it finds none. */
  readonly proof: Proof | null;
  readonly close: () => Promise<void>;
}

/** An expression that counts the numbers found so far, and whose world it is to be asked in. */
export interface Proof {
  readonly world: 'page' | 'extension';
  readonly count: string;
}

interface Source {
  readonly name: string;
  readonly extensionDir: string | null;
  readonly proof: Proof | null;
}

const ROOT = join(import.meta.dirname, '../..');
/** What any content script costs, whatever it does. */
const NOTHING = 'globalThis.here = true;';
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
// As its README starts it: with its own matcher, its own observer and its own widget.
const C2D = `
  import RingCentralC2D from 'ringcentral-c2d/build/index.js';
  globalThis.c2d = new RingCentralC2D();
`;

/** Opens one browser for each program; ringcentral-c2d only where it is installed. */
export async function openPrograms(): Promise<PageProgram[]> {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-'));
  const script = (name: string, source: string) => extensionOf(folder, name, source);
  const sources: Source[] = [
    { name: 'no extension', extensionDir: null, proof: null },
    { name: 'empty extension', extensionDir: await script('nothing', NOTHING), proof: null },
    { name: 'TreeWalker', extensionDir: await script('walker', WALKER), proof: null },
    {
      name: 'libphonenumber-js, wrapping',
      extensionDir: await script('wrapper', WRAPPER),
      proof: { world: 'page', count: `document.querySelectorAll('a[href^="tel:"]').length` },
    },
    ...(await c2d(script)),
    {
      name: 'Offhook',
      extensionDir: await build({ outdir: join(folder, 'offhook') }),
      // It paints those near the viewport only.
      proof: {
        world: 'page',
        count: `[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) * 1000`,
      },
    },
  ];
  const programs: PageProgram[] = [];

  for (const { name, extensionDir, proof } of sources) {
    const browser = await open(extensionDir);

    programs.push({
      name,
      browser,
      proof,
      gzipBytes: extensionDir === null ? null : gzipBytesOf(extensionDir),
      close: async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    });
  }

  return programs;
}

async function c2d(script: (name: string, source: string) => Promise<string>): Promise<Source[]> {
  try {
    createRequire(join(ROOT, 'x.js')).resolve('ringcentral-c2d/build/index.js');
  } catch {
    process.stderr.write('ringcentral-c2d is not installed: it is left out.\n');

    return [];
  }

  return [
    {
      name: 'ringcentral-c2d',
      extensionDir: await script('c2d', C2D),
      proof: { world: 'extension', count: 'c2d.observer._observer._matchesMap.size' },
    },
  ];
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

function gzipBytesOf(extensionDir: string): number {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    content_scripts: readonly { js: readonly string[] }[]; // Made by us or by the build.
  };

  return manifest.content_scripts
    .flatMap(({ js }) => js)
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(extensionDir, file))).length, 0);
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
