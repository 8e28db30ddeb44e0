import { headerOf, splitMessage, type SipMessage } from '../../../src/sip/message';

/** A SIP message that came over a socket. */
export class Heard {
  readonly message: SipMessage;

  constructor(readonly text: string) {
    const message = splitMessage(text);
    if (message === null) {
      throw new Error(`no SIP message: ${text}`);
    }
    this.message = message;
  }

  /** Empty for a response. */
  get method(): string {
    return this.status === 0 ? this.#words[0] : '';
  }

  /** 0 for a request. */
  get status(): number {
    return this.#words[0] === 'SIP/2.0' ? Number(this.#words[1]) : 0;
  }

  get uri(): string {
    return this.#words[1];
  }

  get body(): string {
    return this.message.body;
  }

  header(name: string): string {
    return headerOf(this.message, name) ?? '';
  }

  get callId(): string {
    return this.header('call-id');
  }

  get branch(): string {
    return /;branch=([^;,\s]+)/.exec(this.header('via'))?.[1] ?? '';
  }

  /** What identifies the sender in a dialog. */
  get fromTag(): string {
    return tagOf(this.header('from'));
  }

  get toTag(): string {
    return tagOf(this.header('to'));
  }

  /** The address between the brackets of a header field. */
  addressIn(name: string): string {
    return /<([^>]+)>/.exec(this.header(name))?.[1] ?? '';
  }

  get #words(): readonly [string, string] {
    const [first = '', second = ''] = this.message.startLine.split(' ');
    return [first, second];
  }
}

/** Text in a message, and what it is. */
export interface Body {
  readonly type: string;
  readonly text: string;
}

/** A whole SIP message. */
export function sipText(startLine: string, headers: readonly string[], body?: Body): string {
  return [
    startLine,
    ...headers,
    ...(body === undefined ? [] : [`Content-Type: ${body.type}`]),
    `Content-Length: ${String(Buffer.byteLength(body?.text ?? ''))}`,
    '',
    body?.text ?? '',
  ].join('\r\n');
}

/** The answer to a request. `tag` is ours, for what begins or ends a dialog. */
export function responseTo(
  request: Heard,
  statusLine: string,
  { tag, headers = [], body }: { tag?: string; headers?: readonly string[]; body?: Body } = {},
): string {
  const to = request.header('to');
  return sipText(
    `SIP/2.0 ${statusLine}`,
    [
      `Via: ${request.header('via')}`,
      `From: ${request.header('from')}`,
      `To: ${to}${tag === undefined || to.includes(';tag=') ? '' : `;tag=${tag}`}`,
      `Call-ID: ${request.callId}`,
      `CSeq: ${request.header('cseq')}`,
      ...headers,
    ],
    body,
  );
}

export function sdpOf(text: string): Body {
  return { type: 'application/sdp', text };
}

function tagOf(header: string): string {
  return /;tag=([^;>\s]+)/.exec(header)?.[1] ?? '';
}
