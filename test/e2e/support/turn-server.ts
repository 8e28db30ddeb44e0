import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';

/** Where its clients seem to be, seen from outside (RFC 5737). */
export const SEEN_ADDRESS = '203.0.113.7';
/** Where it would pass on what is sent to them. */
export const RELAY_ADDRESS = '198.51.100.9';

const COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const REALM = 'turn.test';

const BINDING = 0x0001;
const ALLOCATE = 0x0003;
const SUCCESS = 0x0100;
const ERROR = 0x0110;

const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  mappedAddress: 0x0020,
} as const;

/** Answers as a STUN server (RFC 8489) and, to who knows the password, as a TURN server (RFC 8656). */
export class TurnServer {
  readonly nonce = randomBytes(12).toString('hex');

  private constructor(
    private readonly socket: Socket,
    private readonly login: { readonly user: string; readonly password: string },
  ) {
    socket.on('message', (message, from) => {
      const reply = this.#replyTo(message, from);

      if (reply !== null) {
        socket.send(reply, from.port, from.address);
      }
    });
  }

  static async open(login: {
    readonly user: string;
    readonly password: string;
  }): Promise<TurnServer> {
    const socket = createSocket('udp4');

    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, '127.0.0.1', resolve);
    });

    return new TurnServer(socket, login);
  }

  /** `127.0.0.1:40000`, to be put behind `stun:` or `turn:`. */
  get place(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): void {
    this.socket.close();
  }

  #replyTo(message: Buffer, from: RemoteInfo): Buffer | null {
    if (message.length < HEADER_BYTES || message.readUInt32BE(4) !== COOKIE) {
      return null;
    }
    const type = message.readUInt16BE(0);
    const mapped = attribute(ATTRIBUTE.mappedAddress, xorAddress(SEEN_ADDRESS, from.port));

    switch (type) {
      case BINDING:
        return reply(BINDING | SUCCESS, message, [mapped]);
      case ALLOCATE:
        return this.#isAllowed(message)
          ? reply(
              ALLOCATE | SUCCESS,
              message,
              [
                attribute(ATTRIBUTE.relayedAddress, xorAddress(RELAY_ADDRESS, 50_000)),
                mapped,
                attribute(ATTRIBUTE.lifetime, Buffer.from([0, 0, 2, 0x58])),
              ],
              this.#key,
            )
          : reply(ALLOCATE | ERROR, message, [
              attribute(ATTRIBUTE.errorCode, Buffer.from([0, 0, 4, 1])), // 401
              attribute(ATTRIBUTE.realm, Buffer.from(REALM)),
              attribute(ATTRIBUTE.nonce, Buffer.from(this.nonce)),
            ]);
      default:
        return null;
    }
  }

  /** RFC 8489 §9.2.2: the key of a long-term credential. */
  get #key(): Buffer {
    const { user, password } = this.login;

    return createHash('md5').update(`${user}:${REALM}:${password}`).digest();
  }

  #isAllowed(message: Buffer): boolean {
    for (let at = HEADER_BYTES; at + 4 <= message.length;) {
      const length = message.readUInt16BE(at + 2);

      if (message.readUInt16BE(at) === ATTRIBUTE.integrity) {
        const signed = Buffer.from(message.subarray(0, at));

        signed.writeUInt16BE(at - HEADER_BYTES + 24, 2);

        return createHmac('sha1', this.#key)
          .update(signed)
          .digest()
          .equals(message.subarray(at + 4, at + 24));
      }
      at += 4 + Math.ceil(length / 4) * 4;
    }

    return false;
  }
}

function reply(
  type: number,
  request: Buffer,
  attributes: readonly Buffer[],
  key: Buffer | null = null,
): Buffer {
  const body = Buffer.concat(attributes);
  const header = Buffer.alloc(HEADER_BYTES);

  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length + (key === null ? 0 : 24), 2);
  request.copy(header, 4, 4, HEADER_BYTES);

  const message = Buffer.concat([header, body]);

  return key === null
    ? message
    : Buffer.concat([
        message,
        attribute(ATTRIBUTE.integrity, createHmac('sha1', key).update(message).digest()),
      ]);
}

function attribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);

  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);

  return padded;
}

/** RFC 8489 §14.2 */
function xorAddress(address: string, port: number): Buffer {
  const value = Buffer.alloc(8);
  const ip = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

  value.writeUInt8(1, 1);
  value.writeUInt16BE((port ^ (COOKIE >>> 16)) & 0xffff, 2);
  value.writeUInt32BE((ip ^ COOKIE) >>> 0, 4);

  return value;
}
