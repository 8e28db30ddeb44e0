import type { Core } from 'sip.js';
import type { After } from './options';

/** A server that has our answer says so (ACK) within the way there and back. */
const ACKNOWLEDGED_WITHIN_MS = 1000;

/** An INVITE that waits, and what to do when it has waited long enough. */
interface HeldRing {
  readonly request: Core.IncomingRequestMessage;
  readonly callOff: () => void;
}

/**
 * INVITEs by which a server rings once more for a call whose answer is on its way to it. The two
 * may have crossed: who has the answer takes a second one for another phone's and ends that
 * (RFC 3261 §13.2.2.4), so the INVITE waits until it is known whether the answer has come.
 */
export class CrossedRings {
  /** By the branch that names each. */
  readonly #held = new Map<string, HeldRing>();
  readonly #decided = new WeakSet<Core.IncomingRequestMessage>();

  constructor(private readonly after: After) {}

  /** True where the INVITE has to wait; it is received again when `isWanted` can tell. */
  hold(
    core: Core.UserAgentCore,
    request: Core.IncomingRequestMessage,
    isWanted: () => boolean,
  ): boolean {
    if (this.#decided.has(request)) {
      return false;
    }
    if (!this.#held.has(request.viaBranch)) {
      const callOff = this.after(ACKNOWLEDGED_WITHIN_MS, () => {
        this.#held.delete(request.viaBranch);
        this.#decided.add(request);
        if (isWanted()) {
          core.receiveIncomingRequestFromTransport(request);
        } else {
          core.replyStateless(request, { statusCode: 487 });
        }
      });

      this.#held.set(request.viaBranch, { request, callOff });
    }

    return true;
  }

  /** True for the CANCEL of one that waits: it is answered, and so is its INVITE (RFC 3261 §9.2). */
  takesCancel(core: Core.UserAgentCore, cancel: Core.IncomingRequestMessage): boolean {
    const held = this.#held.get(cancel.viaBranch);

    if (held === undefined) {
      return false;
    }
    held.callOff();
    this.#held.delete(cancel.viaBranch);
    core.replyStateless(cancel, { statusCode: 200 });
    core.replyStateless(held.request, { statusCode: 487 });

    return true;
  }
}
