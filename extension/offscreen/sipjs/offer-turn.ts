import { Core, type Session } from 'sip.js';

/** Whose turn it is: of offers in one dialog there is never more than one (RFC 3264 §4). */
export class OfferTurn {
  /** Our offer is being made and will be sent. */
  isOursComing = false;
  /** Their offer, in an UPDATE, is being answered. */
  isTheirsUpdating = false;

  constructor(private readonly session: Session) {}

  /** True from the first thought of our offer until its answer. */
  get isOurs(): boolean {
    return this.isOursComing || this.#dialog?.reinviteUserAgentClient !== undefined;
  }

  /** True from their offer until our answer is theirs. */
  get isTheirs(): boolean {
    return this.isTheirsUpdating || this.#dialog?.reinviteUserAgentServer !== undefined;
  }

  get #dialog(): Core.SessionDialog | null {
    const { dialog } = this.session;

    return dialog instanceof Core.SessionDialog ? dialog : null;
  }
}
