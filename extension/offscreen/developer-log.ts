import type { Log } from './sipjs/options';

/** Nothing is written to the console of a release: calls and numbers are the user's own. */
export const developerLog: Log = (level, line) => {
  if (__DEV__) {
    // eslint-disable-next-line no-restricted-globals -- the one logger of this context
    console[level](line);
  }
};
