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
  return alignedAscii(withoutInvisible(text)).replaceAll('\u30fc', '-').replace(/ +/g, ' ');
}

/** The same, but as long as the text and with nothing removed, so that offsets hold in both. */
export function alignedAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, asciiOf);
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);

  if (zero !== undefined) {
    return String(code - zero);
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
