const DIGITS = '0123456789*#ABCD';

/** The digit of an RFC 4733 event code, or null when the event is not a key. */
function digitOfEvent(event: number): string | null {
  return DIGITS[event] ?? null;
}

/**
 * Hears keys in telephone-event packets. A key is one event however many packets report it: all of them carry the RTP
 * timestamp of its beginning, and the last is sent three times (RFC 4733 section 2.5.1).
 */
export class RtpDtmfReceiver {
  #lastTimestamp: number | null = null;

  /** The digit that begins with this packet, or null when the packet only goes on about a known one. */
  receive(packet: { readonly timestamp: number; readonly payload: Buffer }): string | null {
    const event = packet.payload[0];
    if (packet.payload.length < 4 || event === undefined) {
      return null;
    }
    if (packet.timestamp === this.#lastTimestamp) {
      return null;
    }

    this.#lastTimestamp = packet.timestamp;
    return digitOfEvent(event);
  }
}

/** The digits of a SIP INFO body: "Signal=5" (application/dtmf-relay) or the bare key (application/dtmf). */
export function digitsOfInfo(contentType: string, body: string): string | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  const text =
    type === 'application/dtmf-relay' ? /Signal\s*=\s*(\S+)/i.exec(body)?.[1] : body.trim();
  if (type !== 'application/dtmf-relay' && type !== 'application/dtmf') {
    return null;
  }
  return text !== undefined && /^[0-9*#A-D]+$/i.test(text) ? text.toUpperCase() : null;
}
