import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import { mayHoldNumber } from './candidates';
import { isFalseHit } from './false-hit';
import { alignedAscii } from './plain-text';

/** A phone number in a text: UTF-16 offsets, end exclusive; its E.164 form and extension. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly ext: string | null;
}

/** The finder's time grows faster than its text on hostile ones: longer texts are cut. */
const LONGEST = 10_000;
/** How far before the limit a cut may look for a place between two numbers. */
const CUT_SEARCH = 200;

/**
 * Finds the phone numbers in a text. `region` is the country of its national numbers; with null, or
 * one that is no country, only international numbers are found. No text makes it throw.
 */
export function findNumbers(text: string, region: string | null): FoundNumber[] {
  if (!mayHoldNumber(text)) {
    return [];
  }

  const ascii = alignedAscii(text);

  return windows(ascii).flatMap(({ start, end }) =>
    findInWindow(ascii.slice(start, end), region)
      .map((found) => ({ ...found, start: found.start + start, end: found.end + start }))
      .filter((found) => !isFalseHit(ascii, found)),
  );
}

function findInWindow(text: string, region: string | null): FoundNumber[] {
  const country = region?.toUpperCase() ?? '';
  const options = isSupportedCountry(country) ? { defaultCountry: country } : {};

  try {
    return findPhoneNumbersInText(text, options).map(({ startsAt, endsAt, number }) => ({
      // The finder counts the space after a slash to the number.
      start: text.slice(startsAt).search(/\S/) + startsAt,
      end: endsAt,
      e164: number.number,
      ext: number.ext ?? null,
    }));
  } catch {
    // A page may write anything: what the finder stumbles over holds no number for us.
    return [];
  }
}

function windows(text: string): { start: number; end: number }[] {
  const found = [];

  for (let start = 0; start < text.length;) {
    const end = cutAt(text, start + LONGEST);

    found.push({ start, end });
    start = end;
  }

  return found;
}

/** A place up to `limit` that is inside no number: between a letter or comma and what follows. */
function cutAt(text: string, limit: number): number {
  if (limit >= text.length) {
    return text.length;
  }

  const before = text.slice(limit - CUT_SEARCH, limit);
  const place = /[^\d\s()+./-](?=[\d\s()+./-]*$)/.exec(before)?.index;

  return place === undefined ? limit : limit - CUT_SEARCH + place + 1;
}
