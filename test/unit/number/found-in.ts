import { findNumbers } from '../../../src/number/find-numbers';

/** Each number in a text as `what stands there = what it is`, with extension and `fax`. */
export function foundIn(text: string, region: string | null): string[] {
  return findNumbers(text, region).map(
    ({ start, end, e164, ext, isFax }) =>
      `${text.slice(start, end)} = ${e164}${ext === null ? '' : ` x${ext}`}${isFax === true ? ' fax' : ''}`,
  );
}

/** The E.164 forms of the numbers in a text. */
export function e164sIn(text: string, region: string | null): string[] {
  return findNumbers(text, region).map(({ e164 }) => e164);
}
