import { TransportState, type Transport } from 'sip.js';
import type { Clock } from '../../../src/phone/clock';
import { KeepAlive } from '../../../src/phone/registration/keep-alive';
import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import { withOwnAllow } from '../../../src/sip/allow';
import { gate, refusalOf } from '../../../src/sip/gate';
import { describe, guarded, SafeEmitter } from './emitter';
import { abandon, ConnectFailed, openSocket } from './opening';
import type { After, Log, SipSocket, StackTimes } from './options';

/** What the transport takes from the stack. */
export interface TransportOptions {
  readonly createSocket: (url: string) => SipSocket;
  readonly after: After;
  readonly clock: Clock;
  /** A request that any server answers, for those that do not answer a ping. */
  readonly probe: (method: 'OPTIONS' | 'REGISTER') => string;
  /** False for a message that has to wait for our registration. */
  readonly mayLeave: (message: string) => boolean;
  readonly times: StackTimes;
  readonly log: Log;
}

/**
 * SIP over one WebSocket (RFC 7118): everything that goes in or out passes here. SIP.js's own is
 * not used because one throwing listener breaks it for good, and because it waits for a `close`
 * that a blocked connection never sends.
 *
 * ```txt
 * Disconnected ──connect()──► Connecting ──open──► Connected ──close, disconnect()──► Disconnected
 *       ▲───────── error, time out ──────┘
 * ```
 */
export class SipJsTransport implements Transport {
  readonly stateChange: SafeEmitter<TransportState>;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;

  readonly #options: TransportOptions;
  readonly #keepAlive: KeepAlive;
  #url = '';
  #flow = 0;
  #state = TransportState.Disconnected;
  #socket: SipSocket | null = null;
  #connecting: Promise<void> | null = null;
  #giveUpOpening: (code: RegistrationFailureCode) => void = () => undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.stateChange = new SafeEmitter(options.log);
    this.#keepAlive = new KeepAlive({
      clock: options.clock,
      ping: () => {
        this.#sendQuietly('\r\n\r\n'); // RFC 5626 §3.5.1
      },
      probe: (isDeaf) => {
        this.#sendQuietly(options.probe('OPTIONS'));
        if (isDeaf) {
          this.#sendQuietly(options.probe('REGISTER'));
        }
      },
      onDead: () => {
        options.log('info', 'the server gave no sign of life');
        this.#drop(new ConnectFailed('no-answer'));
      },
    });
  }

  /** How many connections were made, this one included: RFC 5626 calls each a flow. */
  get flow(): number {
    return this.#flow;
  }

  /** Lets go of the connection unless the server gives a sign of life within this time. */
  check(withinMs: number): void {
    this.#keepAlive.check(withinMs);
  }

  /** Whether a call is up from now on. */
  setInCall(inCall: boolean): void {
    this.#keepAlive.setInCall(inCall);
  }

  /** How often the server wants a ping; null where it does not say. */
  setFlowTimer(seconds: number | null): void {
    this.#keepAlive.setFlowTimer(seconds);
  }

  /** What stands in the Via of our requests (RFC 7118 §5.2). */
  get protocol(): string {
    return this.#url.startsWith('wss:') ? 'WSS' : 'WS';
  }

  /** The server that the connection leads to, or the next attempt to make one. */
  get url(): string {
    return this.#url;
  }

  get state(): TransportState {
    return this.#state;
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected;
  }

  /** From now on to this server: a connection that leads elsewhere is let go of for that. */
  leadTo(url: string): void {
    if (url !== this.#url) {
      void this.disconnect();
      this.#url = url;
    }
  }

  connect(): Promise<void> {
    if (this.isConnected()) {
      return Promise.resolve();
    }
    if (this.#connecting === null) {
      const connecting = this.#connect().finally(() => {
        if (this.#connecting === connecting) {
          this.#connecting = null;
        }
      });

      this.#connecting = connecting;
    }

    return this.#connecting;
  }

  disconnect(): Promise<void> {
    this.giveUp('no-connection');
    this.#connecting = null;
    this.#drop();

    return Promise.resolve();
  }

  /** Waits no longer for a connection that is being made. */
  giveUp(code: RegistrationFailureCode): void {
    this.#giveUpOpening(code);
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  /** The one way out. */
  send(message: string): Promise<void> {
    if (this.#socket === null || !this.isConnected()) {
      return Promise.reject(new Error('not connected'));
    }
    if (!this.#options.mayLeave(message)) {
      return Promise.reject(new Error('the server does not know us yet'));
    }
    // A head field with a bare line end or a NUL in it is two fields to some parsers.
    if (/\0|\r(?!\n)|(?<!\r)\n/.test(message.split('\r\n\r\n', 1)[0] ?? '')) {
      this.#options.log('error', 'a message with a stray line end was not sent');
      return Promise.reject(new Error('stray line end in a SIP message'));
    }
    try {
      this.#socket.send(withOwnAllow(message));
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(describe(error)));
    }
  }

  #connect(): Promise<void> {
    const { createSocket, after, times, log } = this.#options;

    this.#become(TransportState.Connecting);

    return new Promise<void>((resolve, reject) => {
      this.#giveUpOpening = openSocket({
        url: this.#url,
        createSocket,
        withinMs: times.connectMs,
        after,
        log,
        onOpen: (socket) => {
          this.#flow += 1;
          this.#use(socket);
          this.#keepAlive.start();
          this.#become(TransportState.Connected);
          guarded(log, () => this.onConnect?.());
          resolve();
        },
        onFailed: (failure) => {
          this.#connecting = null;
          this.#drop();
          reject(failure);
        },
      });
    });
  }

  #use(socket: SipSocket): void {
    this.#socket = socket;
    socket.onopen = socket.onerror = null;
    socket.onclose = () => {
      this.#drop(new Error('the connection was closed'));
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#receive(data);
    };
  }

  /** Lets go of the connection, if there is one. */
  #drop(error?: Error): void {
    const wasConnected = this.isConnected();
    const socket = this.#socket;

    this.#socket = null;
    this.#keepAlive.stop();
    abandon(socket, this.#options.log);
    this.#become(TransportState.Disconnected);
    if (wasConnected) {
      guarded(this.#options.log, () => this.onDisconnect?.(error));
    }
  }

  #become(state: TransportState): void {
    if (this.#state !== state) {
      this.#state = state;
      this.stateChange.emit(state);
    }
  }

  #receive(data: unknown): void {
    const text = textOf(data);
    const verdict = gate(text);

    this.#keepAlive.heard(text === '\r\n');

    switch (verdict.type) {
      case 'drop':
        this.#options.log('debug', `dropped a message: ${verdict.why}`);
        return;
      case 'answer':
        this.#sendQuietly(verdict.text);
        return;
      case 'pass':
        try {
          this.onMessage?.(verdict.text);
        } catch (error) {
          this.#options.log('warn', `a message was too much for the stack: ${describe(error)}`);
          this.#sendQuietly(refusalOf(verdict.text));
        }
    }
  }

  #sendQuietly(text: string | null): void {
    if (text !== null) {
      this.send(text).catch((error: unknown) => {
        this.#options.log('debug', `something was not sent: ${describe(error)}`);
      });
    }
  }
}

function textOf(data: unknown): string {
  if (typeof data === 'string') {
    return data;
  }

  return data instanceof ArrayBuffer || ArrayBuffer.isView(data)
    ? new TextDecoder().decode(data)
    : '';
}
