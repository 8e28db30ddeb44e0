import { mayHoldNumber, type Stretch } from './candidates';
import { digitRuns, type Run } from './digit-runs';
import { extensionIn } from './ext-suffix';
import { findVanityNumbers } from './find-vanity';
import { judge } from './judge';
import { labelBefore } from './label';
import { hasFourDigitNumbers, readerFor, type NumberReader } from './number-reader';
import { isDate, isOtherForm } from './other-forms';
import { alignedAscii, withoutInvisible } from './plain-text';
import { stemSharers } from './shared-stem';
import {
  canBegin,
  canEnd,
  hasFittingBrackets,
  isSharersEnd,
  standsAlone,
  stretchOf,
} from './spans';

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
/** Looking whether to read costs one. */
const MOST_LOOKS = 400_000;
/** Brazil and Argentina write six; the rest are signs of a table. */
const MOST_GROUPS = 17;

/**
 * Finds the phone numbers in a text. `region` is the country of its national numbers; with null, or
 * one that is no country, only international numbers are found. No text makes it throw.
 */
export function findNumbers(text: string, region: string | null): FoundNumber[] {
  if (!mayHoldNumber(text) && !(hasFourDigitNumbers(region) && /\d{4}/.test(text))) {
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
  #looks = 0;
  /** Up to where the text is used up by numbers and their extensions. */
  #used = 0;

  constructor(
    readonly text: string,
    readonly read: NumberReader,
  ) {}

  get isOver(): boolean {
    return (
      this.found.length >= MOST || this.#readings >= MOST_READINGS || this.#looks >= MOST_LOOKS
    );
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
      this.#looks += 1;
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

    const number = this.read(written.replace(/^[([]?\+[+ ]*/, '+'));

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
