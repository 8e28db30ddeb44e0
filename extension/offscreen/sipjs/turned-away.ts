import type { Core } from 'sip.js';
import type { SipJsCall } from './call';
import { SipJsIncomingCall } from './incoming-call';
import type { After } from './options';
import type { Refusal } from './refusal';

/** Longer than anybody rings. */
const TURNED_AWAY_FOR_MS = 180_000;

/**
 * INVITEs that the user turned away while the server could not be told: it may ring us once more
 * for them.
 */
export class TurnedAway {
  readonly #refusals = new Map<string, Refusal>();

  constructor(private readonly after: After) {}

  /** A call has ended here: remembers how it was turned away, where nobody else knows. */
  remember(call: SipJsCall): void {
    const refused = call instanceof SipJsIncomingCall ? call.unheardRefusal : null;

    if (refused !== null) {
      this.#refusals.set(refused.key, { statusCode: refused.statusCode, extraHeaders: [] });
      this.after(TURNED_AWAY_FOR_MS, () => this.#refusals.delete(refused.key));
    }
  }

  /** What the user has said to this INVITE before; null where it is news. */
  refusalOf({ callId, fromTag }: Core.IncomingRequestMessage): Refusal | null {
    return this.#refusals.get(`${callId}${fromTag}`) ?? null;
  }
}
