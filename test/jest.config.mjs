import { fileURLToPath } from 'node:url';

/** One jest project a level of test: `npx jest --config test/jest.config.mjs --selectProjects unit`. */
const shared = {
  // Absolute: jest resolves a project's relative rootDir against the caller's folder.
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  testEnvironment: 'node',
  transform: { '\\.(ts|tsx|js|mjs)$': '<rootDir>/test/support/esbuild-transform.cjs' },
  // These packages ship ES modules only, which jest's CommonJS runtime cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(sip\\.js|preact|werift|jsdom|libphonenumber-js)/)'],
  // libphonenumber-js has these for `import` alone, and jest requires.
  moduleNameMapper: {
    '^libphonenumber-js/(min|max)/es6$': '<rootDir>/node_modules/libphonenumber-js/$1/es6/index.js',
  },
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
};

const level = (name, more = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  ...more,
});

/** Levels that need the built extension, and more patience than jest has. */
const withExtension = {
  globalSetup: '<rootDir>/test/e2e/support/build-extension.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/e2e/support/patience.ts'],
};

export default {
  projects: [
    level('unit'),
    level('adapter'),
    level('glue', { setupFiles: ['<rootDir>/test/support/chrome-stubs.ts'] }),
    level('e2e', withExtension),
    level('interop', withExtension),
    // Needs PulseAudio, and is no part of `npm test`.
    level('devices', withExtension),
  ],
};
