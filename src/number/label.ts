import { folded, kindOfWord, type WordKind } from './words';

/** What the words before digits say they are. */
export interface Label {
  readonly kind: 'phone' | 'fax' | 'other' | 'weak' | 'none';
  /** How many words of no meaning stand between: 0 is right before the digits. */
  readonly distance: number;
}

const NONE: Label = { kind: 'none', distance: 0 };

/** How far back a label is looked for, in UTF-16 units and in words. */
const AROUND = 64;
const MOST_WORDS = 7;

/** Words, with the signs that are part of some (`s/n`, `a/c`, `ust-id`), and digits between them. */
const TOKEN =
  /[\p{L}\p{M}][\p{L}\p{M}\d'’_-]*(?:\/[\p{L}](?!\p{L}))?|[№#]|\d(?:[A-Za-z\d.,:/-]*[A-Za-z\d])?|[.!?;|•·\n,，、。；！？]/gu;

/** The nearest label before `offset`, going back to the end of the sentence before. */
export function labelBefore(text: string, offset: number): Label {
  const cut = Math.max(0, offset - AROUND);
  const before = text.slice(cut, offset);
  // A word cut in two may look like another one.
  const whole = cut === 0 ? before : before.replace(/^[\p{L}\p{M}\d_'-]+/u, '');
  const tokens = Array.from(whole.matchAll(TOKEN), ({ 0: token, index }) => ({
    token,
    next: whole[index + token.length] ?? '',
  }));

  return nearest(tokens.reverse().slice(0, MOST_WORDS * 2));
}

/** `Opportunity no. 7206`, `PRO# 713`: whatever has a number has one of its own. */
const ABBREVIATED = /^(?:no|nr|nos|#|№|n?[º°]|č|sz|αρ)$/i;

/** `n°` is a letter and a sign. */
function isAbbreviated(token: string, next: string): boolean {
  return ABBREVIATED.test(token) || (/^n$/i.test(token) && /[°º]/.test(next));
}

/** A word of no meaning, of one letter only where it joins: Spanish `y`, Slavic `i`. */
const CONJUNCTION = /^(?:\p{L}{2,}|[yeioaиі])$/u;

function isLongNumber(token: string): boolean {
  return token.replace(/\D/g, '').length >= 5;
}

interface Token {
  readonly token: string;
  /** The character after it. */
  readonly next: string;
}

function nearest(tokens: readonly Token[]): Label {
  let distance = 0;
  let hasEnded = false;
  let hasItsNumber = false;
  let isNumbered = false;
  /** Commas and ends of sentences on the way. */
  let breaks = 0;
  let hasWord = false;
  let hasDigits = false;

  for (const { token, next } of tokens) {
    if (/^[.!?;|•·\n，。；！？]$/.test(token)) {
      // `Tel. 030` and `Tel.\n030`: a label may be an abbreviation or stand on a line of its own.
      hasEnded = true;
      breaks += 1;
      continue;
    }
    if (/^[,，、]$/.test(token)) {
      // What stands before a comma is another thing's, unless the comma is inside a label.
      distance += distance > 0 ? 1 : 0;
      breaks += 1;
      continue;
    }
    if (distance >= MOST_WORDS) {
      return NONE;
    }

    const kind = kindOfToken(token);
    // Portuguese has a word `no`.
    const isAbbreviation = isAbbreviated(token, next) && (!/^no$/i.test(token) || next === '.');

    // `nr ogłoszenia 549..`, `n° allocataire 712..`: what the word is does not matter.
    if (
      isAbbreviation &&
      distance === 1 &&
      breaks === (next === '.' ? 1 : 0) &&
      !hasDigits &&
      !hasPhoneBefore(tokens, token)
    ) {
      return { kind: 'other', distance: 2 };
    }
    if (hasEnded && distance > 0) {
      return NONE;
    }
    if ((kind === 'phone' || kind === 'fax') && isLabel(token, next)) {
      return { kind, distance };
    }
    if (kind === 'other' || kind === 'weak') {
      // `Ticket 49378610: Priya (04 ..)`: it has its number already.
      return hasItsNumber ? NONE : { kind, distance };
    }
    if (kind === 'unknown' && isNumbered) {
      return { kind: 'other', distance };
    }
    hasDigits ||= /\d/.test(token);
    hasItsNumber ||= /\d/.test(token) && (breaks > 0 || (hasWord && isLongNumber(token)));
    hasWord ||= kind === 'between' && CONJUNCTION.test(token) && !isAbbreviation;
    // `is it still yours? No, 085 ..`
    isNumbered = isAbbreviated(token, next) && distance === 0 && next !== ',';
    if (kind === 'unknown') {
      distance += 1;
      hasWord = true;
    }
  }

  return NONE;
}

/** Whether the word before an abbreviation is a phone's: `Tel. nr Anna 501..`. */
function hasPhoneBefore(tokens: readonly Token[], abbreviation: string): boolean {
  const place = tokens.findIndex(({ token }) => token === abbreviation);

  return tokens
    .slice(place + 1, place + 4)
    .some(({ token }) => token.length > 1 && ['phone', 'fax'].includes(kindOfToken(token)));
}

/** One letter is a label (`T 030 ..`, `F: ..`) only as a capital or with a sign of its own. */
function isLabel(token: string, next: string): boolean {
  return (
    token.length > 1 ||
    (/[tmf]/i.test(token) ? /[A-Z]/.test(token) || /[.:]/.test(next) : next === ':')
  );
}

/** Pages say the same words again and again. */
const KNOWN = new Map<string, WordKind>();
const MOST_KNOWN = 2_000;

function kindOfToken(token: string): WordKind {
  const known = KNOWN.get(token);

  if (known !== undefined) {
    return known;
  }

  const kind = readToken(token);

  if (KNOWN.size >= MOST_KNOWN) {
    KNOWN.clear();
  }
  KNOWN.set(token, kind);

  return kind;
}

function readToken(token: string): WordKind {
  if (/^\d/.test(token) || token === '#' || token === '№') {
    return 'between';
  }
  // An identifier of a program or a table: `created_at`, `user_id`; but `phone_number`.
  const parts = folded(token).split('_');
  const kinds = parts.map((part) => kindOfWord(part));

  if (parts.length > 1) {
    // The last word says it: `phone_number` is a phone, `phone_model_id` and `fax_queue_depth` none.
    const fromEnd = [...kinds].reverse();
    const said = fromEnd.findIndex((kind) => kind !== 'between' && kind !== 'unknown');
    const after = fromEnd.slice(0, Math.max(said, 0)).filter((kind) => kind === 'unknown');

    return after.length > 1 ? 'other' : (fromEnd[said] ?? 'other');
  }

  return kindOfHyphenated(parts[0] ?? '');
}

function kindOfHyphenated(word: string): WordKind {
  const whole = kindOfWord(word);

  if (whole !== 'unknown' || !word.includes('-')) {
    return whole;
  }

  const kinds = word.split('-').map((part) => kindOfWord(part));

  return (
    (['fax', 'phone', 'other', 'weak'] as const).find((kind) => kinds.includes(kind)) ??
    (kinds.every((kind) => kind === 'between') ? 'between' : 'unknown')
  );
}
