import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max/es6';
import type { DialRules } from '../account/dial-rules';
import { isEmergencyNumber } from './emergency';
import { internationalPrefixOf } from './international-prefix';

/** Service numbers are this short: 110, 411, 116117. They are dialled as they are, everywhere. */
const LONGEST_SERVICE_NUMBER = 6;

/**
 * What is dialled for a number as the user meant it: a whole one with its `+`, a national one of
 * `country`, or an internal one. Feature codes, emergency and service numbers and extensions stay
 * as they are. Whoever typed the outside line's digits themselves gets them once.
 */
export function byDialRules(digits: string, country: string, rules: DialRules): string {
  if (/[*#]/.test(digits) || isEmergencyNumber(digits) || isInternal(digits, rules)) {
    return digits;
  }

  const whole = known(digits, country);
  const inner = whole === null ? afterOutsidePrefix(digits, country, rules) : null;
  const number = whole ?? inner?.number ?? null;
  const written = inner?.digits ?? digits;

  if (number === null && !written.startsWith('+') && written.length <= LONGEST_SERVICE_NUMBER) {
    return digits;
  }

  const replaced = replace(inForm(written, number, country, rules), rules);

  return replaced.startsWith('+') ? replaced : rules.outsidePrefix + replaced;
}

function isInternal(digits: string, { extensionDigits }: DialRules): boolean {
  return !digits.startsWith('+') && digits.length <= extensionDigits;
}

/**
 * A number that exists in some numbering plan, area code and all; null for what may be anything. A
 * local number without its 0 is taken for another town's by libphonenumber, but no exchange does.
 */
function known(digits: string, country: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(
    digits,
    isSupportedCountry(country) ? { defaultCountry: country } : {},
  );

  return number?.isValid() === true &&
    (digits.startsWith('+') || digits.length >= digitsAtHome(number).length)
    ? number
    : null;
}

function afterOutsidePrefix(
  digits: string,
  country: string,
  { outsidePrefix }: DialRules,
): { readonly digits: string; readonly number: PhoneNumber } | null {
  if (outsidePrefix === '' || !digits.startsWith(outsidePrefix)) {
    return null;
  }

  const rest = digits.slice(outsidePrefix.length);
  const number = known(rest, country);

  return number === null ? null : { digits: rest, number };
}

function inForm(
  written: string,
  number: PhoneNumber | null,
  country: string,
  { form, internationalPrefix }: DialRules,
): string {
  const global = number?.number ?? (written.startsWith('+') ? written : null);

  if (form === 'as-written' || global === null) {
    return written;
  }
  if (form === 'e164') {
    return global;
  }

  return form === 'national' && number !== null && isAtHome(number, country)
    ? nationally(number)
    : (internationalPrefix || internationalPrefixOf(country)) + global.slice(1);
}

/** Countries with one calling code between them dial each other nationally: the US and Canada. */
function isAtHome({ countryCallingCode }: PhoneNumber, country: string): boolean {
  return isSupportedCountry(country) && getCountryCallingCode(country) === countryCallingCode;
}

function nationally(number: PhoneNumber): string {
  const digits = digitsAtHome(number);

  // North America writes its numbers without the 1 that every line takes in front.
  return number.countryCallingCode === '1' && digits.length === 10 ? `1${digits}` : digits;
}

function digitsAtHome(number: PhoneNumber): string {
  return number.formatNational().replace(/\D/g, '');
}

function replace(digits: string, { replacements }: DialRules): string {
  const first = replacements.find(({ from }) => digits.startsWith(from));

  return first === undefined ? digits : first.to + digits.slice(first.from.length);
}
