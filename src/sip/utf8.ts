/** The first `bytes` bytes of a text in UTF-8; null when it is shorter or the cut splits a character. */
export function cutToBytes(text: string, bytes: number): string | null {
  let length = 0;
  let index = 0;

  while (length < bytes) {
    const codePoint = text.codePointAt(index);

    // A lone surrogate has no UTF-8 form: encodeURIComponent, which SIP.js counts with, throws.
    if (codePoint === undefined || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      return null;
    }
    length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    index += codePoint < 0x10000 ? 1 : 2;
  }

  return length === bytes ? text.slice(0, index) : null;
}
