/** Longer names are no names. */
const LONGEST_NAME = 100;

/**
 * A display name from the network as it may be shown: without control characters and without
 * those that turn the direction of the text around it; null when nothing is left.
 */
export function displayNameOf(name: string | null | undefined): string | null {
  const shown = (name ?? '')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);

  return shown === '' ? null : shown;
}
