import { pageTargetProblem, type PageTargetProblem } from '../../src/number/page-target';
import { readTarget } from '../../src/number/dial-target';
import { toAscii } from '../../src/number/plain-text';
import { internationalForm } from '../../src/number/written-number';
import type { Mark } from './marks';

/** Something on the page that can be called. */
export interface Callable {
  /** What the worker is asked to dial. */
  readonly target: string;
  /** The number that will be dialled, to be read before it is. */
  readonly label: string;
  /** Null for what has no number that is one everywhere: addresses, short numbers. */
  readonly e164: string | null;
  readonly ext: string | null;
  /** Two letters (ISO 3166-1), null for a number of no country; undefined while it is not known. */
  readonly country: string | null | undefined;
  /** The text says that a fax machine answers. */
  readonly isFax: boolean;
  /** True for a number that was found in a text, where it may have been found wrongly. */
  readonly isFound: boolean;
  /** Why a page may not have it dialled. */
  readonly problem: PageTargetProblem | null;
  /** True if the page shows another number than it has dialled. */
  readonly isMasked: boolean;
}

/** From here on digits in a link's text are a number and not a street or a year. */
const FEWEST_DIGITS = 7;
/** The last digits are the same with and without country and area code. */
const COMPARED_DIGITS = 7;

const NO_FACTS = {
  label: '',
  e164: null,
  ext: null,
  country: null,
  isFax: false,
  isFound: false,
  problem: null,
  isMasked: false,
};

/** What calling a marked number means. */
export function callableOfMark({ written, e164, ext, country, isFax }: Mark): Callable {
  const own = ext === null ? written : written.slice(0, written.lastIndexOf(ext));

  return {
    ...NO_FACTS,
    target: ext === null ? e164 : `tel:${e164};ext=${ext}`,
    label: internationalForm(own, e164),
    e164,
    ext,
    country,
    isFax,
    isFound: true,
  };
}

/** What calling a `tel:`, `callto:` or `sip:` link means. */
export function callableOfLink(link: Element): Callable {
  const target = link.getAttribute('href') ?? '';
  // Whether an address is on the account's own host is for the worker to say: it knows the account.
  const found = pageTargetProblem(target);
  const problem = found === 'foreign-host' ? null : found;

  if (problem !== null) {
    return { ...NO_FACTS, target, problem };
  }

  const dialled = readTarget(target);
  const written = toAscii(link.textContent.slice(0, 200));

  if (dialled.kind === 'address') {
    const label = dialled.host === null ? dialled.user : `${dialled.user}@${dialled.host}`;

    return { ...NO_FACTS, target, label };
  }

  const { digits } = dialled;
  const label = digits.startsWith('+') ? internationalForm(written, digits) : digits;

  const isE164 = digits.startsWith('+');

  return {
    ...NO_FACTS,
    target,
    label,
    e164: isE164 ? digits : null,
    country: isE164 ? undefined : null,
    isMasked: isMasked(written, digits),
  };
}

/** True if a link's text is a number, and not the one that it dials. */
function isMasked(written: string, dialled: string): boolean {
  const shown = /[\d+(][\d\s().+/-]*\d/.exec(written)?.[0].replace(/\D/g, '') ?? '';
  const end = shown.slice(-COMPARED_DIGITS);

  return shown.length >= FEWEST_DIGITS && !dialled.endsWith(end);
}
