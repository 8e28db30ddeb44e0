/** A ratio of two medians, and where it lies with 95 % confidence. */
export interface Ratio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;

/** The value below which that share of the samples lies, interpolated between neighbours. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];

  if (below === undefined || above === undefined) {
    throw new Error('There is no quantile of nothing.');
  }

  return below + (above - below) * (place - Math.floor(place));
}

/** The value in the middle. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/**
 * The ratio of two medians with its bootstrap interval: both sets are drawn anew from themselves,
 * with replacement, and the middle 95 % of the ratios is the interval (Efron's percentile method).
 */
export function ratioOfMedians(ours: readonly number[], theirs: readonly number[]): Ratio {
  const random = seededRandom(20_240_601);
  const draw = (samples: readonly number[]) =>
    samples.map(() => samples[Math.floor(random() * samples.length)] ?? NaN);
  const ratios = Array.from({ length: RESAMPLES }, () => median(draw(ours)) / median(draw(theirs)));

  return {
    value: median(ours) / median(theirs),
    low: quantile(ratios, 0.025),
    high: quantile(ratios, 0.975),
  };
}

/** The same numbers in every run (the mulberry32 generator): same samples, same interval. */
function seededRandom(seed: number): () => number {
  let state = seed;

  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);

    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
