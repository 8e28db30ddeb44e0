import { createRequire } from 'node:module';
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import { findNumbers } from '../../src/number/find-numbers';
import type { Hit } from './numbers-sets';

/** A way to find phone numbers in a text. */
export interface Finder {
  readonly name: string;
  readonly find: (text: string, region: string | null) => readonly Hit[];
}

const offhook: Finder = { name: 'Offhook', find: findNumbers };

const libphonenumber: Finder = {
  name: 'libphonenumber-js/max',
  find: (text, region) =>
    findPhoneNumbersInText(
      text,
      region !== null && isSupportedCountry(region) ? { defaultCountry: region } : {},
    ).map(({ startsAt, endsAt, number }) => ({
      start: startsAt,
      end: endsAt,
      e164: number.number,
      ext: number.ext ?? null,
    })),
};

/** What somebody writes who has ten minutes; it knows no countries, so only spans can be right. */
const naive: Finder = {
  name: 'naive expression',
  find: (text) =>
    Array.from(text.matchAll(/\+?\d[\d\s().-]{6,}\d/g), ({ 0: written, index }) => ({
      start: index,
      end: index + written.length,
      e164: written.replace(/[^+\d]/g, ''),
    })),
};

/** The finders to compare, ours first. */
export function finders(): Finder[] {
  return [offhook, libphonenumber, ringcentral(), naive];
}

interface Detected {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly phoneNumber: string;
  readonly ext?: string;
}

/** The detector of its default matcher: the matcher itself needs a page. */
function ringcentral(): Finder {
  // It comes with ringcentral-c2d, and has no types of its own.
  const { detect } = createRequire(import.meta.url)('@ringcentral-integration/phone-number') as {
    detect: (query: { input: string; countryCode: string }) => readonly Detected[];
  };

  return {
    name: 'ringcentral-c2d',
    find: (text, region) => detect({ input: text, countryCode: region ?? 'US' }).map(hitOf),
  };
}

function hitOf({ startsAt, endsAt, phoneNumber, ext }: Detected): Hit {
  return { start: startsAt, end: endsAt, e164: phoneNumber, ext: ext ?? null };
}
