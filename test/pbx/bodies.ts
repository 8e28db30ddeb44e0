import type { Core } from 'sip.js';

/** A session description, as SIP.js wants it. */
export function sdpBody(content: string): Core.Body {
  return { contentDisposition: 'session', contentType: 'application/sdp', content };
}

/** One key as most PBXs tell it by SIP INFO. */
export function dtmfRelayBody(digit: string, durationMs: number): Core.Body {
  return {
    contentDisposition: 'render',
    contentType: 'application/dtmf-relay',
    content: `Signal=${digit}\r\nDuration=${String(durationMs)}\r\n`,
  };
}

/** The first line of a response, by which a transfer's progress is told (RFC 3515 section 2.4.5). */
export function sipfragBody(statusLine: string): Core.Body {
  return {
    contentDisposition: 'render',
    contentType: 'message/sipfrag;version=2.0',
    content: `${statusLine}\r\n`,
  };
}
