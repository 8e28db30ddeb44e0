import type { SnapshotStore } from '../snapshot-store';
import type { Registration, RegistrationFailure } from './registration';

/** The registration as the user sees it. */
export class ShownRegistration {
  /** Shown on while the next attempt is under way. */
  #lastFailure: RegistrationFailure | null = null;

  constructor(private readonly store: SnapshotStore) {}

  get now(): Registration {
    return this.store.snapshot.registration;
  }

  /** Another account: what failed with the one before says nothing. */
  forgetFailure(): void {
    this.#lastFailure = null;
  }

  /** An attempt begins, or is about to. */
  attempt(): void {
    const { state } = this.now;

    // A refresh keeps the old binding until its answer: the user sees no flicker.
    if (state !== 'registered' && state !== 'registering') {
      this.#show({
        state: 'registering',
        ...(this.#lastFailure === null ? {} : { lastFailure: this.#lastFailure }),
      });
    }
  }

  registered(where: Omit<Extract<Registration, { state: 'registered' }>, 'state'>): void {
    this.#lastFailure = null;
    this.#show({ state: 'registered', ...where });
  }

  failed(failure: RegistrationFailure, retryAtMs: number | null): void {
    this.#lastFailure = failure;
    this.#show({ state: 'failed', failure, retryAtMs });
  }

  left(): void {
    this.#show({ state: 'unregistered' });
  }

  #show(registration: Registration): void {
    this.store.publish({ registration });
  }
}
