import type { FoundNumber } from './find-numbers';
import { labelBefore } from './label';
import { readerFor } from './number-reader';
import { digitsOfVanity } from './vanity';

/** Free prefixes and letters after them; the letters are bounded, so the expression is quick. */
const VANITY =
  /(?<![\w+(-])(?:\+?1[ .-]?)?(?:\(8\d\d\)|8\d\d|0[58]0\d?|1[38]00)[ .-]?(?=[A-Z\d-]*[A-Z]{3})[A-Z\d][A-Z\d-]{4,13}(?![\w-])/g;

/** Numbers with letters to remember them by, `1-800-FLOWERS`, in a text in ASCII. */
export function findVanityNumbers(text: string, region: string | null): FoundNumber[] {
  return Array.from(text.matchAll(VANITY)).flatMap(({ 0: written, index }) => {
    const number = readVanity(written, region);
    const label = labelBefore(text, index);
    const isPhone = /^\+?1[ .-]?\(?8/.test(written) || label.kind === 'phone';

    return number === null || !isPhone || label.kind === 'other'
      ? []
      : [{ start: index, end: index + written.length, e164: number, ext: null }];
  });
}

function readVanity(written: string, region: string | null): string | null {
  const digits = digitsOfVanity(written, region?.toUpperCase() ?? null);

  if (digits === null) {
    return null;
  }
  // Free numbers of North America are written with its 1 everywhere.
  const isAmerican = /^18\d{9}$/.test(digits);

  return readerFor(region)(isAmerican ? `+${digits}` : digits)?.e164 ?? null;
}
