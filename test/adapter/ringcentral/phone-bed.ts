import type { WebSocket } from 'ws';
import type { SipSocket } from '../../../extension/offscreen/sipjs/options';
import { SipJsStack } from '../../../extension/offscreen/sipjs/stack';
import { PRESETS } from '../../../src/account/profile';
import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import { Phone } from '../../../src/phone/phone';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { RingCentralDouble } from '../../pbx/ringcentral/double';
import { ALICE } from '../bench';
import { FakeMedia } from '../fake-media';
import { nodeSocket } from '../node-socket';

/** A whole phone of ours in Node, without sound, that is registered with the double. */
export class RingCentralPhone {
  readonly media = new FakeMedia();
  readonly phone: Phone;
  readonly #stack: SipJsStack;
  readonly #timers = new Map<() => void, number>();
  readonly #sockets = new Set<WebSocket>();
  #ids = 0;
  #waiting: (() => void)[] = [];

  constructor(
    double: RingCentralDouble,
    /** Who this phone is among those of the account. */
    readonly client: string,
  ) {
    const after = (delayMs: number, run: () => void) => {
      this.#timers.set(run, delayMs);
      this.#wake();

      return () => {
        this.#timers.delete(run);
      };
    };
    const newId = () => `${client}-${String((this.#ids += 1))}`;

    this.#stack = new SipJsStack({
      newId,
      instanceId: crypto.randomUUID(),
      userAgent: 'Offhook/0.0.0',
      createSocket: (url) => this.#open(url),
      media: this.media,
      log: () => undefined,
      random: () => 0,
      after,
    });
    this.phone = new Phone(this.#stack, newId, {
      nowMs: () => 1_000,
      after,
      random: () => 0,
    });
    this.phone.subscribe(() => {
      this.#wake();
    });
    this.phone.configure(
      {
        ...ALICE,
        address: `sip:${double.user}@${double.domain}`,
        password: 'secret',
        servers: [double.url],
        loginName: client,
        profile: PRESETS.ringcentral,
      },
      'US',
    );
  }

  async registered(): Promise<this> {
    await this.until(({ registration }) => registration.state === 'registered');

    return this;
  }

  /** Waits until the phone shows it. */
  async until(isShown: (snapshot: PhoneSnapshot) => boolean): Promise<PhoneSnapshot> {
    for (;;) {
      if (isShown(this.phone.snapshot)) {
        return this.phone.snapshot;
      }
      await this.#something();
    }
  }

  /** The only call, as soon as it is as wanted. */
  async call(isWanted: (call: Call) => boolean = () => true): Promise<Call> {
    const has = ({ calls }: PhoneSnapshot) => calls.find(isWanted);
    const found = has(await this.until((snapshot) => has(snapshot) !== undefined));

    if (found === undefined) {
      throw new Error('it was there a moment ago');
    }

    return found;
  }

  command(callId: string, command: CallCommand): void {
    this.phone.command(callId, command);
  }

  /** A call that is up with the double's number. */
  async talking(): Promise<string> {
    const callId = this.phone.dial('+16505550123');

    await this.call(({ state }) => state === 'established');

    return callId;
  }

  /** Lets the time of every timer of this length come; waits for the first. */
  async pass(delayMs: number): Promise<void> {
    while (![...this.#timers.values()].includes(delayMs)) {
      await this.#something();
    }
    for (const [run, wait] of [...this.#timers]) {
      if (wait === delayMs) {
        this.#timers.delete(run);
        run();
      }
    }
  }

  /** How long each timer that stands has to run. */
  get timers(): readonly number[] {
    return [...this.#timers.values()];
  }

  /** Says goodbye to the registrar. */
  quit(): void {
    this.phone.quit();
  }

  #open(url: string): SipSocket {
    const { opened, socket } = nodeSocket(url);

    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
    });

    return opened;
  }

  #something(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) {
      wake();
    }
  }
}
