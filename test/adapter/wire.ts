import { headerOf, splitMessage, type SipMessage } from '../../src/sip/message';
import type { SipSocket } from '../../extension/offscreen/sipjs/options';

/** A message the phone sent, and what tests ask of it. */
export class Sent {
  readonly message: SipMessage;

  constructor(readonly text: string) {
    const message = splitMessage(text);

    if (message === null) {
      throw new Error(`the phone sent what is no SIP message: ${text}`);
    }
    this.message = message;
  }

  get method(): string {
    return this.message.startLine.split(' ')[0] ?? '';
  }

  get status(): number {
    return this.method === 'SIP/2.0' ? Number(this.message.startLine.split(' ')[1]) : 0;
  }

  get uri(): string {
    return this.message.startLine.split(' ')[1] ?? '';
  }

  get body(): string {
    return this.message.body;
  }

  header(name: string): string {
    return headerOf(this.message, name) ?? '';
  }
}

/** What a test can give a message of the server. */
export interface Extra {
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly contentType?: string;
  /** Which of several phones behind the server answers. */
  readonly tag?: string;
}

/** The far end of the phone's WebSocket, played by a test, message by message. */
export class Wire {
  readonly socket: SipSocket;
  readonly sent: Sent[] = [];
  isClosed = false;
  /** Whatever the phone sends from now on arrives nowhere, and nobody tells it. */
  losesAll = false;
  /** Double line ends: each asks the server for a sign of life (RFC 5626 §3.5.1). */
  pings = 0;
  /** Single line ends, by which a ping of the server is answered. */
  pongs = 0;
  #read = 0;
  #waiting: (() => void)[] = [];

  constructor(readonly url: string) {
    this.socket = {
      binaryType: 'blob',
      onopen: null,
      onmessage: null,
      onerror: null,
      onclose: null,
      send: (text) => {
        if (text === '\r\n\r\n') {
          this.pings += 1;
        } else if (text === '\r\n') {
          this.pongs += 1;
        } else {
          this.sent.push(new Sent(text));
          this.#wake();
        }
      },
      close: () => {
        this.isClosed = true;
        this.#wake();
      },
    };
  }

  open(): void {
    this.socket.onopen?.(new Event('open'));
  }

  /** The connection breaks, as a server's restart breaks it. */
  drop(): void {
    this.isClosed = true;
    this.socket.onclose?.(new Event('close') as CloseEvent); // Nobody reads its code.
  }

  /** What a blocked or refused connection says. */
  fail(): void {
    this.socket.onerror?.(new Event('error'));
  }

  deliver(data: string | ArrayBuffer): void {
    this.socket.onmessage?.(new MessageEvent('message', { data }));
  }

  /** The next message of this method or status, skipping others; waits for it. */
  async next(what: string | number): Promise<Sent> {
    for (;;) {
      while (this.#read < this.sent.length) {
        const sent = this.sent[this.#read++];

        if (sent !== undefined && (sent.method === what || sent.status === what)) {
          return sent;
        }
      }
      await this.#something();
    }
  }

  async closed(): Promise<void> {
    while (!this.isClosed) {
      await this.#something();
    }
  }

  count(method: string): number {
    return this.sent.filter((sent) => sent.method === method).length;
  }

  respond(request: Sent, status: number, reason: string, extra: Extra = {}): void {
    const to = request.header('to');
    const tag = to.includes(';tag=') || status === 100 ? '' : `;tag=${extra.tag ?? 'far'}`;

    this.deliver(
      text(
        `SIP/2.0 ${status} ${reason}`,
        [
          `Via: ${request.header('via')}`,
          `From: ${request.header('from')}`,
          `To: ${to}${tag}`,
          `Call-ID: ${request.header('call-id')}`,
          `CSeq: ${request.header('cseq')}`,
        ],
        extra,
      ),
    );
  }

  #something(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #wake(): void {
    const waiting = this.#waiting;

    this.#waiting = [];
    for (const wake of waiting) {
      wake();
    }
  }
}

/** A whole SIP message. */
export function text(startLine: string, headers: readonly string[], extra: Extra = {}): string {
  const body = extra.body ?? '';

  return [
    startLine,
    ...headers,
    ...(extra.headers ?? []),
    ...(body === '' ? [] : [`Content-Type: ${extra.contentType ?? 'application/sdp'}`]),
    `Content-Length: ${new TextEncoder().encode(body).length}`,
    '',
    body,
  ].join('\r\n');
}
