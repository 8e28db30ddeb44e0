/** Chinese and Japanese end a clause with it, without a space: it is no comma inside a number. */
const WIDE_COMMA = '\uff0c';

/** Where each script's ten decimal digits begin; Unicode lays every such set out in a row. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/** Bidi controls, zero-width characters and the soft hyphen: they hide what a number is. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The text without characters nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The text with its digits, spaces and punctuation in ASCII: full-width and other scripts' digits,
 * no-break and thin spaces, Unicode hyphens. Other characters stay, for the caller to refuse.
 */
export function toAscii(text: string): string {
  return alignedAscii(withoutInvisible(text))
    .replaceAll('\u30fc', '-')
    .replaceAll(WIDE_COMMA, ',')
    .replace(/ +/g, ' ');
}

/** What `asciiOf` changes: letters, most of a text in other scripts, are not even looked at. */
const CHANGED = new RegExp(
  `[${ZEROS.map((zero) => `\\u${hex(zero)}-\\u${hex(zero + 9)}`).join('')}\\uff01-\\uff5e\\u2212\\p{Pd}\\p{Zs}]`,
  'gu',
);

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** The same, but as long as the text and with nothing removed, so that offsets hold in both. */
export function alignedAscii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) {
    return text;
  }

  // Katakana's long vowel is typed for a dash between digits.
  return text.replace(CHANGED, asciiOf).replace(/(?<=\d)\u30fc(?=\d)/g, '-');
}

function asciiOf(character: string): string {
  // Outside the basic plane a character is two UTF-16 units, which one would not replace.
  if (character.length > 1 || character <= '\x7f') {
    return character;
  }

  const code = character.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);

  if (zero !== undefined) {
    return String(code - zero);
  }
  if (character === WIDE_COMMA) {
    return character;
  }
  // The full-width forms stand in ASCII's own order (Unicode chart FF00).
  if (code > 0xff00 && code < 0xff5f) {
    return String.fromCharCode(code - 0xfee0);
  }
  if (/[\p{Pd}\u2212]/u.test(character)) {
    return '-';
  }

  return /\p{Zs}/u.test(character) ? ' ' : character;
}
