import { mayHoldNumber, type Stretch } from './candidates';
import { digitRuns, type Run } from './digit-runs';
import { extensionIn } from './ext-suffix';
import { findVanityNumbers } from './find-vanity';
import { judge } from './judge';
import { labelBefore } from './label';
import { readerFor, type KnownNumber, type NumberReader } from './number-reader';
import { isDate, isOtherForm } from './other-forms';
import { alignedAscii, withoutInvisible } from './plain-text';
import { stemSharers } from './shared-stem';

/** A phone number in a text: UTF-16 offsets, end exclusive; its E.164 form and extension. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly ext: string | null;
  /** Set where the text says that a fax machine answers. */
  readonly isFax?: true;
}

/** No page has more numbers that somebody reads. */
const MOST = 5_000;
/** Reading costs some 20 microseconds: a text of digits alone must not hold up the others. */
const MOST_READINGS = 30_000;
/** Brazil and Argentina write six; the rest are signs of a table. */
const MOST_GROUPS = 17;

/**
 * Finds the phone numbers in a text. `region` is the country of its national numbers; with null, or
 * one that is no country, only international numbers are found. No text makes it throw.
 */
export function findNumbers(text: string, region: string | null): FoundNumber[] {
  if (!mayHoldNumber(text)) {
    return [];
  }

  const ascii = alignedAscii(text);
  const search = new Search(ascii, readerFor(region));

  for (const run of digitRuns(ascii)) {
    if (search.isOver) {
      break;
    }
    search.through(run);
  }

  return withVanity(search.found, findVanityNumbers(ascii, region));
}

function withVanity(found: readonly FoundNumber[], vanity: readonly FoundNumber[]): FoundNumber[] {
  if (vanity.length === 0) {
    return [...found];
  }

  const others = found.filter(
    ({ start, end }) => !vanity.some((other) => start < other.end && other.start < end),
  );

  return [...others, ...vanity].sort((one, other) => one.start - other.start);
}

/** One look through a text's runs of digits, from left to right. */
class Search {
  readonly found: FoundNumber[] = [];
  #readings = 0;
  /** Up to where the text is used up by numbers and their extensions. */
  #used = 0;

  constructor(
    readonly text: string,
    readonly read: NumberReader,
  ) {}

  get isOver(): boolean {
    return this.found.length >= MOST || this.#readings >= MOST_READINGS;
  }

  through(run: Run): void {
    if (this.#isOther(run)) {
      return;
    }
    for (let first = 0; first < run.groups.length; first++) {
      const group = run.groups[first];

      if (group === undefined || group.start < this.#used || !canBegin(run, first)) {
        continue;
      }

      const last = this.#numberFrom(run, first);

      if (last !== null) {
        first = last;
      }
    }
  }

  /** A row of dates is no number, and none of its parts is one. */
  #isOther({ start, end, groups }: Run): boolean {
    return (
      groups.length > 1 &&
      (isDate(this.text.slice(start, end)) ||
        (isOtherForm(this.text.slice(start, end)) &&
          !['phone', 'fax'].includes(labelBefore(this.text, start).kind)))
    );
  }

  /** Takes the longest number that begins with a group; gives its last group. */
  #numberFrom(run: Run, first: number): number | null {
    const most = Math.min(run.groups.length, first + MOST_GROUPS);

    for (let last = most - 1; last >= first; last--) {
      if (this.isOver) {
        return null;
      }
      if (
        canEnd(run, first, last) &&
        !isSharersEnd(run, first, last) &&
        this.#take(run, first, last)
      ) {
        return last;
      }
    }

    return null;
  }

  #take(run: Run, first: number, last: number): boolean {
    const stretch = stretchOf(this.text, run, first, last);
    const written = withoutInvisible(this.text.slice(stretch.start, stretch.end));

    if (!hasFittingBrackets(written)) {
      return false;
    }

    this.#readings += 1;

    const number = this.read(written.replace(/^\+[+ ]*/, '+'));

    if (
      number === null ||
      !standsAlone(
        run,
        first,
        last,
        number,
        written,
        (run.groups[first - 1]?.end ?? 0) === this.#used,
      )
    ) {
      return false;
    }

    const extension = extensionIn(this.text.slice(stretch.end, stretch.end + 48));
    const whole = { start: stretch.start, end: stretch.end + (extension?.length ?? 0) };
    const verdict = judge(this.text, stretch, whole.end, number);

    if (verdict === 'other') {
      return false;
    }
    this.#add(
      { ...whole, e164: number.e164, ext: extension?.digits ?? number.ext },
      verdict === 'fax',
    );
    this.#addSharers(stretch, number.e164, verdict === 'fax');

    return true;
  }

  #add(number: FoundNumber, isFax: boolean): void {
    this.found.push(isFax ? { ...number, isFax } : number);
    this.#used = number.end;
  }

  #addSharers(stretch: Stretch, e164: string, isFax: boolean): void {
    if (this.#used > stretch.end) {
      return;
    }
    for (const sharer of stemSharers(this.text, stretch, e164, this.read)) {
      this.#add({ ...sharer, ext: null }, isFax);
    }
  }
}

/** Where in a run a number may begin: not after a dash or dot, which hold a number together. */
function canBegin(run: Run, first: number): boolean {
  const gap = run.groups[first]?.gap ?? '';

  return first === 0 || /[\s/([+]/.test(gap);
}

function canEnd(run: Run, first: number, last: number): boolean {
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
function isSharersEnd({ groups }: Run, first: number, last: number): boolean {
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
function standsAlone(
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
function stretchOf(text: string, run: Run, first: number, last: number): Stretch {
  const from = run.groups[first]?.start ?? run.start;
  const end = run.groups[last]?.end ?? run.end;
  const lowest = run.groups[first - 1]?.end ?? run.start;
  const lead = /(?:\+[+\s]{0,2})?[([]?$/.exec(text.slice(lowest, from))?.[0] ?? '';
  // `10+ 012 637 0551`: the sign belongs to what stands before.
  const isSum = /^\+\s/.test(lead) && /\d/.test(text.charAt(from - lead.length - 1));
  const opening = isSum ? lead.replace(/^\+\s*/, '') : lead;
  const start = from - opening.length;
  const isOpen = depth(text.slice(start, end)) > 0;

  // A bracket around the whole number is the sentence's: `(030 123456)`.
  return { start: isOpen && /[([]$/.test(opening) ? from : start, end };
}

function depth(text: string): number {
  return (text.match(/[([]/g)?.length ?? 0) - (text.match(/[)\]]/g)?.length ?? 0);
}

function hasFittingBrackets(written: string): boolean {
  let open = 0;

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
