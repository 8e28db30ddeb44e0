import type { Account } from '../account/account';
import { isLive } from '../call/call';
import type { Clock } from './clock';
import { expiryFor, refreshDelayMs, retryDelayMs, type RegistrationFailure } from './registration';
import type { SipStack } from './sip-stack';
import type { SnapshotStore } from './snapshot-store';

/** What registering takes from the phone around it. */
export interface RegisteringOptions {
  readonly sip: Pick<SipStack, 'register' | 'unregister' | 'setKeepAlive'>;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly account: () => Account | null;
}

/** The registration: when to try, when to refresh, and when to try again. */
export class Registering {
  readonly #options: RegisteringOptions;
  /** Failed attempts since the last success. */
  #attempts = 0;
  #callOffNext: () => void = () => undefined;
  #inCall = false;

  constructor(options: RegisteringOptions) {
    this.#options = options;
    options.store.subscribe(({ calls }) => {
      this.#keepAlive(calls.some(isLive));
    });
  }

  /** Another account: what failed with the one before says nothing, and nothing is due. */
  reset(): void {
    this.#attempts = 0;
    this.#callOffNext();
  }

  register(): void {
    const { sip, store } = this.#options;
    const account = this.#options.account();

    if (account === null) {
      return;
    }
    this.#callOffNext();
    // A refresh keeps the old binding until its answer: the user sees no flicker.
    if (store.snapshot.registration.state !== 'registered') {
      store.publish({ registration: { state: 'registering' } });
    }
    const [server] = account.servers;

    sip.register(server, null);
  }

  registered(grantedS: number): void {
    const { clock, store, account } = this.#options;
    const expiresS = expiryFor(grantedS, account()?.expiresS ?? grantedS);

    this.#attempts = 0;
    store.publish({
      registration: { state: 'registered', expiresAtMs: clock.nowMs() + expiresS * 1000 },
    });
    this.#registerAfter(refreshDelayMs(expiresS, clock.random()));
  }

  failed(failure: RegistrationFailure): void {
    const { clock, store } = this.#options;
    const delayMs = retryDelayMs(failure, this.#attempts, clock.random());

    this.#attempts += 1;
    store.publish({
      registration: {
        state: 'failed',
        failure,
        retryAtMs: delayMs === null ? null : clock.nowMs() + delayMs,
      },
    });
    this.#callOffNext();
    if (delayMs !== null) {
      this.#registerAfter(delayMs);
    }
  }

  /** Tries now instead of waiting for the next attempt. */
  reconnect(): void {
    if (this.#options.store.snapshot.registration.state === 'failed') {
      this.#attempts = 0;
      this.register();
    }
  }

  /** Leaves the registrar. */
  quit(): void {
    this.#callOffNext();
    this.#options.sip.unregister();
  }

  #keepAlive(inCall: boolean): void {
    if (inCall !== this.#inCall) {
      this.#inCall = inCall;
      this.#options.sip.setKeepAlive(inCall);
    }
  }

  #registerAfter(delayMs: number): void {
    this.#callOffNext();
    this.#callOffNext = this.#options.clock.after(delayMs, () => {
      this.register();
    });
  }
}
