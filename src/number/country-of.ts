import { parsePhoneNumberFromString } from 'libphonenumber-js/max/es6';

/**
 * The two-letter country that a number in E.164 form belongs to; null for what is no number, and for
 * those of no country: satellites, and freephone the world over (+800, +870, +883).
 */
export function countryOf(e164: string): string | null {
  return /^\+\d{4,15}$/.test(e164) ? (parsePhoneNumberFromString(e164)?.country ?? null) : null;
}
