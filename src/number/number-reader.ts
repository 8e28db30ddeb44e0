import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max/es6';
import { wasNumber } from './older-plans';

/** A number that exists, as far as the numbering plans say. */
export interface KnownNumber {
  readonly e164: string;
  /** An extension that was read with it. */
  readonly ext: string | null;
  /** Whether its groups of digits stand as its country writes them. */
  readonly isWrittenAsUsual: boolean;
}

/** Reads numbers as a region's people do: null where it knows no such number. */
export type NumberReader = (written: string) => KnownNumber | null;

/** E.164 allows 15 digits; an international or carrier prefix comes before them. */
const MOST_DIGITS = 20;
/** Iran's shortest, with its country code. */
const FEWEST_GLOBAL = 6;

/** Islands where four digits are a whole number: Niue, Saint Helena, Tristan da Cunha, Tokelau. */
const FOUR_DIGITS = ['NU', 'SH', 'TA', 'TK'];

/** Whether a region has numbers of four digits. */
export function hasFourDigitNumbers(region: string | null): boolean {
  return FOUR_DIGITS.includes(region?.toUpperCase() ?? '');
}

/** The reader for a region; for null, or what is no region, of international numbers alone. */
export function readerFor(region: string | null): NumberReader {
  const country = region?.toUpperCase() ?? '';
  const home = isSupportedCountry(country) ? country : null;
  const fewest = home === null ? FEWEST_GLOBAL : fewestDigits(home);

  return (written) => {
    const isGlobal = written.startsWith('+');
    const digits = written.replace(/\D/g, '');

    if (digits.length > MOST_DIGITS || digits.length < (isGlobal ? FEWEST_GLOBAL : fewest)) {
      return null;
    }
    if (home === null && !isGlobal) {
      return null;
    }

    return known(written, home);
  };
}

const FEWEST = new Map<string, number>();

/** Most texts' digits are too few for the region's numbers: they are told without parsing. */
function fewestDigits(home: CountryCode): number {
  const known = FEWEST.get(home);

  if (known !== undefined) {
    return known;
  }

  let fewest = 4;

  while (fewest < 8 && validatePhoneNumberLength('2'.repeat(fewest), home) === 'TOO_SHORT') {
    fewest += 1;
  }
  FEWEST.set(home, fewest);

  return fewest;
}

function known(written: string, home: CountryCode | null): KnownNumber | null {
  const number = parsed(written, home);

  if (
    number === undefined ||
    !(number.isValid() ? !lacksTrunkPrefix(number, written) : isOlder(number, written))
  ) {
    return null;
  }

  return {
    e164: number.number,
    ext: number.ext ?? null,
    isWrittenAsUsual: isWrittenAsUsual(number, written),
  };
}

function parsed(written: string, home: CountryCode | null): PhoneNumber | undefined {
  try {
    return parsePhoneNumberFromString(
      written,
      home === null ? { extract: false } : { defaultCountry: home, extract: false },
    );
  } catch {
    // A page may write anything: what the parser stumbles over is no number for us.
    return undefined;
  }
}

/** Digits in a row are too little to go by where no plan knows them. */
function isOlder({ countryCallingCode, nationalNumber }: PhoneNumber, written: string): boolean {
  return /^\+|\d\D+\d/.test(written) && wasNumber(countryCallingCode, nationalNumber);
}

/** `(20) 7946 0958` reaches nobody: where the 0 is a must, digits without it are something else. */
function lacksTrunkPrefix(number: PhoneNumber, written: string): boolean {
  const national = number.nationalNumber;

  return (
    written.replace(/\D/g, '') === national &&
    // Where the prefix may be left out, this leaves it out.
    number.format('NATIONAL', { nationalPrefix: false }).replace(/\D/g, '') === `0${national}`
  );
}

function isWrittenAsUsual(number: PhoneNumber, written: string): boolean {
  const groups = groupsOf(written);

  return [
    number.formatNational(),
    number.formatInternational(),
    number.format('NATIONAL', { nationalPrefix: false }),
  ].some((usual) => groupsOf(usual) === groups);
}

function groupsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}
