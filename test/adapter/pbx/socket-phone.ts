import { afterTimeout } from '../../../extension/offscreen/sipjs/options';
import { SipJsStack } from '../../../extension/offscreen/sipjs/stack';
import type { Servers } from '../../../src/account/account';
import type { Call } from '../../../src/call/call';
import { Phone } from '../../../src/phone/phone';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { aliceAccount } from '../../support/accounts';
import { FakeClock } from '../../support/fake-clock';
import { FakeMedia } from '../fake-media';
import { nodeSocket } from '../node-socket';

/**
 * A whole phone of ours in Node without sound. Its sockets are real, and so is the time that they
 * take; the phone's own waiting is over when the test says so.
 */
export class SocketPhone {
  readonly clock = new FakeClock();
  readonly phone: Phone;
  /** When each connection was begun, by the phone's clock. */
  readonly connectedAtMs: number[] = [];
  readonly #waiting = new Set<() => void>();

  constructor() {
    const newId = () => crypto.randomUUID();
    const sip = new SipJsStack({
      newId,
      instanceId: crypto.randomUUID(),
      userAgent: 'Offhook/0.0.0',
      createSocket: (url) => {
        this.connectedAtMs.push(this.clock.nowMs());

        return nodeSocket(url).opened;
      },
      media: new FakeMedia(),
      log: () => undefined,
      after: afterTimeout,
    });

    this.phone = new Phone(sip, newId, this.clock);
    this.phone.subscribe(() => {
      for (const wake of [...this.#waiting]) {
        wake();
      }
    });
  }

  use(servers: Servers): void {
    this.phone.configure(aliceAccount({ servers }), 'US');
  }

  /** Resolves with the first snapshot that fits. */
  async until(fits: (snapshot: PhoneSnapshot) => boolean): Promise<PhoneSnapshot> {
    while (!fits(this.phone.snapshot)) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };

        this.#waiting.add(wake);
      });
    }

    return this.phone.snapshot;
  }

  /** Resolves when the phone is registered at this server. */
  async registeredAt(server: string): Promise<void> {
    await this.until(
      ({ registration }) => registration.state === 'registered' && registration.server === server,
    );
  }

  /** Resolves with the call that rings for its user. */
  async ringing(): Promise<Call> {
    const rings = ({ calls }: PhoneSnapshot) =>
      calls.find(({ direction, state }) => direction === 'incoming' && state === 'ringing');
    const call = rings(await this.until((snapshot) => rings(snapshot) !== undefined));

    if (call === undefined) {
      throw new Error('it rang a moment ago');
    }

    return call;
  }

  /** Lets the time of the next attempt come, and waits for what comes of it; true for success. */
  async tryAgain(): Promise<boolean> {
    const { registration } = await this.until(({ registration: { state } }) => state === 'failed');

    if (registration.state !== 'failed' || registration.retryAtMs === null) {
      throw new Error('it will not try again');
    }
    this.clock.pass(registration.retryAtMs - this.clock.nowMs());

    return (await this.#settled()).registration.state === 'registered';
  }

  /** Leaves every server. */
  stop(): void {
    this.phone.configure(null, 'US');
  }

  #settled(): Promise<PhoneSnapshot> {
    return this.until(({ registration: { state } }) => state !== 'registering');
  }
}
