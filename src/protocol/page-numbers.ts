/**
 * The Port through which the popup asks a tab for the numbers on its page. It reaches all frames;
 * each that has something to say posts a `PageReport`, the first at once and another with every
 * change. A frame says nothing of the others: the popup keeps them apart by `frameId`.
 */
export const NUMBERS_PORT = 'numbers';

/** A phone number as it stands on a page. */
export interface PageNumber {
  readonly e164: string;
  readonly ext: string | null;
  /** As the page writes it. */
  readonly written: string;
  /** The country it calls (ISO 3166-1, two letters); null for a number of no country. */
  readonly country: string | null;
  readonly isFax: boolean;
}

/** What one frame tells the popup of its numbers, in the order they stand there. */
export interface PageReport {
  /** One for each frame for as long as it lives, chosen by chance. */
  readonly frameId: string;
  /** The tab's own frame: its numbers come first. */
  readonly isTop: boolean;
  readonly numbers: readonly PageNumber[];
  /** True when the page has more numbers than are marked. */
  readonly isCapped: boolean;
}

/** What the popup asks of every frame: the one that has the number shows it. */
export interface RevealRequest {
  /** Scrolls to the number, in the frame named, and shows its card. */
  readonly reveal: { readonly frameId: string; readonly e164: string; readonly ext: string | null };
}

const MOST_NUMBERS = 5_000;
const MOST_TEXT = 200;

/** A report as it came down the Port, if it is one: a page's process may post anything. */
export function parsePageReport(message: unknown): PageReport | null {
  const frameId = textOf(message, 'frameId');
  const numbers = fieldOf(message, 'numbers');

  if (frameId === null || !Array.isArray(numbers)) {
    return null;
  }

  return {
    frameId,
    isTop: fieldOf(message, 'isTop') === true,
    numbers: numbers
      .slice(0, MOST_NUMBERS)
      .map(parseNumber)
      .filter((number) => number !== null),
    isCapped: fieldOf(message, 'isCapped') === true || numbers.length > MOST_NUMBERS,
  };
}

/** What the popup asks to be shown, if a message is that. */
export function parseRevealRequest(message: unknown): RevealRequest['reveal'] | null {
  const request = fieldOf(message, 'reveal');
  const frameId = textOf(request, 'frameId');
  const e164 = textOf(request, 'e164');

  return frameId === null || e164 === null ? null : { frameId, e164, ext: textOf(request, 'ext') };
}

function parseNumber(value: unknown): PageNumber | null {
  const e164 = textOf(value, 'e164');
  const ext = textOf(value, 'ext');
  const country = textOf(value, 'country');

  return e164 === null || !/^\+[1-9]\d{4,14}$/.test(e164)
    ? null
    : {
        e164,
        ext: ext !== null && /^\d{1,10}$/.test(ext) ? ext : null,
        written: textOf(value, 'written') ?? e164,
        country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
        isFax: fieldOf(value, 'isFax') === true,
      };
}

function textOf(value: unknown, key: string): string | null {
  const field = fieldOf(value, key);

  return typeof field === 'string' && field !== '' && field.length <= MOST_TEXT ? field : null;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
