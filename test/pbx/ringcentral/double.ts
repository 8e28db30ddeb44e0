import { MessageLog, type LoggedMessage } from '../message-log';
import { Waiting } from '../waiting';
import { WsServer } from '../ws-server';
import { readAgentXml } from './agent-xml';
import { Dialog, type ControlBehaviour, type DialogContext } from './dialog';
import { Instance } from './instance';
import { Registrations } from './registrations';
import type { RingWish } from './announcement';
import { RingingCall } from './ringing-call';
import { sdpOf, type Heard } from './sip-text';

/** How the double is set up. */
export interface RingCentralOptions {
  readonly user?: string;
  readonly password?: string;
  readonly domain?: string;
  /** Makes an answer to an offer, or an offer. */
  readonly describe?: (offer: string | null) => Promise<string>;
}

const LOOPBACK = '127.0.0.1';
const GRANTED_S = 47;
const MOST_INSTANCES = 5;
const PARKED_AT = '813';

/**
 * RingCentral, as far as a phone sees it over SIP: one account with up to five phones, calls
 * announced by XML, and what can be asked about them. It can also be wrong in the ways that have
 * been seen of the real one.
 */
export class RingCentralDouble {
  readonly domain: string;
  readonly user: string;
  /** Calls that a phone placed, oldest first. */
  readonly placed: Dialog[] = [];
  readonly #server: WsServer;
  readonly #log = new MessageLog();
  readonly #waiting = new Waiting(() => this.#log.tail());
  readonly #instances = new Set<Instance>();
  readonly #registrations: Registrations;
  readonly #ringing: RingingCall[] = [];
  readonly #context: DialogContext;
  #sockets = 0;

