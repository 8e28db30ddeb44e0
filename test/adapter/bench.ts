import type { SipReport } from '../../src/phone/sip-stack';
import type { Account } from '../../src/account/account';
import { DEFAULT_PROFILE } from '../../src/account/profile';
import type { CallEvent } from '../../src/call/event';
import { SipJsStack } from '../../extension/offscreen/sipjs/stack';
import { FakeMedia, sdp } from './fake-media';
import type { Sent } from './wire';
import { text, Wire, type Extra } from './wire';

/** The account of the phone under test. */
export const ALICE: Account = {
  displayName: 'Alice',
  address: 'sip:alice@example.test',
  password: 'correct horse battery',
  servers: ['wss://pbx.example.test/ws'],
  loginName: null,
  outboundProxy: null,
  iceServers: [],
  expiresS: 600,
  dtmfMethod: 'rfc4733',
  dtmfPace: { toneMs: 100, gapMs: 50 },
  profile: DEFAULT_PROFILE,
};

const INSTANCE_ID = '6f1c2a40-8f6e-4a52-9d0e-0c5b7f3f9a11';

/** A SipJsStack on a wire that the test holds the other end of. */
export class Bench {
  readonly reports: SipReport[] = [];
  readonly media = new FakeMedia();
  readonly log: string[] = [];
  readonly wires: Wire[] = [];
  readonly stack: SipJsStack;
  /** Timers that stand; they run when the test says that their time has come. */
  readonly timers = new Map<() => void, number>();
  throwOnConnect = false;
  /** The phone's watch. Timers run when the test says, whatever it shows. */
  nowMs = 1_000_000;
  /** What the phone draws when it draws lots: at least 0 and less than 1. */
  chance = 0;
  #ids = 0;
  #branches = 0;
  #waiting: (() => void)[] = [];

  constructor(readonly account: Account = ALICE) {
    this.stack = new SipJsStack({
      newId: () => `call-${(this.#ids += 1)}`,
      instanceId: INSTANCE_ID,
      userAgent: 'Offhook/0.0.0',
      createSocket: (url) => {
        if (this.throwOnConnect) {
          throw new DOMException('no', 'SecurityError');
        }
        const wire = new Wire(url);

        this.wires.push(wire);
        this.#wake();

        return wire.socket;
      },
      media: this.media,
      log: (level, line) => {
        this.log.push(`${level} ${line}`);
      },
      random: () => this.chance,
      nowMs: () => this.nowMs,
      after: (delayMs, run) => {
        this.timers.set(run, delayMs);
        this.#wake();

        return () => {
          this.timers.delete(run);
        };
      },
    });
    this.stack.onReport = (report) => {
      this.reports.push(report);
      this.#wake();
    };
    this.stack.configure(account);
  }

  /** Waits until the connection the phone made last leads there. */
  async connectionTo(url: string): Promise<Wire> {
    while (this.wires.at(-1)?.url !== url) {
      await this.#something();
    }

    return this.wire;
  }

  /** The connection the phone made last. */
  get wire(): Wire {
    const wire = this.wires.at(-1);

    if (wire === undefined) {
      throw new Error('the phone made no connection');
    }

    return wire;
  }

  /** Answers a message over the connection the phone made last. */
  respond(request: Sent, status: number, reason: string, extra: Extra = {}): void {
    this.wire.respond(request, status, reason, extra);
  }

  /** Lets the time of every timer of this length come. */
  pass(delayMs: number): void {
    for (const [run, wait] of [...this.timers]) {
      if (wait === delayMs) {
        this.timers.delete(run);
        run();
      }
    }
  }

  /** Waits until a timer of this length stands. */
  async timerOf(delayMs: number): Promise<void> {
    while (![...this.timers.values()].includes(delayMs)) {
      await this.#something();
    }
  }

  /** Tells the phone to register, at the first of its servers unless it says where. */
  register(server = this.account.servers[0], withinMs: number | null = null): void {
    this.stack.register(server, withinMs);
  }

  /** Connects and registers. */
  async registered(): Promise<this> {
    this.register();
    this.wire.open();
    this.wire.respond(await this.wire.next('REGISTER'), 200, 'OK', {
      headers: ['Expires: 600'],
    });
    await this.reported('registered');

    return this;
  }

