import { namedAddress, type NamedAddress } from './contacts';

/** Whom a REFER wants called. */
export interface ReferTarget {
  readonly target: NamedAddress;
  /** The address as it is to be called: with its parameters, without its headers. */
  readonly uri: string;
  /** The call that ours is to take the place of, as a Replaces field says it (RFC 3891); else null. */
  readonly replaces: string | null;
}

/**
 * Reads Refer-To. Of the headers in the address only Replaces is taken, and only in its own form:
 * they would stand in our INVITE as they are.
 */
export function parseReferTo(header: string | null | undefined): ReferTarget | null {
  const target = namedAddress(header ?? '');
  const [, uri, headers = ''] =
    /<?\s*(sips?:[^\s<>"?]{1,400})(?:\?([^\s<>"]*))?/i.exec(header ?? '') ?? [];

  if (target === null || uri === undefined || !/^sips?:/i.test(target.uri)) {
    return null;
  }
  const written = headers
    .split('&')
    .map((pair) => /^Replaces=(.+)$/i.exec(pair)?.[1])
    .find((value) => value !== undefined);
  const replaces = written === undefined ? null : decoded(written);

  // A call that should take another's place and can't would reach somebody else.
  if (written !== undefined && (replaces === null || !REPLACES.test(replaces))) {
    return null;
  }

  // Behind the brackets of a name-addr stand parameters of the field, not of the address.
  return { target, uri: (header ?? '').includes('<') ? uri : (uri.split(';')[0] ?? uri), replaces };
}

/** RFC 3891 §6.1, without anything that could begin another field. */
const REPLACES = /^[\w.!%*+`'~():\\/[\]?{}@-]+(?:;[\w.!%*+`'~-]+(?:=[\w.!%*+`'~-]+)?)*$/;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
