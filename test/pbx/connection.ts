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
}

const VIA_HOST = 'pbx.invalid';

/** One WebSocket with the SIP.js core that speaks over it. */
export class Connection {
  readonly number: number;
  /** Who sent a request over it that the PBX believed. */
  user: string | null = null;
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
      this.core.reset();
      delegate.onClose(this);
    });
    socket.on('error', () => {
      // "close" follows and is what counts.
    });
  }

  /** Sends any text at all, well-formed or not. */
  send(text: string): void {
    if (this.#delegate.isSilent || this.#socket.readyState !== this.#socket.OPEN) {
      return;
    }
    this.#log.add({ direction: 'out', text, user: this.user, socket: this.number });
    this.#socket.send(text);
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
    this.#log.add({ direction: 'in', text, user: this.user, socket: this.number });
    try {
      const message = Core.Parser.parseMessage(text, this.#logger);
      if (message instanceof Core.IncomingRequestMessage) {
        this.#receiveRequest(message);
      }
      if (message instanceof Core.IncomingResponseMessage) {
        this.core.receiveIncomingResponseFromTransport(message);
      }
    } catch {
      // A message that SIP.js can't work with is dropped; the log above still has it.
    }
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
