import type { Stretch } from './candidates';
import type { Run } from './digit-runs';
import type { KnownNumber } from './number-reader';

/** Where in a run a number may begin: not after a dash or dot, which hold a number together. */
export function canBegin(run: Run, first: number): boolean {
  const gap = run.groups[first]?.gap ?? '';

  return first === 0 || /[\s/([+]/.test(gap);
}

/** Where in a run a number may end, and whether its digits are neither too few nor too many. */
export function canEnd(run: Run, first: number, last: number): boolean {
  const digits = run.groups
    .slice(first, last + 1)
    .reduce((sum, { digits: { length } }) => sum + length, 0);
  const next = run.groups[last + 1]?.gap;

  if (digits > 20 || digits < 4) {
    return false;
  }
  // A bracket or a plus inside begins a number of its own, if enough digits stand before it.
  return next === undefined || /[\s/([+]/.test(next);
}

/** `030 23125-10/11`: what follows the slash is the end of another number. */
export function isSharersEnd({ groups }: Run, first: number, last: number): boolean {
  const end = groups[last];
  const before = groups[last - 1];
  const digits = groups.slice(first, last).reduce((sum, { digits: { length } }) => sum + length, 0);

  return (
    end !== undefined &&
    before !== undefined &&
    last - first >= 2 &&
    digits >= 8 &&
    /^ ?\/ ?-?$/.test(end.gap) &&
    end.digits.length <= Math.min(3, before.digits.length) &&
    // 01/96/79/79/14 is one number.
    !before.gap.includes('/')
  );
}

/** Digits between others with mere spaces are a number only if they are grouped like one. */
export function standsAlone(
  run: Run,
  first: number,
  last: number,
  number: KnownNumber,
  written: string,
  isUsedBefore: boolean,
): boolean {
  if (/^[+(]/.test(written)) {
    return true;
  }

  const isWhole = first === 0 && last === run.groups.length - 1;
  const isWord = !/\s/.test(written);

  return (
    isWhole ||
    ((isWord || number.isWrittenAsUsual || isSetOff(run, first, last)) &&
      (isWord || isUsedBefore || !goesOn(run, first)))
  );
}

/** Whether more than a space parts digits from those before and after. */
function isSetOff(run: Run, first: number, last: number): boolean {
  return [first === 0 ? '' : run.groups[first]?.gap, run.groups[last + 1]?.gap ?? ''].every(
    (gap) => gap === '' || /[(+]|\s-+\s|\s{2}|\//.test(gap ?? ''),
  );
}

/** `045` before `33 1234-5678` is its beginning; five digits or more are a postcode. */
function goesOn({ groups }: Run, first: number): boolean {
  const group = groups[first];
  let digits = 0;

  if (group === undefined || !/^\s+$/.test(group.gap)) {
    return false;
  }
  for (let place = first - 1; place >= 0; place--) {
    digits += groups[place]?.digits.length ?? 0;
    if (groups[place]?.gap.includes('-') !== true) {
      break;
    }
  }

  const isPlainHead = digits > 0 && digits < 5;

  // A trunk prefix begins a number, unless what stands before has one already.
  return isPlainHead && !(group.digits.startsWith('0') && groups[first - 1]?.digits[0] !== '0');
}

/** From the bracket or plus before the first group to the last digit. */
export function stretchOf(text: string, run: Run, first: number, last: number): Stretch {
  const from = run.groups[first]?.start ?? run.start;
  const end = run.groups[last]?.end ?? run.end;
  const lowest = run.groups[first - 1]?.end ?? run.start;
  const lead = /(?:[([]?\+[+\s]{0,2})?[([]?$/.exec(text.slice(lowest, from))?.[0] ?? '';
  // `10+ 012 637 0551`: the sign belongs to what stands before.
  const isSum = /^\+\s/.test(lead) && /\d/.test(text.charAt(from - lead.length - 1));
  const opening = isSum ? lead.replace(/^\+\s*/, '') : lead;
  const start = from - opening.length;
  const isOpen = depth(text.slice(start, end)) > 0;

  // A bracket around the whole number is the sentence's: `(030 123456)`.
  if (isOpen && /^[([]\+/.test(opening)) {
    return { start: start + 1, end };
  }

  return { start: isOpen && /[([]$/.test(opening) ? from : start, end };
}

function depth(text: string): number {
  return (text.match(/[([]/g)?.length ?? 0) - (text.match(/[)\]]/g)?.length ?? 0);
}

/** Whether brackets open and close in turn, in at most three pairs. */
export function hasFittingBrackets(written: string): boolean {
  let open = 0;

  // 02)123-4567: Korea closes what it did not open.
  if (/^0\d{1,3}\)\d/.test(written)) {
    return hasFittingBrackets(written.replace(')', '-'));
  }

  if (written.split(/[([]/).length > 4) {
    return false;
  }
  for (const sign of written) {
    open += sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0;
    if (open < 0 || open > 1) {
      return false;
    }
  }

  return open === 0;
}
