/** One header field as it stood in a message, folded lines joined (RFC 3261 §7.3.1). */
export interface HeaderField {
  /** Lower case and long: `v` is `via`. */
  readonly name: string;
  readonly value: string;
  /** The field's own text, line ends included. */
  readonly raw: string;
}

/** A SIP message taken apart as far as the gate must look into it. */
export interface SipMessage {
  readonly startLine: string;
  readonly headers: readonly HeaderField[];
  readonly body: string;
}

/** Compact forms that name a field more than one place reads (RFC 3261 §7.3.3). */
const LONG_NAMES: Readonly<Record<string, string>> = {
  c: 'content-type',
  f: 'from',
  i: 'call-id',
  l: 'content-length',
  m: 'contact',
  t: 'to',
  v: 'via',
};

/** Takes a message apart; null when it is not of the form RFC 3261 §7 describes. */
export function splitMessage(text: string): SipMessage | null {
  const headEnd = text.indexOf('\r\n\r\n');

  if (headEnd === -1) {
    return null;
  }

  const [startLine = '', ...fields] = text.slice(0, headEnd).split(/\r\n(?![ \t])/);
  const headers: HeaderField[] = [];

  for (const field of fields) {
    const parts = /^([A-Za-z0-9.!%*_+`'~-]+)[ \t]*:([^]*)$/.exec(field);

    if (parts === null) {
      return null;
    }
    const [, name = '', value = ''] = parts;
    const lowerCase = name.toLowerCase();

    headers.push({
      name: LONG_NAMES[lowerCase] ?? lowerCase,
      value: value.replace(/\r\n[ \t]+/g, ' ').trim(),
      raw: `${field}\r\n`,
    });
  }

  return { startLine, headers, body: text.slice(headEnd + 4) };
}

/** The first value of a header field; null when the message has none. */
export function headerOf(message: SipMessage, name: string): string | null {
  return message.headers.find((header) => header.name === name)?.value ?? null;
}

/** Every value of a header field, in the order of the message. */
export function headersOf(message: SipMessage, name: string): readonly string[] {
  return message.headers.filter((header) => header.name === name).map(({ value }) => value);
}

/** The message's text again. */
export function joinMessage({ startLine, headers, body }: SipMessage): string {
  return `${startLine}\r\n${headers.map(({ raw }) => raw).join('')}\r\n${body}`;
}
