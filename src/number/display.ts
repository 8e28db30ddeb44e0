import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max/es6';
import { toAscii } from './plain-text';

/** No name or number on screen is longer: a caller chooses these characters. */
const MOST_SHOWN = 64;

/** Whom a SIP URI calls, without scheme, host and parameters: its number, extension or user name. */
export function numberOf(uri: string): string {
  const [, rest = ''] = /^\s*(?:(?:sips?|tel|callto):)?([\s\S]*)$/i.exec(uri) ?? [];
  const user = /^[^@;?]*/.exec(rest)?.[0] ?? '';

  return toAscii(decodedOr(user)).trim().slice(0, MOST_SHOWN);
}

/**
 * A number as people read it: a known number in international form, an extension or a user name as
 * it is. `uriOrTarget` is a SIP URI, or what the user typed; national numbers are of `country`.
 */
export function displayNumber(uriOrTarget: string, country: string): string {
  const number = numberOf(uriOrTarget);

  if (!/^\+?[\d\s().[\]/~-]+$/.test(number)) {
    return number;
  }

  const region = country.toUpperCase();
  const parsed = parsePhoneNumberFromString(
    number,
    isSupportedCountry(region) ? { defaultCountry: region } : {},
  );

  return parsed?.isValid() === true ? parsed.formatInternational() : number;
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
