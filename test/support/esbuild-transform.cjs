/**
 * Jest's transform: TypeScript, and the packages that ship ES modules only, to CommonJS.
 * Types are checked once, by tsc; here they are only removed.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { version, transformSync } = require('esbuild');

const OWN_TEXT = readFileSync(__filename);
const LOADERS = { ts: 'ts', tsx: 'tsx', mts: 'ts', js: 'js', mjs: 'js', jsx: 'jsx' };

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha1')
      .update(version)
      .update(OWN_TEXT)
      .update('\0')
      .update(path)
      .update('\0')
      .update(source)
      .digest('hex');
  },

  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: LOADERS[path.split('.').pop()] ?? 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'both',
      sourcefile: path,
      define: {
        __DEV__: 'true',
        __VERSION__: '"0.0.0"',
        'import.meta.url': 'importMetaUrl',
        'import.meta.dirname': '__dirname',
      },
      // CommonJS has no import.meta. On the first line, so that line numbers stay true.
      banner:
        "'use strict'; const importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    });

    return { code, map };
  },
};
