import { createSocket, type Socket } from 'node:dgram';

/** A STUN server that hears every question and never answers, as one behind a firewall. */
export class SilentStun {
  /** How many datagrams it has not answered. */
  heard = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('message', () => {
      this.heard += 1;
    });
  }

  static async open(): Promise<SilentStun> {
    const socket = createSocket('udp4');

    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, '127.0.0.1', resolve);
    });

    return new SilentStun(socket);
  }

  /** Its address (RFC 7064). */
  get url(): string {
    return `stun:127.0.0.1:${this.socket.address().port}`;
  }

  close(): void {
    this.socket.close();
  }
}
