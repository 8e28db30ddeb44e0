import { createHash, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import {
  attribute,
  ATTRIBUTE,
  isSigned,
  isStun,
  placeAttribute,
  placeOf,
  stunMessage,
  transactionOf,
  typeOf,
  valueOf,
  type Place,
} from './stun-message';
import { TurnAllocation } from './turn-allocation';

/** Where its clients seem to be, seen from outside (RFC 5737). */
export const SEEN_ADDRESS = '203.0.113.7';
/** Where it passes on what is sent to them. */
export const RELAY_ADDRESS = '127.0.0.4';

const REALM = 'turn.test';
/** RFC 8656 §3.2: what it grants, in seconds. */
const LIFETIME = Buffer.from([0, 0, 2, 0x58]);

const BINDING = 0x0001;
const ALLOCATE = 0x0003;
const REFRESH = 0x0004;
const SEND_INDICATION = 0x0016;
const CREATE_PERMISSION = 0x0008;
const CHANNEL_BIND = 0x0009;
const SUCCESS = 0x0100;
const ERROR = 0x0110;

const UNAUTHORIZED = 401;
const ALLOCATION_MISMATCH = 437;

/** Who may use a TURN server. */
export interface TurnLogin {
  readonly user: string;
  readonly password: string;
}

/** Answers as a STUN server (RFC 8489) and, to who knows the password, relays as a TURN server (RFC 8656). */
export class TurnServer {
  readonly nonce = randomBytes(12).toString('hex');
  /** By the client's address and port; a repeated request finds what the first one began. */
  readonly #allocations = new Map<string, Promise<TurnAllocation>>();
  readonly #ready = new Map<string, TurnAllocation>();
  /** What allocations that are gone have passed on. */
  #passedBefore = { out: 0, in: 0 };

  private constructor(
    private readonly socket: Socket,
    private readonly login: TurnLogin,
    private readonly hidden: ReadonlyMap<string, string>,
  ) {
    socket.on('message', (message, { address, port }) => {
      this.#receive(message, { address, port });
    });
  }

  /** `hidden`: addresses that are reached by way of this server alone, each with what stands there. */
  static async open(
    login: TurnLogin,
    { hidden = new Map() }: { readonly hidden?: ReadonlyMap<string, string> } = {},
  ): Promise<TurnServer> {
    const socket = createSocket('udp4');

    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, '127.0.0.1', resolve);
    });

    return new TurnServer(socket, login, hidden);
  }

  /** `127.0.0.1:40000`, to be put behind `stun:` or `turn:`. */
  get place(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  /** Messages passed on so far: `out` from its clients, `in` to them. */
  get passed(): { readonly out: number; readonly in: number } {
    const all = [this.#passedBefore, ...[...this.#ready.values()].map(({ passed }) => passed)];

    return {
      out: all.reduce((sum, passed) => sum + passed.out, 0),
      in: all.reduce((sum, passed) => sum + passed.in, 0),
    };
  }

  /** Knows nothing of its clients any more, as after a restart. */
  forgetAllocations(): void {
    for (const client of [...this.#allocations.keys()]) {
      this.#release(client);
    }
  }

  close(): void {
    this.forgetAllocations();
    this.socket.close();
  }

  #receive(message: Buffer, from: Place): void {
    const client = `${from.address}:${from.port}`;
    const first = message[0] ?? 0;

    // RFC 8656 §12.4: the first two bits tell channels from all else.
    if (first >> 6 === 1 && message.length >= 4) {
      this.#ready.get(client)?.sendInChannel(message);
    } else if (isStun(message)) {
      this.#receiveStun(message, from, client);
    }
  }

  #receiveStun(message: Buffer, from: Place, client: string): void {
    const type = typeOf(message);

    switch (type) {
      case BINDING:
        this.#send(from, stunMessage(BINDING | SUCCESS, transactionOf(message), [seen(from)]));
        return;
      case SEND_INDICATION:
        this.#relay(message, client);
        return;
      case ALLOCATE:
      case REFRESH:
      case CREATE_PERMISSION:
      case CHANNEL_BIND:
        if (isSigned(message, this.#key)) {
          void this.#grant(type, message, from, client);
        } else {
          this.#refuse(message, from, UNAUTHORIZED);
        }
        return;
      default:
    }
  }

  async #grant(type: number, message: Buffer, from: Place, client: string): Promise<void> {
    const allocation = type === ALLOCATE ? await this.#allocate(from, client) : null;
    const mine = allocation ?? this.#ready.get(client);
    const peer = placeOf(message, ATTRIBUTE.peer);

    if (mine === undefined) {
      this.#refuse(message, from, ALLOCATION_MISMATCH);
      return;
    }
    if (type === CHANNEL_BIND && peer !== null) {
      mine.bind(valueOf(message, ATTRIBUTE.channel)?.readUInt16BE(0) ?? 0, peer);
    } else if (type === CREATE_PERMISSION && peer !== null) {
      mine.permit(peer);
    } else if (type === REFRESH && valueOf(message, ATTRIBUTE.lifetime)?.readUInt32BE(0) === 0) {
      this.#release(client);
    }
    const granted = attribute(ATTRIBUTE.lifetime, LIFETIME);
    const attributes =
      type === ALLOCATE
        ? [placeAttribute(ATTRIBUTE.relayedAddress, mine.place), seen(from), granted]
        : [granted];

    this.#send(from, stunMessage(type | SUCCESS, transactionOf(message), attributes, this.#key));
  }

  async #allocate(from: Place, client: string): Promise<TurnAllocation> {
    const opened =
      this.#allocations.get(client) ??
      TurnAllocation.open(RELAY_ADDRESS, this.hidden, (data) => {
        this.#send(from, data);
      });

    this.#allocations.set(client, opened);

    const allocation = await opened;

    if (this.#allocations.get(client) === opened) {
      this.#ready.set(client, allocation);
    }

    return allocation;
  }

  #release(client: string): void {
    const opened = this.#allocations.get(client);

    this.#allocations.delete(client);
    this.#ready.delete(client);
    void opened?.then((allocation) => {
      this.#passedBefore = {
        out: this.#passedBefore.out + allocation.passed.out,
        in: this.#passedBefore.in + allocation.passed.in,
      };
      allocation.close();
    });
  }

  #relay(message: Buffer, client: string): void {
    const peer = placeOf(message, ATTRIBUTE.peer);
    const data = valueOf(message, ATTRIBUTE.data);

    if (peer !== null && data !== null) {
      this.#ready.get(client)?.send(data, peer);
    }
  }

  #refuse(message: Buffer, from: Place, status: number): void {
    this.#send(
      from,
      stunMessage(typeOf(message) | ERROR, transactionOf(message), [
        attribute(ATTRIBUTE.errorCode, Buffer.from([0, 0, Math.floor(status / 100), status % 100])),
        attribute(ATTRIBUTE.realm, Buffer.from(REALM)),
        attribute(ATTRIBUTE.nonce, Buffer.from(this.nonce)),
      ]),
    );
  }

  #send({ address, port }: Place, message: Buffer): void {
    this.socket.send(message, port, address);
  }

  /** RFC 8489 §9.2.2: the key of a long-term credential. */
  get #key(): Buffer {
    const { user, password } = this.login;

    return createHash('md5').update(`${user}:${REALM}:${password}`).digest();
  }
}

function seen({ port }: Place): Buffer {
  return placeAttribute(ATTRIBUTE.mappedAddress, { address: SEEN_ADDRESS, port });
}
