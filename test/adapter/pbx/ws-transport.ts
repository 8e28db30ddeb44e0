import { EmitterImpl, TransportState, type Transport } from 'sip.js';
import { WebSocket } from 'ws';

/** A SIP.js transport over `ws`, for user agents that live in Node. */
export class WsTransport implements Transport {
  readonly protocol = 'WS';
  readonly stateChange = new EmitterImpl<TransportState>();
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  state = TransportState.Disconnected;
  readonly #url: string;
  #socket: WebSocket | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<void> {
    const socket = new WebSocket(this.#url, 'sip');
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.on('message', (data: Buffer) => this.onMessage?.(data.toString('utf8')));
    socket.once('close', () => {
      this.#moveTo(TransportState.Disconnected);
      this.onDisconnect?.();
    });
    this.#moveTo(TransportState.Connected);
    this.onConnect?.();
  }

  disconnect(): Promise<void> {
    this.#socket?.close();
    return Promise.resolve();
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  isConnected(): boolean {
    return this.state === TransportState.Connected;
  }

  send(message: string): Promise<void> {
    this.#socket?.send(message);
    return Promise.resolve();
  }

  #moveTo(state: TransportState): void {
    this.state = state;
    this.stateChange.emit(state);
  }
}
