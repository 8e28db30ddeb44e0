import { isPace, USUAL_PACE, type DtmfPace } from '../call/dtmf';
import type { Account, DtmfMethod, IceServer } from './account';
import {
  ACCOUNT_FIELDS,
  DEFAULT_EXPIRES_S,
  type AccountField,
  type AccountForm,
} from './account-form';
import { hostPortText, parseHostPort } from './address';
import { parseServer, type ServerProblem } from './parse-server';
import { LONGEST_SERVER_LIST, parseFurtherServers } from './parse-further-servers';
import { DEFAULT_PROFILE, PRESET_NAMES, PRESETS, type Profile } from './profile';

/** What is wrong with one field of the form; the UI has words for each. */
export type AccountProblem =
  | ServerProblem
  | 'too-many-servers'
  | 'name-invalid'
  | 'address-missing'
  | 'address-invalid'
  | 'address-has-port'
  | 'password-missing'
  | 'password-invalid'
  | 'login-name-invalid'
  | 'proxy-invalid'
  | 'stun-invalid'
  | 'turn-invalid'
  | 'turn-missing'
  | 'turn-user-missing'
  | 'turn-password-missing'
  | 'turn-login-invalid'
  | 'expires-invalid'
  | 'dtmf-invalid'
  | 'tone-invalid'
  | 'gap-invalid'
  | 'phone-system-invalid'
  | 'too-long';

/** What is wrong with the form, by field. */
export type AccountErrors = Partial<Record<AccountField, AccountProblem>>;

/** An account that can be used, or what the user must correct. */
export type ParsedAccount =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly errors: AccountErrors };

/** A field's value, or why there is none. */
type Parsed<Value> = { readonly value: Value } | { readonly problem: AccountProblem };

/** In characters: what is longer was pasted by mistake. */
const LONGEST_FIELD = 256;
const LONGEST_NAME = 64;
const SHORTEST_EXPIRES_S = 60;
const LONGEST_EXPIRES_S = 3600;

