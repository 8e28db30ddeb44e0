import type { Clock } from '../../src/phone/clock';

/** The real time and real chance. Timers of an offscreen document are not throttled. */
export const browserClock: Clock = {
  nowMs: () => Date.now(),

  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);

    return () => {
      clearTimeout(timer);
    };
  },

  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
