/** The longest text of somebody else's that is shown. */
const LONGEST_TEXT = 500;

/**
 * What a SIP MESSAGE says, as it may be shown: plain text in one line, without control characters
 * and without those that turn the direction of the text around it; null for what is no plain text
 * (RFC 3428 §7).
 */
export function plainMessage(contentType: string | null, body: string): string | null {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'text/plain') {
    return null;
  }

  return shownText(body);
}

/** A text of somebody else's, cut to what a screen has room for. */
function shownText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT * 4)
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}
