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
    .flatMap(listed)
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

/** Those whom fields name, in their order; what names nobody is left out. */
export function addressesIn(fields: readonly string[]): readonly NamedAddress[] {
  return fields
    .flatMap(listed)
    .map(namedAddress)
    .filter((address) => address !== null);
}

/** The values of a field that may hold several: a comma in quotes or brackets is part of one. */
function listed(field: string): readonly string[] {
  return field.match(/(?:[^",<]|"(?:[^"\\]|\\.)*"|<[^>]*>)+/g) ?? [];
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
