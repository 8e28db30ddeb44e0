import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min/es6';
import type { Remote } from '../../../src/call/call';
import { numberOf } from '../../../src/number/display';
import type { Words } from './words';

/** How the other party is shown: a title, and what is behind it where that says more. */
export interface Party {
  readonly name: string;
  /** The number, where the name is not the number already. */
  readonly number: string | null;
  /** Up to two letters for the portrait; null where only a number is known. */
  readonly initials: string | null;
  /** Who sent the call on to us; null where nobody did. */
  readonly via: string | null;
}

const LONGEST_NAME = 64;

/** The other party in the user's words. The caller chose these characters: they are text only. */
export function partyOf({ uri, displayName, via }: Remote, country: string, t: Words): Party {
  const number = numberText(uri, country, t);
  const name = plain(displayName ?? '');
  const sentOnBy = plain(via ?? '') || null;

  // Many phone systems repeat the number where a name is wanted.
  if (name === '' || digitsOf(name) === digitsOf(number) || name === number) {
    return { name: number, number: null, initials: null, via: sentOnBy };
  }

  return { name, number, initials: initialsOf(name), via: sentOnBy };
}

function numberText(uri: string, country: string, t: Words): string {
  const number = plain(numberOf(uri));

  if (number === '') {
    return t('partyUnknown');
  }
  // RFC 3323 §4.1.1.3
  if (/^anonymous$/i.test(number)) {
    return t('partyHidden');
  }

  return internationalOr(number, country);
}

/**
 * A known number in international form, an extension or a name as it is. The small metadata does:
 * a wrong guess here changes blanks only.
 */
function internationalOr(number: string, country: string): string {
  if (!/^\+?[\d\s().-]+$/.test(number)) {
    return number;
  }
  const parsed = parsePhoneNumberFromString(
    number,
    isSupportedCountry(country) ? { defaultCountry: country } : {},
  );

  return parsed?.isValid() === true ? parsed.formatInternational() : number;
}

/** A number in E.164 form as people read it. */
export function internationalText(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Without controls, and without the invisible signs that make a name look like another. */
function plain(text: string): string {
  const shown = text
    .slice(0, 4 * LONGEST_NAME)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME - 1).trimEnd()}…` : shown;
}

/** The digits of something that is a number; otherwise the text itself, which equals no number. */
function digitsOf(text: string): string {
  return /\p{L}/u.test(text) ? text : text.replace(/\D/g, '') || text;
}

function initialsOf(name: string): string | null {
  const words = name.split(' ').filter((word) => /^\p{L}/u.test(word));
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;

  return first === undefined
    ? null
    : [first, last]
        .map((word) => Array.from(word ?? '')[0] ?? '')
        .join('')
        .toLocaleUpperCase();
}
