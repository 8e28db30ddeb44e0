import { displayNameOf } from './identity';

/** Somebody a header field names. */
export interface NamedAddress {
  readonly uri: string;
  readonly displayName: string | null;
}

/** Nobody reads through more. */
const MOST_CONTACTS = 5;

/**
 * Those whom the Contact fields of a 3xx name, the most wanted first (RFC 3261 §8.1.3.4): only
 * addresses that can be called, without the parameters and headers that somebody else chose.
 */
export function redirectTargets(contacts: readonly string[]): readonly NamedAddress[] {
  const targets = contacts
    .flatMap((field) => field.match(/(?:[^",<]|"(?:[^"\\]|\\.)*"|<[^>]*>)+/g) ?? [])
    .flatMap((contact) => {
      const target = namedAddress(contact);
      const q = Number(/;\s*q\s*=\s*([01](?:\.\d{1,3})?)/i.exec(contact)?.[1] ?? 1);

      return target === null ? [] : [{ target, q }];
    })
    .sort((one, other) => other.q - one.q)
    .map(({ target }) => target);

  return targets
    .filter(({ uri }, index) => targets.findIndex((other) => other.uri === uri) === index)
    .slice(0, MOST_CONTACTS);
}

/** The address and name in a name-addr or addr-spec (RFC 3261 §25.1); null for what can't be called. */
export function namedAddress(text: string): NamedAddress | null {
  const [, quoted, token, bracketed] =
    /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*))\s*<([^>]*)>/.exec(text) ?? [];
  const uri = /^(?:sips?:[^\s;?<>"@]+(?:@[^\s;?<>"]+)?|tel:\+?[\d().*#-]+)/i.exec(
    (bracketed ?? text).trim(),
  )?.[0];

  return uri === undefined
    ? null
    : { uri, displayName: displayNameOf(quoted?.replace(/\\(.)/g, '$1') ?? token) };
}
