/**
 * How a number of the public network is written for the phone system: as the user or the page wrote
 * it; `+493012345`; `00493012345`; or the way people dial at home, `03012345`, and abroad with the
 * international prefix.
 */
export type NumberForm = 'as-written' | 'e164' | 'international' | 'national';

/** The forms in the order in which they are offered. */
export const NUMBER_FORMS: readonly NumberForm[] = [
  'as-written',
  'e164',
  'international',
  'national',
];

/** The beginning of a number, and what stands there instead. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** What becomes of a number on its way to the phone system. */
export interface DialRules {
  readonly form: NumberForm;
  /** What stands before a country code where no `+` does; empty for what the country dials. */
  readonly internationalPrefix: string;
  /** Dialled first to get an outside line, `0` or `9`; none before a `+`. */
  readonly outsidePrefix: string;
  /** A number of up to so many digits is a colleague's: it stays as it is. */
  readonly extensionDigits: number;
  /** The first whose beginning fits is used, after the form and before the outside line. */
  readonly replacements: readonly Replacement[];
}

/** The phone system reads numbers as people write them: most do. */
export const DEFAULT_DIAL_RULES: DialRules = {
  form: 'as-written',
  internationalPrefix: '',
  outsidePrefix: '',
  extensionDigits: 4,
  replacements: [],
};

/** Whether nothing becomes of any number: it is dialled as it was written. */
export function leaveAllAsWritten({ form, outsidePrefix, replacements }: DialRules): boolean {
  return form === 'as-written' && outsidePrefix === '' && replacements.length === 0;
}

/** Longer internal numbers are none that anybody remembers. */
const MOST_EXTENSION_DIGITS = 9;
/** More rules than these are the phone system's business. */
export const MOST_REPLACEMENTS = 20;

/** What is wrong with a part of the rules; the UI has words for each. */
export type DialRuleProblem = 'prefix-invalid' | 'digits-invalid' | 'from-missing' | 'part-invalid';

const PREFIX = /^[0-9*#]{0,8}$/;
const PART = /^\+?[0-9*#]{0,16}$/;

/** What is wrong with an outside line's digits or an international prefix; null when nothing is. */
export function prefixProblem(text: string): DialRuleProblem | null {
  return PREFIX.test(text) ? null : 'prefix-invalid';
}

/** What is wrong with the length of internal numbers, as typed; null when nothing is. */
export function extensionDigitsProblem(text: string): DialRuleProblem | null {
  return /^\d{1,2}$/.test(text) && Number(text) <= MOST_EXTENSION_DIGITS ? null : 'digits-invalid';
}

/** What is wrong with a replacement; null when nothing is. */
export function replacementProblem({ from, to }: Replacement): DialRuleProblem | null {
  if (from === '') {
    return 'from-missing';
  }

  return PART.test(from) && PART.test(to) ? null : 'part-invalid';
}

/** Rules from storage: what is missing or wrong is at its default. */
export function parseDialRules(stored: unknown): DialRules {
  const form = NUMBER_FORMS.find((known) => known === fieldOf(stored, 'form'));
  const extensionDigits = fieldOf(stored, 'extensionDigits');
  const replacements = fieldOf(stored, 'replacements');

  return {
    form: form ?? DEFAULT_DIAL_RULES.form,
    internationalPrefix: prefixOf(fieldOf(stored, 'internationalPrefix')),
    outsidePrefix: prefixOf(fieldOf(stored, 'outsidePrefix')),
    extensionDigits:
      typeof extensionDigits === 'number' &&
      extensionDigitsProblem(String(extensionDigits)) === null
        ? extensionDigits
        : DEFAULT_DIAL_RULES.extensionDigits,
    replacements: (Array.isArray(replacements) ? replacements : [])
      .slice(0, MOST_REPLACEMENTS)
      .map(parseReplacement)
      .filter((replacement) => replacement !== null),
  };
}

function prefixOf(stored: unknown): string {
  return typeof stored === 'string' && prefixProblem(stored) === null ? stored : '';
}

function parseReplacement(stored: unknown): Replacement | null {
  const from = fieldOf(stored, 'from');
  const to = fieldOf(stored, 'to');

  return typeof from === 'string' &&
    typeof to === 'string' &&
    replacementProblem({ from, to }) === null
    ? { from, to }
    : null;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
