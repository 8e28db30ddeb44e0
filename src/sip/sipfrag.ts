import type { SipResponse } from '../call/call';

/** The status line in a NOTIFY of a transfer (RFC 3420, RFC 3515 §2.4.5); null where there is none. */
export function parseSipfrag(contentType: string | null, body: string): SipResponse | null {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'message/sipfrag') {
    return null;
  }
  const [, status, reasonPhrase = ''] =
    /^\s*SIP\/2\.0 ([1-6]\d\d)(?: ([^\r\n]{0,100}))?(?:\r?\n|$)/.exec(body) ?? [];

  return status === undefined
    ? null
    : { statusCode: Number(status), reasonPhrase: reasonPhrase.trim() };
}

/** What a NOTIFY says of a call placed at the other side's wish. */
export function sipfragOf({ statusCode, reasonPhrase }: SipResponse): string {
  return `SIP/2.0 ${statusCode} ${reasonPhrase}\r\n`;
}
