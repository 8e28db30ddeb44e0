import type { PhoneSnapshot } from '../protocol/snapshot';
import { remainingMembers } from './conference';
import { UNKNOWN_DEVICES } from './devices/devices';

/** What the phone shows, and who is told of every change. The phone alone writes here. */
export class SnapshotStore {
  readonly #subscribers = new Set<(snapshot: PhoneSnapshot) => void>();
  #snapshot: PhoneSnapshot;

  constructor(instanceId: string) {
    this.#snapshot = {
      instanceId,
      revision: 0,
      account: null,
      registration: { state: 'unregistered' },
      microphone: 'prompt',
      devices: UNKNOWN_DEVICES,
      calls: [],
      conference: [],
      consults: [],
      team: [],
      voicemail: null,
      parked: [],
      answers: [],
      update: null,
    };
  }

  get snapshot(): PhoneSnapshot {
    return this.#snapshot;
  }

  /** Calls back with the present snapshot at once, then with every later one. */
  subscribe(subscriber: (snapshot: PhoneSnapshot) => void): () => void {
    this.#subscribers.add(subscriber);
    subscriber(this.#snapshot);

    return () => {
      this.#subscribers.delete(subscriber);
    };
  }

  publish(change: Partial<PhoneSnapshot>): void {
    const next = { ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 };

    this.#snapshot = { ...next, conference: remainingMembers(next.conference, next.calls) };
    for (const subscriber of this.#subscribers) {
      subscriber(this.#snapshot);
    }
  }
}
