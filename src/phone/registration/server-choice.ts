import type { Servers } from '../../account/account';
import type { Clock } from '../clock';
import type { RegistrationFailure } from './registration';
import { ReturnToFirst } from './return-to-first';
import {
  attemptWithinMs,
  FROM_THE_FIRST,
  whenFailed,
  whenLost,
  whenRegistered,
  type NextAttempt,
} from './server-order';

/** What choosing a server takes from the registration around it. */
export interface ChoiceOptions {
  readonly clock: Clock;
  /** No call is up. */
  readonly isIdle: () => boolean;
  /** Asks for an attempt: at the first server, while the present one is kept. */
  readonly goToFirst: () => void;
}

/** At which of the account's servers the phone registers. */
export class ServerChoice {
  readonly #clock: Clock;
  readonly #return: ReturnToFirst;
  #servers: Servers | null = null;
  #order = FROM_THE_FIRST;
  /** The first server is tried, and the one in its place serves until that has succeeded. */
  #isReturning = false;

  constructor({ clock, isIdle, goToFirst }: ChoiceOptions) {
    this.#clock = clock;
    this.#return = new ReturnToFirst({
      clock,
      isIdle,
      go: () => {
        this.#isReturning = true;
        goToFirst();
      },
    });
  }

  /** The server that is asked next, or at which the phone is registered; null without an account. */
  get now(): string | null {
    return this.#servers?.[this.#isReturning ? 0 : this.#order.at] ?? null;
  }

  /** How long that one is waited for; null for as long as usual. */
  get withinMs(): number | null {
    return this.#isReturning
      ? attemptWithinMs(FROM_THE_FIRST, this.#count)
      : attemptWithinMs(this.#order, this.#count);
  }

  /** Another server is preferred. */
  get isBackup(): boolean {
    return this.#order.at !== 0;
  }

  /** Another account: all that is known of servers is of those before. */
  use(servers: Servers | null): void {
    this.#servers = servers;
    this.startOver();
  }

  /** There is reason to think that all servers are good again, the first one included. */
  startOver(): void {
    this.#order = FROM_THE_FIRST;
    this.#leavePlace();
  }

  registered(): void {
    this.#order = this.#isReturning ? FROM_THE_FIRST : whenRegistered(this.#order);
    this.#isReturning = false;
    if (this.isBackup) {
      this.#return.served();
    } else {
      this.#return.stop();
    }
  }

  /** The connection broke while the phone was registered. */
  lost(failure: RegistrationFailure): void {
    this.#order = whenLost(this.#order, this.#count, failure);
    this.#leavePlace();
  }

  failed(failure: RegistrationFailure): NextAttempt {
    const next = whenFailed(this.#order, this.#count, failure, this.#clock.nowMs());

    this.#order = next.order;
    this.#leavePlace();

    return next;
  }

  /** True where what failed was the way back only: nothing has changed. */
  staysAtBackup(): boolean {
    const wasReturning = this.#isReturning;

    this.#isReturning = false;
    if (wasReturning) {
      this.#return.served();
    }

    return wasReturning;
  }

  /** A call may have ended for which the way back waited. */
  callsChanged(): void {
    this.#return.callsChanged();
  }

  get #count(): number {
    return this.#servers?.length ?? 1;
  }

  #leavePlace(): void {
    this.#isReturning = false;
    this.#return.stop();
  }
}
