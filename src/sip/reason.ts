/** A Reason header value (RFC 3326 §2): why a CANCEL or BYE was sent. */
export interface ReasonHeader {
  /** Upper case: `SIP`, `Q.850`. */
  readonly protocol: string;
  readonly cause: number | null;
  readonly text: string | null;
}

/**
 * Reads the first value of a Reason header; null when there is none or it is not one.
 * Never throws: the text comes from the network.
 */
export function parseReason(header: string | null | undefined): ReasonHeader | null {
  if (header === null || header === undefined) {
    return null;
  }

  const first = /^(?:[^",]|"(?:[^"\\]|\\.)*")*/.exec(header)?.[0] ?? '';
  const protocol = /^\s*([A-Za-z0-9.!%*_+`'~-]+)\s*(?:;|$)/.exec(first)?.[1];

  if (protocol === undefined) {
    return null;
  }

  const cause = /;\s*cause\s*=\s*(\d{1,3})\b/i.exec(first)?.[1];
  const text = /;\s*text\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(first);

  return {
    protocol: protocol.toUpperCase(),
    cause: cause === undefined ? null : Number(cause),
    text: (text?.[1] ?? text?.[2])?.replace(/\\(.)/g, '$1') ?? null,
  };
}

/**
 * True when the call was taken by another of the user's phones: `SIP;cause=200` (RFC 3326 §2,
 * RFC 4235 calls it a completed fork), or Q.850 cause 26, "non-selected user clearing".
 */
export function saysAnsweredElsewhere(reason: ReasonHeader | null): boolean {
  return (
    (reason?.protocol === 'SIP' && reason.cause === 200) ||
    (reason?.protocol === 'Q.850' && reason.cause === 26)
  );
}
