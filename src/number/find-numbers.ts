import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js';

/** A phone number in a text: UTF-16 offsets, end exclusive; its E.164 form and extension. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly ext: string | null;
}

/** Finds the phone numbers in a text; `region` is the country of its national numbers, or null. */
export function findNumbers(text: string, region: string | null): FoundNumber[] {
  const options = region === null ? {} : { defaultCountry: region as CountryCode };

  return findPhoneNumbersInText(text, options).map(({ startsAt, endsAt, number }) => ({
    start: startsAt,
    end: endsAt,
    e164: number.number,
    ext: number.ext ?? null,
  }));
}
