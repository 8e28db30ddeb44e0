import { Core, URI } from 'sip.js';
import type { RawData, WebSocket } from 'ws';
import type { MessageLog } from './message-log';

/** What the PBX does with the requests of one connection. */
export interface ConnectionDelegate {
  onRegister(connection: Connection, request: Core.IncomingRegisterRequest): void;
  onInvite(connection: Connection, request: Core.IncomingInviteRequest): void;
  /** Also those inside a dialog. */
  onSubscribe(connection: Connection, message: Core.IncomingRequestMessage): void;
  onClose(connection: Connection): void;
  /** A status for every request, as a server in trouble answers; null for normal work. */
  readonly refuseEverythingWith: number | null;
  readonly isSilent: boolean;
  /** Whether the socket is cut at this message, and if so, whether that still arrives. */
  cutAt(message: PassingMessage): 'before' | 'after' | null;
}

/** A message on its way over a socket. */
export interface PassingMessage {
  /** Seen from the PBX. */
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly user: string | null;
}

const VIA_HOST = 'pbx.invalid';

/**
 * One WebSocket with the SIP.js core that speaks over it. A phone that comes back over another one
 * goes on there: whatever this one's core still has to say leaves over the newest (RFC 5626 section
 * 5.3), and what belongs to its calls is brought to it from there.
 */
export class Connection {
  readonly number: number;
  /** Who sent a request over it that the PBX believed. */
  user: string | null = null;
  /** Which phone registered over it (RFC 5626 section 4.1), null before it did. */
  instance: string | null = null;
  #successor: Connection | null = null;
  readonly #predecessors: Connection[] = [];
  readonly core: Core.UserAgentCore;
  readonly contact: string;
  readonly #socket: WebSocket;
  readonly #log: MessageLog;
  readonly #delegate: ConnectionDelegate;
  readonly #logger: Core.Logger;

  constructor(
    number: number,
    socket: WebSocket,
    domain: string,
    log: MessageLog,
    delegate: ConnectionDelegate,
  ) {
    this.number = number;
    this.#socket = socket;
    this.#log = log;
    this.#delegate = delegate;
    const contact = new URI('sip', 'pbx', domain, undefined, { transport: 'ws' });
    this.contact = `<${contact.toString()}>`;
    const loggerFactory = new Core.LoggerFactory();
    loggerFactory.builtinEnabled = false;
    this.#logger = loggerFactory.getLogger('pbx');
    this.core = new Core.UserAgentCore(
      {
        aor: contact,
        contact: {
          pubGruu: undefined,
          tempGruu: undefined,
          uri: contact,
          toString: () => this.contact,
        },
        displayName: '',
        loggerFactory,
        hackViaTcp: false,
        routeSet: [],
        sipjsId: 'pbx',
        supportedOptionTags: ['outbound'],
        supportedOptionTagsResponse: ['outbound'],
        userAgentHeaderFieldValue: 'Offhook test PBX',
        viaForceRport: false,
        viaHost: VIA_HOST,
        authenticationFactory: () => undefined,
        transportAccessor: () => ({
          protocol: 'WS',
          send: (text) => {
            this.send(text);
            return Promise.resolve();
          },
        }),
      },
      {
        onRegister: (request) => {
          delegate.onRegister(this, request);
        },
        onInvite: (request) => {
          delegate.onInvite(this, request);
        },
        onMessage: (request) => request.accept(),
      },
    );
    socket.on('message', (data) => {
      this.#receive(textOf(data));
    });
    socket.on('close', () => {
      delegate.onClose(this);
    });
    socket.on('error', () => {
      // "close" follows and is what counts.
    });
  }

  /** True while its phone can be told something, over it or over one that came after it. */
  get isReachable(): boolean {
    return this.#successor?.isReachable ?? this.#socket.readyState === this.#socket.OPEN;
  }

  /** True where its phone has come back over another one. */
  get isSucceeded(): boolean {
    return this.#successor !== null;
  }

  /** The phone has come back over that one. */
  succeedBy(next: Connection): void {
    if (this.#successor === null && next !== this) {
      this.#successor = next;
      next.#predecessors.push(this);
    }
  }

  /** It and all those that it came after. */
  get line(): readonly Connection[] {
    return [this, ...this.#predecessors.flatMap((known) => known.line)];
  }

  /** Sends any text at all, well-formed or not. */
  send(text: string): void {
    if (this.#successor !== null) {
      this.#successor.send(text);
      return;
    }
    if (this.#delegate.isSilent || this.#socket.readyState !== this.#socket.OPEN) {
      return;
    }
    const message: PassingMessage = { direction: 'out', text, user: this.user };
    const cut = this.#delegate.cutAt(message);
    if (cut === 'before') {
      this.drop();
      return;
    }
    this.#log.add({ ...message, socket: this.number });
    this.#socket.send(text, () => {
      if (cut === 'after') {
        this.drop();
      }
    });
  }

  drop(): void {
    this.#socket.terminate();
  }

  #receive(text: string): void {
    if (this.#delegate.isSilent) {
      return;
    }
    if (text.trim() === '') {
      // Keep-alive: a double CRLF is answered by a single one (RFC 5626 section 4.4.1, RFC 7118 section 6).
      if (text === '\r\n\r\n') {
        this.#socket.send('\r\n');
      }
      return;
    }
    const passing: PassingMessage = { direction: 'in', text, user: this.user };
    const cut = this.#delegate.cutAt(passing);
    if (cut === 'before') {
      this.drop();
      return;
    }
    this.#log.add({ ...passing, socket: this.number });
    if (cut === 'after') {
      // What is answered to it is lost.
      this.drop();
    }
    try {
      const message = Core.Parser.parseMessage(text, this.#logger);
      if (message instanceof Core.IncomingRequestMessage) {
        this.#ownerOf(message).#receiveRequest(message);
      }
      if (message instanceof Core.IncomingResponseMessage) {
        this.#askerOf(message).core.receiveIncomingResponseFromTransport(message);
      }
    } catch {
      // A message that SIP.js can't work with is dropped; the log above still has it.
    }
  }

  /** The one of the line whose call or transaction a request belongs to. */
  #ownerOf({ callId, toTag, fromTag, viaBranch }: Core.IncomingRequestMessage): Connection {
    return (
      this.line.find(
        ({ core }) =>
          core.dialogs.has(`${callId}${toTag}${fromTag}`) || core.userAgentServers.has(viaBranch),
      ) ?? this
    );
  }

  /** The one of the line that a response is meant for. */
  #askerOf({ viaBranch, method }: Core.IncomingResponseMessage): Connection {
    return this.line.find(({ core }) => core.userAgentClients.has(`${viaBranch}${method}`)) ?? this;
  }

  #receiveRequest(message: Core.IncomingRequestMessage): void {
    const refusal = this.#delegate.refuseEverythingWith;
    if (refusal !== null && message.method !== 'ACK') {
      this.core.replyStateless(message, { statusCode: refusal });
      return;
    }
    // SIP.js knows subscribers only.
    if (message.method === 'SUBSCRIBE') {
      this.#delegate.onSubscribe(this, message);
      return;
    }
    // A user agent core answers 404 to what is not addressed to itself; a PBX is addressed by every name.
    if (message.ruri !== undefined) {
      this.core.configuration.aor = message.ruri;
    }
    this.core.receiveIncomingRequestFromTransport(message);
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) {
    return Buffer.concat(data).toString('utf8');
  }
  return Buffer.from(data as Uint8Array).toString('utf8'); // ws gives a Buffer unless told otherwise.
}
