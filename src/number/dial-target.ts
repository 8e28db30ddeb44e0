import { toAscii } from './plain-text';
import { digitsOfVanity } from './vanity';

/** Why something cannot be dialled. */
export type TargetProblem = 'empty' | 'not-a-number' | 'too-long' | 'not-an-address';

/** A target that cannot be dialled; nothing was sent. */
export class InvalidTargetError extends Error {
  override name = 'InvalidTargetError';

  constructor(readonly problem: TargetProblem) {
    super(`cannot dial this target: ${problem}`);
  }
}

/** What a target is dialled with: the account's domain and the user's country. */
export interface DialPlan {
  readonly domain: string;
  readonly country: string;
}

/** What a target says to dial, in ASCII: a number, or an address whose host may be left out. */
export type Dialled =
  | { readonly kind: 'number'; readonly digits: string }
  | {
      readonly kind: 'address';
      readonly scheme: 'sip' | 'sips';
      readonly user: string;
      readonly host: string | null;
    };

/** E.164 has 15 at most; an outside line, a code and an extension come on top. */
const MOST_DIGITS = 32;
/** A number with its separators and extension, as somebody writes it. */
const MOST_WRITTEN = 100;
/** RFC 1035 §2.3.4 limits a host name to 255 octets; a user of 64 is what mail allows (RFC 5321). */
const MOST_USER = 64;
const MOST_HOST = 255;
/** Nothing that can be dialled is longer; longer text is not even looked at. */
const MOST_TARGET = 1_000;

