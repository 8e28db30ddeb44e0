import { findNumbers } from './find-numbers';
import { pageTargetProblem } from './page-target';

/** What can be called of what stands in a field, or why nothing can. */
export type FieldNumber = { readonly target: string } | { readonly problem: 'none' | 'several' };

/** A field with more text than this is no phone field. */
const MOST_TEXT = 10_000;

/**
 * The one number in a field's text: a field that holds a number and nothing else is read as typed,
 * so that extensions can be called; in other text it is searched for.
 */
export function numberInField(text: string, country: string, domain: string | null): FieldNumber {
  const problem = pageTargetProblem(text, domain);

  // `*21*+4930..#` is no call to the number in it.
  if (problem === 'feature-code' || problem === 'emergency') {
    return { problem: 'none' };
  }

  const found = findNumbers(text.slice(0, MOST_TEXT), country);
  const numbers = new Map(found.map(({ e164, ext }) => [`${e164};${ext ?? ''}`, { e164, ext }]));
  const [first] = numbers.values();

  if (numbers.size > 1) {
    return { problem: 'several' };
  }
  if (first !== undefined) {
    return { target: first.ext === null ? first.e164 : `tel:${first.e164};ext=${first.ext}` };
  }

  return problem === null ? { target: text.trim() } : { problem: 'none' };
}
