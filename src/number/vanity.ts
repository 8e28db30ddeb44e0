/** The keypad's letters (ITU-T E.161), `a` to `z`. */
const KEYS = '22233344455566677778889999';

/** Two-letter countries of the North American Numbering Plan that people write letters in. */
const NORTH_AMERICA = ['US', 'CA', 'PR', 'JM', 'DO', 'BS', 'TT', 'BM'];

/** North America: an area code and seven keys, of which carriers ignore what comes after. */
const NORTH_AMERICAN = /^(\+?1)?([2-9]\d{2})([A-Z0-9]{7,11})$/;
/** Free and shared-cost prefixes of other countries. */
const FREE = /^(\+(?:44|61|64|27|49)[18]\d{1,2}|0?800|0808|0[58]08|1[38]00)([A-Z0-9]{5,9})$/;

/**
 * The digits of a number written with letters to be remembered, `1-800-FLOWERS`; null if it is not
 * clearly one. The letters must close the number and stand together, so that words are not dialled.
 */
export function digitsOfVanity(text: string, country: string | null): string | null {
  const written = text.trim().toUpperCase();

  if (written.length > 40 || !/^\+?[\d\s().-]*\d[\s().-]*[A-Z][A-Z\d-]*$/.test(written)) {
    return null;
  }
  if (!/[A-Z]{3}/.test(written)) {
    return null;
  }

  const keys = written.replace(/[^+0-9A-Z]/g, '');
  const [, one = '', area, rest] = NORTH_AMERICAN.exec(keys) ?? [];
  const isNorthAmerican =
    one !== '' || country === null || NORTH_AMERICA.includes(country) || area?.startsWith('8');

  if (area !== undefined && rest !== undefined && isNorthAmerican) {
    return one + area + keypad(rest.slice(0, 7));
  }

  const [, prefix, free] = FREE.exec(keys) ?? [];

  return prefix === undefined || free === undefined ? null : prefix + keypad(free);
}

function keypad(keys: string): string {
  return keys.replace(/[A-Z]/g, (letter) => KEYS[letter.charCodeAt(0) - 65] ?? '');
}