  private constructor(server: WsServer, options: RingCentralOptions) {
    const {
      user = '17205550100*115',
      password = 'secret',
      domain = 'sip.ringcentral.test',
    } = options;
    this.#server = server;
    this.domain = domain;
    this.user = user;
    this.#registrations = new Registrations(
      { domain, password, grantedS: GRANTED_S, mostInstances: MOST_INSTANCES },
      this.#instances,
    );
    this.#context = {
      waiting: this.#waiting,
      describe: options.describe ?? (() => Promise.resolve(PLAIN_SDP)),
      control: 'done',
      parkedAt: PARKED_AT,
      endsTransferred: true,
    };
    this.#log.onMessage(() => {
      this.#waiting.changed();
    });
    server.onSocket((socket) => {
      this.#sockets += 1;
      this.#instances.add(
        new Instance(this.#sockets, socket, this.#log, {
          onRequest: (instance, request) => {
            this.#receive(instance, request);
          },
          onClose: (instance) => {
            this.#instances.delete(instance);
            this.#waiting.changed();
          },
        }),
      );
    });
  }

  static async start(options: RingCentralOptions = {}): Promise<RingCentralDouble> {
    return new RingCentralDouble(await WsServer.listen(LOOPBACK, 0), options);
  }

  get url(): string {
    return `ws://${LOOPBACK}:${String(this.#server.port)}`;
  }

  /** The latest SIP messages, oldest first. */
  get messages(): readonly LoggedMessage[] {
    return this.#log.messages;
  }

  /** How what is asked in a call is answered from now on. */
  set control(behaviour: ControlBehaviour) {
    this.#context.control = behaviour;
  }

  /** Whether the server ends a call that was sent on. */
  set endsTransferred(on: boolean) {
    this.#context.endsTransferred = on;
  }

  /** The phone that has registered under this name. */
  async instance(client: string): Promise<Instance> {
    return this.#waiting.until(`the phone ${client}`, () =>
      this.#registrations.registered.find((known) => known.client === client),
    );
  }

  /** How many requests of this method have come. */
  countOf(method: string): number {
    return this.messages.filter(
      ({ direction, text }) => direction === 'in' && text.startsWith(`${method} `),
    ).length;
  }

  async untilCount(method: string, count: number): Promise<void> {
    await this.#waiting.until(`${String(count)} ${method}`, () => this.countOf(method) >= count);
  }

  /** Resolves when every request of this method that went out has been answered. */
  async untilAnswered(method: string): Promise<void> {
    await this.#waiting.until(`the answers to every ${method}`, () => {
      const sent = this.messages.filter(
        ({ direction, text }) => direction === 'out' && text.startsWith(`${method} `),
      );
      const answered = this.messages.filter(
        ({ direction, text }) =>
          direction === 'in' && text.startsWith('SIP/2.0 2') && text.includes(` ${method}\r\n`),
      );
      return answered.length >= sent.length;
    });
  }

  /** Resolves when so many phones are registered. */
  async untilRegistered(count: number): Promise<void> {
    await this.#waiting.until(
      `${String(count)} registered phones`,
      () => this.#registrations.registered.length === count,
    );
  }

  /** Resolves with the first message that fits. */
  async untilMessage(predicate: (message: LoggedMessage) => boolean): Promise<LoggedMessage> {
    return this.#waiting.until('a SIP message', () => this.messages.find(predicate));
  }

  /** Rings every phone of the account. */
  async ring(wish: RingWish = {}): Promise<RingingCall> {
    const phones = this.#registrations.registered;
    const call = new RingingCall(
      this.#ringing.length + 1,
      phones,
      () => this.#registrations.registered,
      this.#context,
      this.domain,
      this.user,
      // In turn, as long as nobody minds.
      { closes: this.#ringing.length % 2 === 0 ? 'before' : 'after', ...wish },
      await this.#context.describe(null),
    );
    this.#ringing.push(call);
    return call;
  }

  /** The next call that a phone places. */
  async nextPlaced(count = this.placed.length + 1): Promise<Dialog> {
    return this.#waiting.until('a call of the phone', () => this.placed[count - 1]);
  }

  /** Asks a phone to set itself up anew; resolves with its answer. */
  checkSync(instance: Instance): Promise<number> {
    return new Promise((resolve) => {
      instance.request(
        {
          method: 'NOTIFY',
          uri: instance.contact,
          from: `<sip:${this.domain}>;tag=check-sync`,
          to: `<sip:${this.user}@${this.domain}>`,
          callId: `check-sync-${String(this.messages.length)}`,
          cseq: 1,
          headers: ['Event: check-sync', 'Subscription-State: active'],
        },
        ({ status }) => {
          resolve(status);
        },
      );
    });
  }

  /** Reads and answers nothing more, while the sockets stay open. */
  goSilent(isSilent: boolean): void {
    this.#server.goSilent(isSilent);
  }

  /** Forgets that anybody has registered. */
  forgetRegistrations(): void {
    for (const instance of this.#instances) {
      instance.client = null;
    }
  }

  async close(): Promise<void> {
    this.#waiting.close();
    await this.#server.close();
  }

  #receive(instance: Instance, request: Heard): void {
    const dialog = this.#dialogOf(request);
    if (dialog !== null) {
      dialog.receive(request);
      return;
    }
    switch (request.method) {
      case 'REGISTER':
        this.#registrations.receive(instance, request);
        break;
      case 'INVITE':
        void this.#invited(instance, request);
        break;
      case 'MESSAGE':
        this.#message(instance, request);
        break;
      case 'SUBSCRIBE': // What others subscribe to, its phones learn elsewhere.
        instance.respond(request, '489 Bad Event', { tag: 'rc' });
        break;
      case 'ACK':
        break;
      default:
        instance.respond(request, '481 Call/Transaction Does Not Exist', { tag: 'rc' });
    }
    this.#waiting.changed();
  }

  async #invited(instance: Instance, request: Heard): Promise<void> {
    instance.respond(request, '100 Trying');
    if (!instance.isRegistered) {
      instance.respond(request, '403 Forbidden', { tag: 'rc' });
      return;
    }
    if (!this.#registrations.admits(instance, request)) {
      return;
    }
    const dialled = decodeURIComponent(/^sip:([^@]+)@/.exec(request.uri)?.[1] ?? '');
    if (!/^\+?[\d*#]+$/.test(dialled)) {
      instance.respond(request, '404 Not Found', { tag: 'rc' });
      return;
    }
    const tag = `rc-${String(this.placed.length)}`;
    const contact = 'Contact: <sip:rc@rc.invalid;transport=ws>';
    const answer = await this.#context.describe(request.body);
    instance.respond(request, '183 Session Progress', { tag, headers: [contact] });
    // At once, long before anybody answers: RingCentral does so by design.
    instance.respond(request, '200 OK', { tag, headers: [contact], body: sdpOf(answer) });
    this.placed.push(
      new Dialog(
        instance,
        this.#context,
        request.callId,
        `${request.header('to')};tag=${tag}`,
        request.header('from'),
        request.addressIn('contact'),
      ),
    );
    this.#waiting.changed();
  }

  #message(instance: Instance, request: Heard): void {
    instance.respond(request, '100 Trying');
    instance.respond(request, '200 OK', { tag: 'rc' });
    if (request.header('content-type') !== 'x-rc/agent') {
      return;
    }
    const message = readAgentXml(request.body);
    this.#ringing
      .find((call) => call.owns(message.hdr.SID ?? ''))
      ?.receive(instance, request, message);
  }

  #dialogOf(request: Heard): Dialog | null {
    const up = [...this.placed, ...this.#ringing.map(({ dialog }) => dialog)];
    return (
      up.find(
        (dialog) =>
          dialog?.callId === request.callId && request.toTag !== '' && request.method !== 'MESSAGE',
      ) ?? null
    );
  }
}

const PLAIN_SDP = [
  'v=0',
  'o=rc 1 1 IN IP4 192.0.2.1',
  's=-',
  'c=IN IP4 192.0.2.1',
  't=0 0',
  'm=audio 40000 UDP/TLS/RTP/SAVPF 0',
  'a=sendrecv',
  '',
].join('\r\n');