/** C0, DEL and C1 controls: none can be typed, and CR LF would end a SIP header. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/u;
/** Signs that turn the reading direction around and so make a name look like another. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Would end the quoted string of a From header (RFC 3261 §25.1) or start its address. */
const NAME_BREAKERS = /["\\<>]/;
/** The unreserved characters of a user part (RFC 3261 §25.1) that need no escape anywhere. */
const USER = /^[A-Za-z0-9_.!~*+&=$,/-]{1,64}$/;
const LOGIN_NAME = /^[ -~]{1,128}$/;

/**
 * Reads the account form: an account that is valid by construction, or the errors beside the fields.
 * The codes of before stay where the phone system is still the same.
 */
export function parseAccount(form: AccountForm, before = DEFAULT_PROFILE): ParsedAccount {
  const tooLong = ACCOUNT_FIELDS.filter((field) => form[field].length > longestOf(field));

  // Nothing huge reaches an expression.
  if (tooLong.length > 0) {
    return { ok: false, errors: Object.fromEntries(tooLong.map((field) => [field, 'too-long'])) };
  }

  const errors: AccountErrors = {};
  const take = <Value>(field: AccountField, parsed: Parsed<Value>): Value | null => {
    if ('value' in parsed) {
      return parsed.value;
    }
    errors[field] = parsed.problem;

    return null;
  };
  const displayName = take('displayName', parseName(form.displayName.trim()));
  const address = take('address', parseAddress(form.address.trim()));
  const password = take('password', parsePassword(form.password));
  const server = take('server', parseServer(form.server.trim()));
  const further = take('furtherServers', parseFurtherServers(form.furtherServers));
  const loginName = take('loginName', parseLoginName(form.loginName.trim()));
  const outboundProxy = take('outboundProxy', parseProxy(form.outboundProxy.trim()));
  const stun = take('stunServer', parseStun(form.stunServer.trim()));
  const turn = parseTurn(form, take);
  const expiresS = take('expires', parseExpires(form.expires.trim()));
  const dtmfMethod = take('dtmfMethod', parseDtmfMethod(form.dtmfMethod));
  const dtmfPace = parseDtmfPace(form, take);
  const profile = take('phoneSystem', parsePhoneSystem(form.phoneSystem, before));

  if (
    Object.keys(errors).length > 0 ||
    displayName === null ||
    address === null ||
    password === null ||
    server === null ||
    further === null ||
    expiresS === null ||
    dtmfMethod === null ||
    dtmfPace === null ||
    profile === null
  ) {
    return { ok: false, errors };
  }

  return {
    ok: true,
    account: {
      displayName,
      address,
      password,
      // Who is named twice is tried once in a round.
      servers: [server, ...further.filter((other) => other !== server)],
      loginName,
      outboundProxy,
      iceServers: [stun, turn].filter((iceServer) => iceServer !== null),
      expiresS,
      dtmfMethod,
      dtmfPace,
      profile,
    },
  };
}

function longestOf(field: AccountField): number {
  return field === 'furtherServers' ? LONGEST_SERVER_LIST : LONGEST_FIELD;
}

function parseName(text: string): Parsed<string> {
  if (text.length > LONGEST_NAME) {
    return { problem: 'too-long' };
  }
  if (CONTROLS.test(text) || BIDI_CONTROLS.test(text) || NAME_BREAKERS.test(text)) {
    return { problem: 'name-invalid' };
  }

  return { value: text };
}

/** `alice@example.com`, with or without `sip:`, becomes `sip:alice@example.com`. */
function parseAddress(text: string): Parsed<string> {
  if (text === '') {
    return { problem: 'address-missing' };
  }
  const [user = '', domain = '', ...more] = text.replace(/^sip:/i, '').split('@');
  const hostPort = parseHostPort(domain);

  if (!USER.test(user) || hostPort === null || more.length > 0) {
    return { problem: 'address-invalid' };
  }
  if (hostPort.port !== null) {
    return { problem: 'address-has-port' };
  }

  return { value: `sip:${user}@${hostPort.host}` };
}

/** A password is taken as it stands: a space at its end may belong to it. */
function parsePassword(text: string): Parsed<string> {
  if (text === '') {
    return { problem: 'password-missing' };
  }

  return CONTROLS.test(text) ? { problem: 'password-invalid' } : { value: text };
}

function parseLoginName(text: string): Parsed<string | null> {
  if (text === '') {
    return { value: null };
  }

  return LOGIN_NAME.test(text) && !NAME_BREAKERS.test(text)
    ? { value: text }
    : { problem: 'login-name-invalid' };
}

function parseProxy(text: string): Parsed<string | null> {
  if (text === '') {
    return { value: null };
  }
  const hostPort = parseHostPort(text.replace(/^sip:/i, ''));

  return hostPort === null
    ? { problem: 'proxy-invalid' }
    : { value: `sip:${hostPortText(hostPort)}` };
}

/** `stun:host[:port]` (RFC 7064 §3.1); browsers know no `stuns:`. */
function parseStun(text: string): Parsed<IceServer | null> {
  if (text === '') {
    return { value: null };
  }
  const hostPort = parseHostPort(text.replace(/^stun:/i, ''));

  return hostPort === null
    ? { problem: 'stun-invalid' }
    : { value: { url: `stun:${hostPortText(hostPort)}`, username: null, credential: null } };
}

/** The TURN server with its name and password: a browser refuses one without them. */
function parseTurn(
  { turnServer, turnUser, turnPassword }: AccountForm,
  take: <Value>(field: AccountField, parsed: Parsed<Value>) => Value | null,
): IceServer | null {
  const url = turnServer.trim();
  const username = turnUser.trim();

  if (url === '') {
    if (username !== '' || turnPassword !== '') {
      take('turnServer', { problem: 'turn-missing' });
    }
    return null;
  }
  const parsed = take('turnServer', parseTurnUrl(url));

  take('turnUser', parseTurnLogin(username, 'turn-user-missing'));
  take('turnPassword', parseTurnLogin(turnPassword, 'turn-password-missing'));

  return parsed === null ? null : { url: parsed, username, credential: turnPassword };
}

/** `turn[s]:host[:port][?transport=udp|tcp]` (RFC 7065 §3.1). */
function parseTurnUrl(text: string): Parsed<string> {
  const [, scheme = 'turn', address = '', transport] =
    /^(?:(turns?):)?([^?]*)(?:\?transport=(udp|tcp))?$/i.exec(text) ?? [];
  const hostPort = parseHostPort(address);

  if (hostPort === null) {
    return { problem: 'turn-invalid' };
  }
  const query = transport === undefined ? '' : `?transport=${transport.toLowerCase()}`;

  return { value: `${scheme.toLowerCase()}:${hostPortText(hostPort)}${query}` };
}

function parseTurnLogin(text: string, missing: AccountProblem): Parsed<string> {
  if (text === '') {
    return { problem: missing };
  }

  return CONTROLS.test(text) ? { problem: 'turn-login-invalid' } : { value: text };
}

function parseExpires(text: string): Parsed<number> {
  const seconds = text === '' ? DEFAULT_EXPIRES_S : Number(text);

  return /^\d{0,4}$/.test(text) && seconds >= SHORTEST_EXPIRES_S && seconds <= LONGEST_EXPIRES_S
    ? { value: seconds }
    : { problem: 'expires-invalid' };
}

function parseDtmfMethod(text: string): Parsed<DtmfMethod> {
  return text === 'rfc4733' || text === 'info' ? { value: text } : { problem: 'dtmf-invalid' };
}

function parseDtmfPace(
  { dtmfTone, dtmfGap }: AccountForm,
  take: <Value>(field: AccountField, parsed: Parsed<Value>) => Value | null,
): DtmfPace | null {
  const tone = { ...USUAL_PACE, toneMs: milliseconds(dtmfTone, USUAL_PACE.toneMs) };
  const gap = { ...USUAL_PACE, gapMs: milliseconds(dtmfGap, USUAL_PACE.gapMs) };
  const toneMs = take(
    'dtmfTone',
    isPace(tone) ? { value: tone.toneMs } : { problem: 'tone-invalid' },
  );
  const gapMs = take('dtmfGap', isPace(gap) ? { value: gap.gapMs } : { problem: 'gap-invalid' });

  return toneMs === null || gapMs === null ? null : { toneMs, gapMs };
}

/** A whole number of milliseconds; the usual where nothing is typed, and NaN for anything else. */
function milliseconds(text: string, usual: number): number {
  const typed = text.trim();

  return typed === '' ? usual : /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
}

function parsePhoneSystem(text: string, before: Profile): Parsed<Profile> {
  const preset = PRESET_NAMES.find((name) => name === text);

  if (preset === undefined) {
    return { problem: 'phone-system-invalid' };
  }

  return { value: preset === before.preset ? before : PRESETS[preset] };
}
