import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { attribute, ATTRIBUTE, placeAttribute, stunMessage, type Place } from './stun-message';

const DATA_INDICATION = 0x0017;
const CHANNEL_HEADER_BYTES = 4;

/** What one client of a TURN server has there (RFC 8656 §5): an address of its own, and whom it lets in. */
export class TurnAllocation {
  /** Messages passed on so far, to those it talks to and from them. */
  readonly passed = { out: 0, in: 0 };
  readonly #permitted = new Set<string>();
  readonly #channels = new Map<number, Place>();

  private constructor(
    private readonly socket: Socket,
    /** Addresses behind a gateway that only this server passes, each with what stands there. */
    private readonly hidden: ReadonlyMap<string, string>,
    private readonly toClient: (message: Buffer) => void,
  ) {
    socket.on('message', (data, { address, port }) => {
      const names = [...hidden].find(([, real]) => real === address);

      this.#receive(data, { address: names?.[0] ?? address, port });
    });
  }

  static async open(
    address: string,
    hidden: ReadonlyMap<string, string>,
    toClient: (message: Buffer) => void,
  ): Promise<TurnAllocation> {
    const socket = createSocket('udp4');

    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, address, resolve);
    });

    return new TurnAllocation(socket, hidden, toClient);
  }

  /** Where others send what is for the client. */
  get place(): Place {
    const { address, port } = this.socket.address();

    return { address, port };
  }

  permit({ address }: Place): void {
    this.#permitted.add(address);
  }

  bind(channel: number, peer: Place): void {
    this.permit(peer);
    this.#channels.set(channel, peer);
  }

  /** Passes on what the client sends by a Send indication. */
  send(data: Buffer, { address, port }: Place): void {
    if (this.#permitted.has(address)) {
      this.passed.out += 1;
      this.socket.send(data, port, this.hidden.get(address) ?? address);
    }
  }

  /** Passes on what the client sends in a channel (RFC 8656 §12.4). */
  sendInChannel(message: Buffer): void {
    const peer = this.#channels.get(message.readUInt16BE(0));
    const length = message.readUInt16BE(2);

    if (peer !== undefined) {
      this.send(message.subarray(CHANNEL_HEADER_BYTES, CHANNEL_HEADER_BYTES + length), peer);
    }
  }

  close(): void {
    this.socket.close();
  }

  #receive(data: Buffer, from: Place): void {
    if (!this.#permitted.has(from.address)) {
      return;
    }
    const [channel] =
      [...this.#channels].find(
        ([, { address, port }]) => address === from.address && port === from.port,
      ) ?? [];

    this.passed.in += 1;
    this.toClient(
      channel === undefined
        ? stunMessage(DATA_INDICATION, randomBytes(12), [
            placeAttribute(ATTRIBUTE.peer, from),
            attribute(ATTRIBUTE.data, data),
          ])
        : inChannel(channel, data),
    );
  }
}

function inChannel(channel: number, data: Buffer): Buffer {
  const header = Buffer.alloc(CHANNEL_HEADER_BYTES);

  header.writeUInt16BE(channel, 0);
  header.writeUInt16BE(data.length, 2);

  return Buffer.concat([header, data]);
}
