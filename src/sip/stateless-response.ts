import { headerOf, headersOf, type SipMessage } from './message';

const REASON_PHRASES = {
  400: 'Bad Request',
  416: 'Unsupported URI Scheme',
  505: 'Version Not Supported',
} as const;

/** The final responses we give without a transaction. */
export type StatelessStatus = keyof typeof REASON_PHRASES;

/**
 * A whole final response to a request that no user agent should see (RFC 3261 §8.2.7); null where
 * there must be none (ACK), or where the request does not say whom to answer.
 */
export function statelessResponse(request: SipMessage, status: StatelessStatus): string | null {
  const vias = headersOf(request, 'via');
  const [from, to, callId, cseq] = ['from', 'to', 'call-id', 'cseq'].map((name) =>
    headerOf(request, name),
  );

  if (request.startLine.startsWith('ACK ') || vias.length === 0) {
    return null;
  }
  if (!from || !to || !callId || !cseq) {
    return null;
  }

  return [
    `SIP/2.0 ${status} ${REASON_PHRASES[status]}`,
    ...vias.map((via) => `Via: ${via}`),
    `From: ${from}`,
    // The same tag for the same request, so that a retransmission gets the same answer.
    `To: ${/;\s*tag\s*=/i.test(to) ? to : `${to};tag=${tagFor(`${vias[0]} ${callId}`)}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq}`,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** FNV-1a: short, spread out, and no secret. */
function tagFor(text: string): string {
  let hash = 0x811c9dc5;

  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }

  return (hash >>> 0).toString(16).padStart(8, '0');
}
