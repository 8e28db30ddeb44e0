import { redactAddresses, redactUri, REMOVED } from './redact-address';
import { redactSdp } from './redact-sdp';

/**
 * What may be kept of each header field; a field that is not here keeps its name alone. A list of
 * what is dangerous would forget the next token that a phone system thinks of.
 *
 * - `address`: names and URIs with the parameters that are known;
 * - `plain`: numbers, tokens and lists of them;
 * - `text`: words for people;
 * - `challenge`: how somebody is to prove who they are, without what only they may know.
 */
const KEPT: Readonly<Record<string, 'address' | 'plain' | 'text' | 'challenge'>> = {
  via: 'address',
  from: 'address',
  to: 'address',
  contact: 'address',
  route: 'address',
  'record-route': 'address',
  path: 'address',
  'service-route': 'address',
  'reply-to': 'address',
  'refer-to': 'address',
  'referred-by': 'address',
  'p-asserted-identity': 'address',
  'p-preferred-identity': 'address',
  'p-called-party-id': 'address',
  'remote-party-id': 'address',
  diversion: 'address',
  'history-info': 'address',
  event: 'address',
  'session-expires': 'address',
  'subscription-state': 'address',
  'retry-after': 'address',
  'call-id': 'plain',
  cseq: 'plain',
  'max-forwards': 'plain',
  expires: 'plain',
  'min-expires': 'plain',
  'min-se': 'plain',
  'flow-timer': 'plain',
  rseq: 'plain',
  rack: 'plain',
  supported: 'plain',
  require: 'plain',
  'proxy-require': 'plain',
  unsupported: 'plain',
  allow: 'plain',
  'allow-events': 'plain',
  accept: 'plain',
  'accept-encoding': 'plain',
  'accept-language': 'plain',
  'content-type': 'plain',
  'content-length': 'plain',
  'content-disposition': 'plain',
  privacy: 'plain',
  date: 'plain',
  timestamp: 'plain',
  'refer-sub': 'plain',
  'user-agent': 'text',
  server: 'text',
  reason: 'text',
  warning: 'text',
  'www-authenticate': 'challenge',
  'proxy-authenticate': 'challenge',
  authorization: 'challenge',
  'proxy-authorization': 'challenge',
};

/** RFC 3261 §7.3.3, RFC 3515, RFC 3892, RFC 4028, RFC 6665. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  b: 'referred-by',
  c: 'content-type',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
};

/** In characters: no header field that tells anything is longer, and reading it must not take long. */
const LONGEST_VALUE = 500;
const PLAIN = /^[\w .,:;=*+/()@<>[\]"%!~'`$&?-]*$/;

/**
 * A SIP message as it may be kept, shown and sent to somebody: all that tells how a call went, and
 * nothing with which somebody could call in the user's name, listen to a call or read along.
 */
export function redact(message: string): string {
  const [head = '', ...rest] = message.split(/\r?\n\r?\n/);
  const [startLine = '', ...fields] = head.split(/\r\n|\r|\n/).reduce<string[]>(unfold, []);
  const start = redactStartLine(startLine);

  if (start === null) {
    return `[no SIP message, ${message.length} characters]`;
  }

  // What it is told by the last of several fields is what counts for some readers: believe none.
  const types = new Set(
    fields.filter((line) => nameOf(line) === 'content-type').map((line) => valueOf(line)),
  );
  const type = types.size === 1 ? ([...types][0] ?? '') : '';
  const body = redactBody(type, rest.join('\r\n\r\n'));

  return [start, ...fields.map(redactField), '', ...(body === '' ? [] : [body])].join('\n');
}

/** A line that begins with a blank goes on with the one before (RFC 3261 §7.3.1). */
function unfold(lines: string[], line: string): string[] {
  const before = lines.at(-1);

  if (before !== undefined && /^[ \t]/.test(line)) {
    return [...lines.slice(0, -1), `${before} ${line.trim()}`];
  }

  return [...lines, line];
}

function redactStartLine(line: string): string | null {
  const [, status, phrase = ''] = /^SIP\/2\.0 (\d{3})(?: (.*))?$/.exec(line) ?? [];

  if (status !== undefined) {
    return `SIP/2.0 ${status} ${redactText(phrase)}`.trim();
  }
  const [, method, uri] = /^([A-Z]{1,20}) (\S+) SIP\/2\.0$/.exec(line) ?? [];

  return method === undefined || uri === undefined ? null : `${method} ${redactUri(uri)} SIP/2.0`;
}

function nameOf(line: string): string {
  const name = /^[A-Za-z0-9.!%*_+`'~-]{1,40}(?=[ \t]*:)/.exec(line)?.[0].toLowerCase() ?? '';

  return LONG_NAMES[name] ?? name;
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}

function redactField(line: string): string {
  const name = nameOf(line);
  const kind = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;

  if (name === '' || kind === undefined) {
    return name === '' ? REMOVED : `${shown(name)}: ${REMOVED}`;
  }
  const value = valueOf(line);

  return `${shown(name)}: ${value.length > LONGEST_VALUE ? REMOVED : redactValue(kind, value)}`;
}

function redactValue(kind: (typeof KEPT)[string], value: string): string {
  switch (kind) {
    case 'address':
      return redactAddresses(value);
    case 'plain':
      return PLAIN.test(value) ? value : REMOVED;
    case 'text':
      return redactText(value);
    case 'challenge':
      return redactChallenge(value);
  }
}

function redactText(text: string): string {
  return text.replace(/\p{C}/gu, ' ').slice(0, 200);
}

/** Which kind of proof is asked for or given; never the proof, nor what it is made from. */
function redactChallenge(value: string): string {
  const scheme = /^(?:digest|basic|bearer)\b/i.exec(value)?.[0] ?? '';
  const known = [
    ...value.matchAll(
      /\b(?:algorithm="?(?:MD5|SHA-256|SHA-512-256)(?:-sess)?|qop="?auth(?:-int)?|stale="?(?:true|false))"?(?=[\s,]|$)/gi,
    ),
  ].map(([parameter]) => parameter.replaceAll('"', ''));

  return [scheme, known.join(', '), REMOVED].filter((part) => part !== '').join(' ');
}

function redactBody(type: string, body: string): string {
  if (body === '') {
    return '';
  }
  const kind = /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0].toLowerCase() ?? 'unknown type';

  if (kind === 'application/sdp') {
    return redactSdp(body);
  }
  const [status] = kind === 'message/sipfrag' ? (/^SIP\/2\.0 \d{3}/.exec(body) ?? []) : [];

  // What somebody wrote, typed or was told is theirs: a PIN is digits in such a body.
  return status ?? `[${body.length} characters of ${kind} removed]`;
}

/** `call-id` as people write it: `Call-ID`. */
function shown(name: string): string {
  return name
    .split('-')
    .map((part) =>
      /^(?:id|www)$/.test(part)
        ? part.toUpperCase()
        : `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`,
    )
    .join('-')
    .replace('Cseq', 'CSeq');
}
