import type { Measure, Quality, Share } from './numbers-quality';

/** How right our finder has to be: a share that must be reached, or must not be passed. */
interface Target {
  readonly measure: Measure;
  readonly title: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What is measured, in the order it is printed in. */
export const TARGETS: readonly Target[] = [
  { measure: 'matcher', title: "Google's matcher cases, all right", atLeast: 0.98 },
  { measure: 'examples', title: 'example numbers, exact', atLeast: 0.997 },
  { measure: 'positives', title: 'hand-written positives, exact', atLeast: 0.98 },
  { measure: 'own-region', title: 'negatives falsely hit, own region', atMost: 0.02 },
  { measure: 'other-regions', title: 'negatives falsely hit, 12 regions', atMost: 0.02 },
  { measure: 'precision', title: 'page snippets, precision', atLeast: 0.97 },
  { measure: 'recall', title: 'page snippets, recall', atLeast: 0.97 },
];

/** Whether a finder reached a target, and the target in words. */
export interface Verdict {
  readonly title: string;
  readonly share: Share;
  readonly bound: string;
  readonly isMet: boolean;
}

/** Holds what was measured against every target. */
export function verdictsOf({ shares }: Quality): Verdict[] {
  return TARGETS.map(({ measure, title, atLeast = 0, atMost = 1 }) => {
    const share = shares[measure];
    // A set that is empty proves nothing.
    const value = share.whole === 0 ? NaN : share.part / share.whole;

    return {
      title,
      share,
      bound: atLeast > 0 ? `at least ${percent(atLeast)}` : `at most ${percent(atMost)}`,
      isMet: value >= atLeast && value <= atMost,
    };
  });
}

/** A share as the tables have it. */
export function percentOf({ part, whole }: Share): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`;
}
