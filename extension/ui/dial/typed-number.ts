import { AsYouType, isSupportedCountry } from 'libphonenumber-js/min/es6';

/** The text of a field and the place of its caret. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** What a number is made of besides digits and a plus; anything else is left as it was typed. */
const NUMBER_ONLY = /^[\d\s+().\-/]*$/;

/** Fewer digits are an extension as likely as not: `204` must not become `(204)`. */
const SHORTEST_GROUPED = 7;

/**
 * The field after an edit, with the number grouped as its country writes it. The caret stays
 * behind the digit it stood behind, so that editing in the middle works.
 */
export function formatTyped({ text, caret }: Typed, country: string): Typed {
  const digits = dialable(text);
  const grouped = digits.length < SHORTEST_GROUPED ? digits : groupedFor(country).input(digits);

  // An address, a feature code such as *21#, or digits the grouping would lose.
  if (!NUMBER_ONLY.test(text) || dialable(grouped) !== digits) {
    return { text, caret };
  }
  if (caret >= text.length) {
    return { text: grouped, caret: grouped.length };
  }

  return { text: grouped, caret: placeAfter(dialable(text.slice(0, caret)).length, grouped) };
}

function groupedFor(country: string): AsYouType {
  return isSupportedCountry(country) ? new AsYouType(country) : new AsYouType();
}

/**
 * The field after Backspace. `before` is what stood there: where only a blank or bracket went, the
 * digit before it goes too, or the grouping would put the blank back for ever.
 */
export function formatErased(before: string, after: Typed, country: string): Typed {
  const { text, caret } = after;

  if (!NUMBER_ONLY.test(before) || dialable(before) !== dialable(text)) {
    return formatTyped(after, country);
  }
  const head = text.slice(0, caret).replace(/[\d+][^\d+]*$/, '');

  return formatTyped({ text: head + text.slice(caret), caret: head.length }, country);
}

/** The field after `typed` was put in place of its selection. */
export function insertInto(
  text: string,
  start: number,
  end: number,
  typed: string,
  country: string,
): Typed {
  const next = {
    text: text.slice(0, start) + typed + text.slice(end),
    caret: start + typed.length,
  };

  return formatTyped(next, country);
}

/** The digits, and the plus where it may stand: in front. */
function dialable(text: string): string {
  const plus = /^[^\d]*\+/.test(text) ? '+' : '';

  return plus + text.replace(/\D/g, '');
}

function placeAfter(count: number, text: string): number {
  let place = 0;

  for (let seen = 0; place < text.length && seen < count; place++) {
    if (/[\d+]/.test(text.charAt(place))) {
      seen++;
    }
  }

  return place;
}
