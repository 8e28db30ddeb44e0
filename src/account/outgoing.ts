import { headerProblem, type ExtraHeader } from '../sip/extra-header';

/** What those who are called see: the number the phone system shows, none, or another of ours. */
export type Shown = 'own' | 'hidden' | `+${string}` | `${number}`;

/** What outgoing calls say of us. */
export interface OutgoingRules {
  /** What is shown unless the user chooses something else for a call. */
  readonly shown: Shown;
  /** Numbers of ours that can be shown, if the phone system agrees. */
  readonly numbers: readonly Shown[];
  /** What else every INVITE says. */
  readonly headers: readonly ExtraHeader[];
}

/** The phone system shows what it likes, and hears nothing further. */
export const DEFAULT_OUTGOING: OutgoingRules = { shown: 'own', numbers: [], headers: [] };

/** More are no choice that anybody makes for a call. */
export const MOST_SHOWN_NUMBERS = 20;
/** Every INVITE carries them all. */
export const MOST_EXTRA_HEADERS = 10;

/** A number to be shown in one writing; null for what is no number. */
export function shownNumber(text: string): Shown | null {
  const number = text.replace(/[\s().-]/g, '');

  return isNumber(number) ? number : null;
}

/** What to show, of a text from storage or from a page of ours; `own` for what is not offered. */
export function parseShown(stored: unknown, numbers: readonly Shown[]): Shown {
  return stored === 'hidden' ? 'hidden' : (numbers.find((number) => number === stored) ?? 'own');
}

/** Rules from storage: what is wrong is left out. */
export function parseOutgoing(stored: unknown): OutgoingRules {
  const numbers = listIn(stored, 'numbers')
    .map((number) => (typeof number === 'string' ? shownNumber(number) : null))
    .filter((number) => number !== null)
    .slice(0, MOST_SHOWN_NUMBERS);

  return {
    shown: parseShown(fieldOf(stored, 'shown'), numbers),
    numbers: [...new Set(numbers)],
    headers: listIn(stored, 'headers')
      .map(parseHeader)
      .filter((header) => header !== null)
      .slice(0, MOST_EXTRA_HEADERS),
  };
}

function parseHeader(stored: unknown): ExtraHeader | null {
  const name = fieldOf(stored, 'name');
  const value = fieldOf(stored, 'value');

  return typeof name === 'string' &&
    typeof value === 'string' &&
    headerProblem({ name, value }) === null
    ? { name, value }
    : null;
}

function isNumber(text: string): text is `${number}` {
  return /^\+?\d{2,20}$/.test(text);
}

function listIn(stored: unknown, key: string): readonly unknown[] {
  const list = fieldOf(stored, key);

  return Array.isArray(list) ? list : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
