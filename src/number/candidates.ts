/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const DIGITS = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';
/**
 * Five digits with a few signs, no letters, between two of them: no phone number is less. Digits and
 * what stands between exclude each other, so the expressions never go back far.
 */
const ROW = `[${DIGITS}](?:[^${DIGITS}A-Za-z]{0,6}[${DIGITS}])`;
/** A free number with letters, `1-800-FLOWERS`, has fewer. */
const VANITY =
  '[18]\\)?[ .-]?\\(?[038]\\d{1,2}\\)?[ .-]?[A-Z\\d]{0,2}-?[A-Z]{3}|0[58]0\\d?[ -][A-Z]{3}';
const GATE = new RegExp(`[${DIGITS}](?:[^${DIGITS}A-Za-z]{0,4}[${DIGITS}]){4}|${VANITY}`);
const EVERY = new RegExp(`${ROW}{4,60}|${VANITY}`, 'g');

/** What the finder must see around a number to judge it: `Tel.`, a currency, a letter glued to it. */
const AROUND = 40;
/** A page of nothing but digits: the rest of it is no phone book. */
const MOST = 5_000;

/** Whether a text may hold a phone number: costs next to nothing where there are few digits. */
export function mayHoldNumber(text: string): boolean {
  return GATE.test(text);
}

/** The stretches of a text worth sending to the finder, each with some text around its digits. */
export function candidates(text: string): Stretch[] {
  const found: { start: number; end: number }[] = [];

  for (const { 0: digits, index } of text.matchAll(EVERY)) {
    const last = found.at(-1);
    const start = Math.max(0, index - AROUND);
    const end = Math.min(text.length, index + digits.length + AROUND);

    if (last !== undefined && start <= last.end) {
      last.end = end;
    } else if (found.length < MOST) {
      found.push({ start, end });
    }
  }

  return found;
}