  /** The first report of this type that nobody asked for yet; waits for it. */
  async reported<T extends SipReport['type']>(type: T): Promise<SipReport & { type: T }> {
    for (;;) {
      const index = this.reports.findIndex((report) => report.type === type);
      const [report] = index === -1 ? [] : this.reports.splice(index, 1);

      if (report !== undefined) {
        return report as SipReport & { type: T }; // Found by its type.
      }
      await this.#something();
    }
  }

  /** The first event of this type in this call; waits for it. */
  async event<T extends CallEvent['type']>(
    callId: string,
    type: T,
  ): Promise<CallEvent & { type: T }> {
    for (;;) {
      const index = this.reports.findIndex(
        (report) =>
          report.type === 'call' && report.callId === callId && report.event.type === type,
      );
      const [report] = index === -1 ? [] : this.reports.splice(index, 1);

      if (report?.type === 'call') {
        return report.event as CallEvent & { type: T }; // Found by its type.
      }
      await this.#something();
    }
  }

  /** A request of the other side, out of any dialog unless `extra` says more. */
  request(method: string, headers: readonly string[] = [], extra: Extra = {}): string {
    const contact = this.wire.sent.find((sent) => sent.method === 'REGISTER')?.header('contact');
    const uri = /<([^>]+)>/.exec(contact ?? '')?.[1] ?? this.account.address;
    const has = (name: string) => headers.some((header) => header.startsWith(`${name}:`));
    const branch = (this.#branches += 1);

    return text(
      `${method} ${uri} SIP/2.0`,
      [
        `Via: SIP/2.0/WSS far.invalid;branch=z9hG4bKfar${branch}`,
        ...(has('From') ? [] : ['From: "Bob" <sip:bob@example.test>;tag=bob']),
        ...(has('To') ? [] : ['To: <sip:alice@example.test>']),
        ...(has('Call-ID') ? [] : [`Call-ID: far-${branch}`]),
        ...(has('CSeq') ? [] : [`CSeq: 1 ${method}`]),
        'Max-Forwards: 70',
        'Contact: <sip:bob@far.invalid;transport=ws>',
        ...headers,
      ],
      extra,
    );
  }

  /** A request of the other side inside the dialog that `known`, a message of ours, belongs to. */
  inDialog(known: Sent, method: string, cseq: number, extra: Extra = {}): string {
    const isOurRequest = known.status === 0;
    const [near, far] = isOurRequest
      ? [known.header('from'), `${known.header('to').replace(/;tag=.*/, '')};tag=far`]
      : [known.header('to'), known.header('from')];

    return this.request(
      method,
      [
        `From: ${far}`,
        `To: ${near}`,
        `Call-ID: ${known.header('call-id')}`,
        `CSeq: ${cseq} ${method}`,
      ],
      extra,
    );
  }

  /** An outgoing call that the other side has answered; its INVITE. */
  async established(callId: string, answer = sdp()): Promise<Sent> {
    this.stack.invite(callId, 'sip:bob@example.test');

    const invite = await this.wire.next('INVITE');

    this.wire.respond(invite, 200, 'OK', {
      headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
      body: answer,
    });
    await this.wire.next('ACK');
    await this.event(callId, 'confirmed');

    return invite;
  }

  /** Lets all that is ready to happen happen. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Proves that the phone still lives: an OPTIONS is answered. */
  async answersOptions(): Promise<void> {
    this.wire.deliver(this.request('OPTIONS'));
    await this.wire.next(200);
  }

  /** Leaves without waiting for a server that no longer answers. */
  async stop(): Promise<void> {
    for (const callId of this.media.calls.keys()) {
      this.stack.perform(callId, { type: 'send-bye' });
    }
    this.pass(4000);
    this.stack.configure(null);
    this.pass(10_000);
    await Promise.all(this.wires.map((wire) => wire.closed()));
  }

  #something(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #wake(): void {
    const waiting = this.#waiting;

    this.#waiting = [];
    for (const wake of waiting) {
      wake();
    }
  }
}
