/** Digits that some phones write as event numbers (RFC 4733 §3.2). */
const EVENT_NUMBERS: Readonly<Record<string, string>> = { '10': '*', '11': '#' };

/** The body of an INFO `application/dtmf-relay` that sends one digit. */
export function dtmfRelayBody(tone: string, durationMs: number): string {
  return `Signal=${tone}\r\nDuration=${durationMs}\r\n`;
}

/** The digit an INFO carries; null when it is about something else. */
export function parseDtmfInfo(contentType: string | null, body: string): string | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  const signal =
    type === 'application/dtmf-relay'
      ? /^\s*Signal\s*=\s*(\S+)\s*$/im.exec(body)?.[1]
      : type === 'application/dtmf'
        ? body.trim()
        : undefined;
  const tone = (EVENT_NUMBERS[signal ?? ''] ?? signal)?.toUpperCase();

  return tone !== undefined && /^[0-9A-D*#]$/.test(tone) ? tone : null;
}
