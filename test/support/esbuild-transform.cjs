/**
 * Jest's transform: TypeScript, and the packages that ship ES modules only, to CommonJS.
 * Types are checked once, by tsc; here they are only removed.
 */
const { createHash } = require('node:crypto');
const { version, transformSync } = require('esbuild');

const LOADERS = { ts: 'ts', tsx: 'tsx', mts: 'ts', js: 'js', mjs: 'js', jsx: 'jsx' };

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha1')
      .update(version)
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
      define: { __DEV__: 'true' },
    });

    return { code, map };
  },
};
