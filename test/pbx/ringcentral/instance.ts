import type { RawData, WebSocket } from 'ws';
import type { MessageLog } from '../message-log';
import { Heard, responseTo, sipText, type Body } from './sip-text';

/** A request that goes out. */
export interface Outgoing {
  readonly method: string;
  readonly uri: string;
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: number;
  readonly headers?: readonly string[];
  readonly body?: Body;
  /** The branch of another request: of the INVITE that an ACK or CANCEL is about. */
  readonly branch?: string;
}

let branches = 0;

/** One phone of the account: its socket, and who it says it is. */
export class Instance {
  /** The `authorizationId` it has registered with; null while it is not registered. */
  client: string | null = null;
  /** Where it can be reached, as its REGISTER says. */
  contact = '';
  readonly #answers = new Map<string, (response: Heard) => void>();

  constructor(
    readonly number: number,
    private readonly socket: WebSocket,
    private readonly log: MessageLog,
    private readonly events: {
      readonly onRequest: (instance: Instance, request: Heard) => void;
      readonly onClose: (instance: Instance) => void;
    },
  ) {
    socket.on('message', (data) => {
      this.#receive(data);
    });
    socket.on('close', () => {
      events.onClose(this);
    });
  }

  get isRegistered(): boolean {
    return this.client !== null;
  }

  /** Sends a request and tells of every answer; gives the branch it went by. */
  request(request: Outgoing, onResponse: (response: Heard) => void = () => undefined): string {
    branches += 1;
    const branch = request.branch ?? `z9hG4bKrc${String(branches)}`;
    // A CANCEL has the branch of its INVITE, whose answers are still to come.
    if (!['ACK', 'CANCEL'].includes(request.method)) {
      this.#answers.set(`${branch} ${request.method}`, onResponse);
    }
    this.send(
      sipText(
        `${request.method} ${request.uri} SIP/2.0`,
        [
          `Via: SIP/2.0/WSS rc.invalid;branch=${branch}`,
          'Max-Forwards: 70',
          `From: ${request.from}`,
          `To: ${request.to}`,
          `Call-ID: ${request.callId}`,
          `CSeq: ${String(request.cseq)} ${request.method}`,
          ...(request.headers ?? []),
        ],
        request.body,
      ),
    );
    return branch;
  }

  respond(...answer: Parameters<typeof responseTo>): void {
    this.send(responseTo(...answer));
  }

  send(text: string): void {
    this.log.add({ direction: 'out', text, user: this.client, socket: this.number });
    this.socket.send(text);
  }

  #receive(data: RawData): void {
    const text = (data as Buffer).toString('utf8'); // ws gives a Buffer unless told otherwise.
    if (text.trim() === '') {
      this.socket.send('\r\n');
      return;
    }
    this.log.add({ direction: 'in', text, user: this.client, socket: this.number });
    const message = new Heard(text);
    if (message.status === 0) {
      this.events.onRequest(this, message);
      return;
    }
    const [, method = ''] = message.header('cseq').split(/\s+/);
    this.#answers.get(`${message.branch} ${method}`)?.(message);
  }
}