/** RFC 3261 §25.1 `user`, without the quote and what would need escaping; `#` is escaped by us. */
const USER = /^[A-Za-z0-9_.!~*+&=$,/#-]+$/;
/** RFC 3261 §25.1 `hostport`. */
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\.?|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/**
 * The SIP URI for what the user typed, clicked or picked: a number, an extension, a `tel:`,
 * `callto:` or `sip:` address. Digits go to the PBX as they were written, which knows its own
 * extensions and outside lines; only what is no digit is taken away.
 *
 * @throws InvalidTargetError when it cannot be dialled.
 */
export function dialUriFor(target: string, { domain, country }: DialPlan): string {
  const dialled = readTarget(target, country);

  if (dialled.kind === 'number') {
    return `sip:${escaped(dialled.digits)}@${domain}`;
  }

  return `${dialled.scheme}:${escaped(dialled.user)}@${dialled.host ?? domain}`;
}

/**
 * The target that calls a number of the log again: a number of the account's own phone system is a
 * number, to which the dial rules of today apply; everybody else is called by their address.
 */
export function redialTarget(uri: string, domain: string): string {
  const [, user, host] = /^sips?:(\+?\d+)@([^;?]*)/i.exec(uri) ?? [];

  return user !== undefined && host?.toLowerCase() === domain.toLowerCase() ? user : uri;
}

/**
 * Reads a target without an account. A vanity number is read in the user's country, where one is
 * given.
 *
 * @throws InvalidTargetError when it cannot be dialled.
 */
export function readTarget(target: string, country: string | null = null): Dialled {
  if (target.length > MOST_TARGET) {
    throw new InvalidTargetError('too-long');
  }

  const { scheme, rest } = split(toAscii(target.trim()).trim());

  // Line breaks and brackets would end the URI on the wire and begin something else.
  if (/[\0-\x08\x0a-\x1f\x7f"'<>\\`{}|^]/.test(rest)) {
    throw new InvalidTargetError(scheme === 'sip' ? 'not-an-address' : 'not-a-number');
  }
  if (rest.trim() === '') {
    throw new InvalidTargetError('empty');
  }

  const isAddress =
    scheme === 'sip' || scheme === 'sips' || (scheme !== 'tel' && /^[^?;]*@/.test(rest));

  return isAddress
    ? readAddress(rest, scheme === 'sips' ? 'sips' : 'sip')
    : { kind: 'number', digits: readNumber(rest, country) };
}

interface Split {
  readonly scheme: 'tel' | 'callto' | 'sip' | 'sips' | null;
  /** Decoded if it was a URI: typed text is not. */
  readonly rest: string;
}

function split(target: string): Split {
  const [, found, rest = ''] = /^(tel|callto|sips?):(?:\/\/)?(.*)$/is.exec(target) ?? [];

  switch (found?.toLowerCase()) {
    case 'tel':
      return { scheme: 'tel', rest: decoded(rest) };
    case 'callto':
      // Seen in the wild: the number after `callto:` is itself a `tel:` or `sip:` URI.
      return /^(?:tel|sips?):/i.test(rest)
        ? split(rest)
        : { scheme: 'callto', rest: decoded(rest) };
    case 'sip':
      return { scheme: 'sip', rest: decoded(rest) };
    case 'sips':
      return { scheme: 'sips', rest: decoded(rest) };
    default:
      return { scheme: null, rest: target };
  }
}

/** Decodes once: what is still escaped afterwards was escaped twice, to hide something. */
function decoded(text: string): string {
  try {
    return toAscii(decodeURIComponent(text));
  } catch {
    throw new InvalidTargetError('not-a-number');
  }
}

/** Headers (`?Replaces=..`) and parameters are not for the one who gives us an address to choose. */
function readAddress(text: string, scheme: 'sip' | 'sips'): Dialled {
  const at = text.indexOf('@');
  const writtenUser = at < 0 ? (/^[^;?]*/.exec(text)?.[0] ?? '') : text.slice(0, at);
  const host = at < 0 ? null : (/^[^;?]*/.exec(text.slice(at + 1))?.[0].trim() ?? '');
  // User parameters too: `sip:+1212;phone-context=..@host` (RFC 3261 §19.1.6).
  const user = withoutSeparators(/^[^;]*/.exec(writtenUser.trim())?.[0] ?? '');

  if (user.length > MOST_USER || (host?.length ?? 0) > MOST_HOST) {
    throw new InvalidTargetError('too-long');
  }
  if (!USER.test(user) || (host !== null && !HOST.test(host))) {
    throw new InvalidTargetError('not-an-address');
  }

  return { kind: 'address', scheme, user, host };
}

/** A global number as an address's user may be written for people to read (RFC 3966 §5.1.1). */
function withoutSeparators(user: string): string {
  return /^\+[\d ().-]+$/.test(user) ? user.replace(/[^+\d]/g, '') : user;
}

function readNumber(text: string, country: string | null): string {
  const [written = '', ...parameters] = text.split(/[;?]/);

  if (written.length > MOST_WRITTEN) {
    throw new InvalidTargetError('too-long');
  }

  const number = contextOf(parameters) + withoutExtension(written);
  const digits = digitsOfVanity(number, country) ?? digitsOf(number);

  if (digits === '') {
    throw new InvalidTargetError('empty');
  }
  // A feature code may hold a whole number: `*21*+4930..#`.
  if (!/^(?:\+|[*#][0-9*#]*\+)?[0-9*#]+$/.test(digits) || !/\d/.test(digits)) {
    throw new InvalidTargetError('not-a-number');
  }
  if (digits.length > MOST_DIGITS) {
    throw new InvalidTargetError('too-long');
  }

  return digits;
}

function digitsOf(number: string): string {
  const global = /^\s*\+/.test(number);
  // `+44 (0)20 ..`: the 0 is for callers at home. Italy's and San Marino's belong to the number.
  const international =
    global && !/^\s*\+\s*(?:39|378)/.test(number) ? number.replace(/\(\s*0\s*\)/, '') : number;

  return international.replace(/[\s().[\]/~-]/g, '');
}

/** RFC 3966 §5.1.5: a context of global digits is where the number's beginning was left out. */
function contextOf(parameters: readonly string[]): string {
  const context = parameters
    .map((parameter) => /^\s*phone-context=(\+[\d().-]{1,20})\s*$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);

  return context ?? '';
}

/** Without what is dialled after the answer: an extension, or digits after a pause (`,` `p` `w`). */
function withoutExtension(number: string): string {
  return number
    .replace(/(\d)\s*[,pw][\d,pw*#\s]*$/i, '$1')
    .replace(/((?:\d[^\d]*){7})[\s,]*(?:x|ext?n?\.?|extension)[\s.:]*\d{1,7}\s*$/i, '$1');
}

/** RFC 3261 §25.1: `#` is the one character of ours that a user part must not hold as it is. */
function escaped(user: string): string {
  return user.replaceAll('#', '%23');
}
