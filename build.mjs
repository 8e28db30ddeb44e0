/**
 * Makes the extension that Chrome loads, in dist/chrome:
 *
 *   node build.mjs           as it is released: minified, no source maps
 *   node build.mjs --dev     readable, with source maps and `__DEV__` code
 *   node build.mjs --watch   the same as --dev, again after every change
 *
 * extension/NAME/main.ts(x) becomes NAME.js (and NAME.css, where it imports styles),
 * extension/NAME/NAME.html lies beside it, extension/assets is copied as it is, and manifest.json
 * gets its version from package.json. A build that fails leaves the last good one alone.
 */
import { existsSync, readFileSync, watch } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const HOME = dirname(fileURLToPath(import.meta.url));

/** What contexts load late, by the names they ask for (extension/browser/late-script.ts). */
const LATE_SCRIPTS = {
  linkify: 'extension/content/linkify.ts',
  'by-dial-rules': 'src/number/by-dial-rules.ts',
};

/** What stops a build, in words for the person who reads the terminal. */
export class BuildError extends Error {
  name = 'BuildError';
}

/**
 * Builds once and returns the folder that Chrome can load.
 * @param {{ dev?: boolean, root?: string, outdir?: string }} [options]
 * @returns {Promise<string>}
 */
export async function build({ dev = false, root = HOME, outdir = join(root, 'dist/chrome') } = {}) {
  const { version } = readJson(join(root, 'package.json'));
  // Chrome takes numbers only: 0.2.0-beta.1 is 0.2.0 there.
  const manifest = {
    ...readJson(join(root, 'manifest.json')),
    version: version.replace(/-.*/, ''),
  };
  const contexts = await findContexts(join(root, 'extension'));
  const assets = join(root, 'extension/assets');

  await mkdir(dirname(resolve(outdir)), { recursive: true });

  const made = await mkdtemp(join(dirname(resolve(outdir)), '.build-'));

  // mkdtemp makes a folder for its owner alone; this one may be anyone's to load.
  await chmod(made, 0o755);

  try {
    // A content script cannot be a module; pages and the worker are.
    const scripts = contexts.filter((context) => isContentScript(manifest, context.name));
    const modules = [
      ...contexts.filter((context) => !scripts.includes(context)),
      ...lateScripts(root),
    ];
    const options = esbuildOptions({ root, manifest, dev });
    const results = [
      await esbuild.build({ ...options, ...entries(modules, made, 'esm') }),
      await esbuild.build({ ...options, ...entries(scripts, made, 'iife') }),
    ];

    await copyPages(contexts, made);
    await cp(assets, made, { recursive: true });
    await writeFile(join(made, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await writeFile(join(made, 'LICENSES.txt'), licensesOf(results, root));
    await checkNothingIsMissing(manifest, made);

    await swap(made, resolve(outdir));
  } finally {
    await rm(made, { recursive: true, force: true });
  }

  return outdir;
}

/** A browser may be reading the folder: it is never half there. */
async function swap(made, outdir) {
  const old = `${made}-old`;

  if (existsSync(outdir)) {
    await rename(outdir, old);
  }
  await rename(made, outdir);
  await rm(old, { recursive: true, force: true });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A context is a folder of extension/ with a main file. */
async function findContexts(sources) {
  const names = await readdir(sources);

  return names.flatMap((name) => {
    const folder = join(sources, name);
    const main = ['main.ts', 'main.tsx'].find((file) => existsSync(join(folder, file)));

    return main === undefined ? [] : [{ name, folder, main: join(folder, main) }];
  });
}

/** Those of them that there are: an extension need have none. */
function lateScripts(root) {
  return Object.entries(LATE_SCRIPTS)
    .map(([name, source]) => ({ name, main: join(root, source) }))
    .filter(({ main }) => existsSync(main));
}

function isContentScript(manifest, name) {
  return (manifest.content_scripts ?? []).some((script) => script.js?.includes(`${name}.js`));
}

function entries(contexts, outdir, format) {
  const entryPoints = Object.fromEntries(contexts.map(({ name, main }) => [name, main]));

  return { entryPoints, outdir, format };
}

function esbuildOptions({ root, manifest, dev }) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    target: `chrome${manifest.minimum_chrome_version}`,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: {
      __DEV__: String(dev),
      __VERSION__: JSON.stringify(manifest.version),
      'process.env.NODE_ENV': dev ? '"development"' : '"production"',
    },
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    // LICENSES.txt carries every notice in full.
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  };
}

async function copyPages(contexts, outdir) {
  for (const { name, folder } of contexts) {
    const page = join(folder, `${name}.html`);

    if (existsSync(page)) {
      await cp(page, join(outdir, `${name}.html`));
    }
  }
}

/** The licence of every package in the bundles: most ask that their notice goes with the code. */
function licensesOf(results, root) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const folders = inputs.flatMap(
    (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [],
  );
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = readJson(join(root, folder, 'package.json'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE']
      .map((candidate) => join(root, folder, candidate))
      .find((candidate) => existsSync(candidate));
    const text = file === undefined ? '' : `\n\n${readFileSync(file, 'utf8').trim()}`;

    return `${name} ${version} (${license})${text}\n`;
  });
  const own = `Offhook\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n`;

  return [own, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Chrome reports a missing file late or never: an icon stays grey, a script just does not run. */
async function checkNothingIsMissing(manifest, outdir) {
  const files = await readdir(outdir);
  const pages = files.filter((file) => file.endsWith('.html'));
  const named = [
    ...filesNamedIn(manifest).map((file) => ({ by: 'manifest.json', file })),
    ...pages.flatMap((page) =>
      filesNamedInPage(readFileSync(join(outdir, page), 'utf8')).map((file) => ({
        by: page,
        file,
      })),
    ),
  ];
  const problems = named
    .filter(({ file }) => !existsSync(join(outdir, file)))
    .map(({ by, file }) => `${by} names ${file}, which was not built${sourceHint(file)}.`);

  problems.push(...(await missingMessages(manifest, outdir)));

  if (problems.length > 0) {
    throw new BuildError(problems.join('\n'));
  }
}

/** Every text anywhere in the manifest that is a path to one file. */
function filesNamedIn(value) {
  if (typeof value === 'string') {
    return /^[^*:\s]+\.(?:js|css|html|png|svg|json|wasm|wav|ogg|mp3)$/.test(value) ? [value] : [];
  }

  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((part) => filesNamedIn(part))
    : [];
}

function filesNamedInPage(html) {
  return [...html.matchAll(/\b(?:src|href)="([^"#?]+)"/g)]
    .map((match) => match[1])
    .filter((url) => !/^[a-z]+:/i.test(url));
}

function sourceHint(file) {
  const [, name, kind] = /^([\w-]+)\.(js|css|html)$/.exec(file) ?? [];

  switch (kind) {
    case 'js':
      return ` (its source is extension/${name}/main.ts or main.tsx)`;
    case 'css':
      return ` (extension/${name}/main.tsx imports no styles)`;
    case 'html':
      return ` (its source is extension/${name}/${name}.html)`;
    default:
      return ` (its source is extension/assets/${file})`;
  }
}

/** Chrome refuses an extension whose manifest asks for a text that its default locale lacks. */
async function missingMessages(manifest, outdir) {
  const wanted = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+?)__/g)].map((match) => match[1]);

  if (manifest.default_locale === undefined) {
    return wanted.length > 0
      ? ['manifest.json uses __MSG_...__ texts without default_locale.']
      : [];
  }

  const path = `_locales/${manifest.default_locale}/messages.json`;

  if (!existsSync(join(outdir, path))) {
    return [`manifest.json needs ${path} (its source is extension/assets/${path}).`];
  }

  const messages = JSON.parse(await readFile(join(outdir, path), 'utf8'));

  return [...new Set(wanted)]
    .filter((name) => !Object.hasOwn(messages, name))
    .map((name) => `manifest.json asks for the text ${name}, which ${path} does not have.`);
}

async function buildAndTell(options) {
  const startedMs = performance.now();

  try {
    const outdir = await build(options);

    console.log(
      `Built ${relative(process.cwd(), outdir) || basename(outdir)} in ${Math.round(performance.now() - startedMs)} ms`,
    );

    return true;
  } catch (error) {
    // esbuild has already printed its own errors, with the place in the source.
    const told = Array.isArray(error.errors);
    const text = error instanceof BuildError ? error.message : error.stack;

    console.error(told ? 'Build failed.' : `Build failed:\n${text}`);

    return false;
  }
}

async function buildOnEveryChange() {
  const paths = ['extension', 'src', 'manifest.json', 'package.json'];
  let pending = null;

  await buildAndTell({ dev: true });

  for (const path of paths) {
    watch(join(HOME, path), { recursive: true }, () => {
      clearTimeout(pending);
      // Editors save in several steps: wait until they are done.
      pending = setTimeout(() => void buildAndTell({ dev: true }), 100);
    });
  }

  console.log(`Watching ${paths.join(', ')}`);
}

async function main() {
  if (process.argv.includes('--watch')) {
    await buildOnEveryChange();
  } else {
    process.exitCode = (await buildAndTell({ dev: process.argv.includes('--dev') })) ? 0 : 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void main();
}
