/** What stands in the place of what is not kept. */
export const REMOVED = '[removed]';

/** Parameters of URIs and header fields that say how a message travels and nothing of who may. */
const PARAMETERS: ReadonlySet<string> = new Set(
  [
    // URIs (RFC 3261 §19.1.1, RFC 3966, RFC 5626, RFC 5627)
    ['transport', 'lr', 'user', 'method', 'maddr', 'ttl', 'ob', 'comp', 'phone-context', 'ext'],
    // Via, From, To, Contact
    ['branch', 'received', 'rport', 'alias', 'keep', 'tag', 'expires', 'q', 'reg-id'],
    // Session-Expires, Subscription-State, Retry-After, Event
    ['refresher', 'reason', 'retry-after', 'duration', 'id', 'early-only', 'isfocus'],
    // Remote-Party-ID, Diversion, History-Info
    ['party', 'screen', 'privacy', 'counter', 'index', 'cause', 'limit', 'rc', 'mp', 'np'],
  ].flat(),
);

/** The tokens of a field of addresses, the first that fits. */
const TOKENS = new RegExp(
  [
    String.raw`;(?<parameter>(?:[^;,<>"]|"(?:[^"\\]|\\.)*")*)`,
    String.raw`(?<display>"(?:[^"\\]|\\.)*")`,
    String.raw`<(?<uri>[^<>]*)>`,
    String.raw`(?<bare>\b(?:sips?|tel):[^\s<>,;"]*)`,
    String.raw`(?<open>[<"][^]*)`,
    String.raw`(?<rest>[^;<"]+?(?=[;<"]|\b(?:sips?|tel):|$))`,
    String.raw`(?<stray>[^])`,
  ].join('|'),
  'gi',
);

/** A field of names and addresses, with only what is known of their parameters. */
export function redactAddresses(value: string): string {
  return [...value.matchAll(TOKENS)]
    .map(({ groups = {} }) => {
      const { parameter, display, uri, bare, rest } = groups;

      if (parameter !== undefined) {
        return redactParameter(parameter);
      }
      if (display !== undefined) {
        return printable(display);
      }
      if (uri !== undefined) {
        return `<${redactUri(uri)}>`;
      }

      return bare === undefined
        ? rest === undefined
          ? REMOVED
          : printable(rest)
        : redactUri(bare);
    })
    .join('');
}

/** A URI without its password, its headers, and parameters that are not known. */
export function redactUri(uri: string): string {
  const [, scheme = '', after = ''] = /^(sips?|tel):([^]*)$/i.exec(uri) ?? [];

  if (scheme === '') {
    return REMOVED;
  }
  // The headers of a URI may hold anything (RFC 3261 §19.1.1), also whole Authorization fields.
  const [, user = null, rest = ''] = /^(?:([^@]*)@)?([^]*)$/.exec(after) ?? [];
  const [place = '', ...parameters] = (rest.split('?', 1)[0] ?? '').split(';');

  if (!/^[\w.:[\]+*#()-]*$/.test(place)) {
    return REMOVED;
  }

  return [
    `${scheme}:`,
    user === null ? '' : `${redactUser(user)}@`,
    place,
    ...parameters.map(redactParameter),
    rest.includes('?') ? `?${REMOVED}` : '',
  ].join('');
}

/** Whose URI it is; what follows a colon is a password (RFC 3261 §19.1.1). */
function redactUser(user: string): string {
  const [name = '', ...parameters] = (user.split(':', 1)[0] ?? '').split(';');

  return [
    /^[\w.!~*'()&=+$,%#/-]{0,80}$/.test(name) ? name : REMOVED,
    ...parameters.map(redactParameter),
    user.includes(':') ? `:${REMOVED}` : '',
  ].join('');
}

function redactParameter(parameter: string): string {
  const [, name = '', value = ''] =
    /^\s*([\w.!%*+`'~-]{1,30})\s*(?:=([^]*))?$/.exec(parameter) ?? [];

  if (!PARAMETERS.has(name.toLowerCase())) {
    return `;${REMOVED}`; // The name too: what looks like `a=b` may be one word.
  }
  if (!parameter.includes('=')) {
    return `;${name}`;
  }

  return `;${name}=${/^[\w.!%*+`'~":[\]@ -]{0,120}$/.test(value) ? value.trim() : REMOVED}`;
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ').slice(0, 120);
}
