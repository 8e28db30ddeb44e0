import type { Stretch } from './candidates';

/** Characters nobody sees, which stand in numbers all the same. */
export const UNSEEN = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
/** What stands between the digits of one number, once it is in ASCII. */
const BETWEEN = `${UNSEEN} ().\\[\\]/~-`;

/**
 * Digits and what may stand between them in a number. Both exclude each other and every repetition
 * is bounded, so the expression never goes back far, whatever the text.
 */
const RUN = new RegExp(
  `[(\\[]?(?:[+][+${UNSEEN} ]{0,2})?[(\\[]{0,2}\\d(?:[${BETWEEN}]{0,5}\\d){2,120}[)\\]]?`,
  'g',
);
const GROUP = /\d+/g;

/** Digits side by side, and what stands before them. */
export interface Group extends Stretch {
  readonly digits: string;
  /** What stands between the group before it and this one; '' for the first. */
  readonly gap: string;
}

/** Groups of digits near enough to each other to be one number, or several in a row. */
export interface Run extends Stretch {
  readonly groups: readonly Group[];
}

/** The runs of digits of a text in ASCII. */
export function* digitRuns(text: string): Generator<Run> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const groups = groupsOf(text, index, run);
    const [first, second] = groups;

    // `B3V 7B3 438 519 3131`: a digit glued to letters is the end of something else.
    if (
      first !== undefined &&
      second !== undefined &&
      /^\s/.test(second.gap) &&
      /^[A-Za-z]\d/.test(text.slice(first.start - 1, first.end))
    ) {
      yield {
        start: first.end,
        end: index + run.length,
        groups: [{ ...second, gap: '' }, ...groups.slice(2)],
      };
    } else {
      yield { start: index, end: index + run.length, groups };
    }
  }
}

function groupsOf(text: string, offset: number, run: string): Group[] {
  let last = offset;

  return Array.from(run.matchAll(GROUP), ({ 0: digits, index }, place) => {
    const start = offset + index;
    const gap = place === 0 ? '' : text.slice(last, start).replace(/[^ ().[\]/~+-]/g, '');

    last = start + digits.length;

    return { start, end: last, digits, gap };
  });
}
