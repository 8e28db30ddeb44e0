/** How long the page may keep busy before a slice runs all the same. */
const IDLE_TIMEOUT_MS = 50;

/** When to work without being felt: the browser's own clock and idle time. */
export interface PageTime {
  /** Runs `work` once when the page has nothing better to do. */
  whenIdle(work: () => void): void;
  /** Runs `work` once after some time. */
  later(work: () => void, delayMs: number): void;
  nowMs(): number;
}

/** The browser's own. */
export const browserTime: PageTime = {
  whenIdle(work) {
    requestIdleCallback(work, { timeout: IDLE_TIMEOUT_MS });
  },
  later: (work, delayMs) => {
    setTimeout(work, delayMs);
  },
  nowMs: () => performance.now(),
};
