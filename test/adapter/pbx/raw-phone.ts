import { WebSocket } from 'ws';

/** A phone that says exactly what a test writes, for what SIP.js would not say. */
export class RawPhone {
  readonly #socket: WebSocket;
  readonly #received: string[] = [];
  readonly #told = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      this.#received.push(data.toString('utf8'));
      for (const tell of [...this.#told]) {
        tell();
      }
    });
  }

  static async connect(url: string): Promise<RawPhone> {
    const socket = new WebSocket(url, 'sip');
    const phone = new RawPhone(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return phone;
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Sends a request with what every request has, and gives the answer. */
  async request(
    method: string,
    { user = 'alice', headers = [] }: { user?: string; headers?: readonly string[] } = {},
  ): Promise<string> {
    const id = Math.random().toString(36).slice(2);
    this.send(
      [
        `${method} sip:pbx.test SIP/2.0`,
        `Via: SIP/2.0/WS raw.invalid;branch=z9hG4bK${id}`,
        'Max-Forwards: 70',
        `From: <sip:${user}@pbx.test>;tag=${id}`,
        `To: <sip:${user}@pbx.test>`,
        `Call-ID: ${id}`,
        `CSeq: 1 ${method}`,
        ...headers,
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n'),
    );
    return this.next((text) => text.includes(`branch=z9hG4bK${id}`));
  }

  /** The first message, old or new, that fits. */
  async next(fits: (text: string) => boolean): Promise<string> {
    const found = this.#received.find(fits);
    if (found !== undefined) {
      return found;
    }
    await new Promise<void>((resolve) => {
      const tell = (): void => {
        this.#told.delete(tell);
        resolve();
      };
      this.#told.add(tell);
    });
    return this.next(fits);
  }

  /** Resolves when the PBX has cut the connection. */
  async untilCut(): Promise<void> {
    if (this.#socket.readyState === this.#socket.CLOSED) {
      return;
    }
    await new Promise<void>((resolve) => {
      this.#socket.once('close', () => {
        resolve();
      });
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}
