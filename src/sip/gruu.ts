import type { ContactParameters } from './own-contact';

/** The addresses of this very phone that a registrar has given it (RFC 5627); null where it has none. */
export interface Gruus {
  /** Names the account, and leads to this one of its phones for as long as it is registered. */
  readonly pub: string | null;
  /** Names nobody. */
  readonly temp: string | null;
}

const LONGEST_GRUU = 512;
const SIP_URI =
  /^sips?:([^\s<>"@;?,:]+)@(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?((?:;[^\s<>"?,;]+)*)$/i;

/**
 * The addresses of its own that our binding has in a registrar's 200. One at another host than the
 * account's, or in somebody else's name, is not believed: calls would be taken there.
 */
export function gruusOf(contact: ContactParameters | null, address: string): Gruus {
  const [, user = '', host = ''] = SIP_URI.exec(address) ?? [];
  const believed = (uri: string | undefined, name: string | null): string | null => {
    const [, itsUser = '', itsHost = '', parameters = ''] =
      SIP_URI.exec(uri?.slice(0, LONGEST_GRUU + 1) ?? '') ?? [];
    const isOurs =
      uri !== undefined &&
      uri.length <= LONGEST_GRUU &&
      /;gr(?:=|;|$)/i.test(parameters) &&
      itsHost.toLowerCase() === host.toLowerCase() &&
      (name === null || itsUser === name);

    return isOurs ? uri : null;
  };

  return {
    pub: believed(contact?.get('pub-gruu'), user),
    temp: believed(contact?.get('temp-gruu'), null),
  };
}
