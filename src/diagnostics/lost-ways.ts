import type { CallEvent } from '../call/event';
import type { CallFact } from './event-log';

/** Which calls have lost the way of their sound: that it was found is news of those alone. */
export class LostWays {
  readonly #lost = new Set<string>();

  /** What an event says of the way of a call's sound; null where it says nothing worth telling. */
  factOf(callId: string, event: CallEvent): CallFact | null {
    switch (event.type) {
      case 'way-renewed':
        return 'way-renewed';
      case 'way-changed':
        return event.way === 'connected' ? this.#found(callId) : this.#gone(callId, event.way);
      case 'ended':
        this.#lost.delete(callId);
        return null;
      default:
        return null;
    }
  }

  #found(callId: string): CallFact | null {
    return this.#lost.delete(callId) ? 'way-found' : null;
  }

  #gone(callId: string, way: 'new' | 'disconnected' | 'failed'): CallFact | null {
    if (way === 'new' || this.#lost.has(callId)) {
      return null;
    }
    this.#lost.add(callId);

    return 'way-lost';
  }
}
