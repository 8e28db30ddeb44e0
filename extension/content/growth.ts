/** A text that is longer and grows is looked at from so far before where it grew. */
const GROWING = 1_000;
const BEFORE_GROWTH = 100;

/**
 * How much of a text need not be looked at again: what a long one had before it grew, up to a
 * letter, where no number is cut in two.
 */
export function unchanged(before: string | undefined, now: string): number {
  if (before === undefined || before.length <= GROWING || !now.startsWith(before)) {
    return 0;
  }

  const place = before.length - BEFORE_GROWTH;
  const letter = /\p{L}(?=\P{L}*$)/u.exec(before.slice(place - BEFORE_GROWTH, place));

  return letter === null ? place : place - BEFORE_GROWTH + letter.index + 1;
}
