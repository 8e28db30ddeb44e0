/** Longer names are no names. */
const LONGEST_NAME = 64;

/**
 * What shows nothing or turns text around: format characters, those that select or fill nothing, and
 * the blanks of Hangul and Braille. A name made of them looks like another, or like none.
 */
const UNSEEN = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]+/gu;

/**
 * A display name from the network as it may be shown: short, without control characters and without
 * those that nobody sees; null when nothing is left.
 */
export function displayNameOf(
  name: string | null | undefined,
  longest = LONGEST_NAME,
): string | null {
  const shown = (name ?? '')
    .slice(0, 16 * longest)
    .replace(/[\p{Cc}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(UNSEEN, '')
    .trim();

  // By whole characters: half of one is none.
  return shown === '' ? null : Array.from(shown).slice(0, longest).join('');
}

/** The user part of a SIP address, its escapes resolved: a number, mostly; null where it has none. */
export function userIn(uri: string): string | null {
  const [, user] = /^sips?:([^@;?]+)@/i.exec(uri) ?? [];

  try {
    return user === undefined ? null : decodeURIComponent(user);
  } catch {
    return null;
  }
}
