import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

/** The subprotocol of SIP over WebSocket (RFC 7118 section 4). */
const SUBPROTOCOL = 'sip';

/** A WebSocket listener on loopback that can behave as badly as a network does. */
export class WsServer {
  readonly #http: Server;
  readonly #ws: WebSocketServer;
  #onSocket: (socket: WebSocket) => void = (socket) => {
    socket.terminate();
  };
  #isSilent = false;
  #refusal: number | null = null;
  /** How many sockets were refused so far. */
  refused = 0;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#http = createServer((_request, response) => {
      response.writeHead(426).end();
    });
    this.#ws = new WebSocketServer({
      noServer: true,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
    this.#http.on('upgrade', (request, socket, head) => {
      this.#upgrade(request, socket, head);
    });
  }

  static async listen(host: string, port: number): Promise<WsServer> {
    const server = new WsServer();
    await new Promise<void>((resolve, reject) => {
      server.#http.once('error', reject);
      server.#http.listen(port, host, resolve);
    });
    return server;
  }

  /** Gives every new socket to this listener. */
  onSocket(listener: (socket: WebSocket) => void): void {
    this.#onSocket = listener;
  }

  get port(): number {
    // A server that listens on TCP has such an address; only pipes have a string.
    return (this.#http.address() as AddressInfo).port;
  }

  /** A silent server neither reads nor answers, not even a ping or a new connection. */
  goSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    for (const socket of this.#ws.clients) {
      if (isSilent) {
        socket.pause();
      } else {
        socket.resume();
      }
    }
    if (isSilent) {
      return;
    }
    for (const upgrade of this.#waiting.splice(0)) {
      upgrade();
    }
  }

  /** Hears nothing more from the connections there are, as when a NAT forgot them; takes new ones. */
  forget(): void {
    for (const socket of this.#ws.clients) {
      socket.pause();
    }
  }

  /** Refuses new connections with that HTTP status; null takes them again. */
  refuseWith(status: number | null): void {
    this.#refusal = status;
  }

  /** Cuts every connection without a close frame, as a lost network would. */
  drop(): void {
    for (const socket of this.#ws.clients) {
      socket.terminate();
    }
  }

  async close(): Promise<void> {
    this.goSilent(false);
    this.drop();
    this.#ws.close();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#http.close(() => {
        resolve();
      });
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#isSilent) {
      this.#waiting.push(() => {
        this.#upgrade(request, socket, head);
      });
      return;
    }
    const offered = request.headers['sec-websocket-protocol']?.split(/\s*,\s*/) ?? [];
    // RFC 7118 section 4: a SIP WebSocket server takes no connection without the subprotocol "sip".
    const refusal = this.#refusal ?? (offered.includes(SUBPROTOCOL) ? null : 400);
    if (refusal !== null) {
      this.refused += 1;
      socket.end(`HTTP/1.1 ${String(refusal)} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.#ws.handleUpgrade(request, socket, head, (webSocket) => {
      this.#onSocket(webSocket);
    });
  }
}
