import { performance } from 'node:perf_hooks';

const MOST_AT_ONCE = 10;

/**
 * Calls back every `periodMs` without drifting: each beat is due at the start plus a whole number of periods, and beats that
 * a busy process has missed are made up for. `setInterval` adds up its delays instead.
 */
export function startPacer(periodMs: number, beat: () => void): () => void {
  let dueMs = performance.now() + periodMs;
  let timer = setTimeout(run, periodMs);

  function run(): void {
    const now = performance.now();
    for (let beats = 0; dueMs <= now && beats < MOST_AT_ONCE; beats++) {
      beat();
      dueMs += periodMs;
    }
    // After a longer stop (a debugger, a sleeping laptop) there is nothing to make up for.
    if (dueMs <= now) {
      dueMs = now + periodMs;
    }
    timer = setTimeout(run, dueMs - performance.now());
  }

  return () => {
    clearTimeout(timer);
  };
}
