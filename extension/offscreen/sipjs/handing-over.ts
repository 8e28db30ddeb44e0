import type { CallEnd } from '../../../src/call/call';
import { saysAnsweredElsewhere } from '../../../src/sip/reason';
import type { AgentRequest } from '../../../src/sip/ringcentral-agent';
import { callEnd } from './call-end';
import type { After } from './options';
import type { AnnouncedCall } from './ringcentral';

/** How long RingCentral may take to end a call here that it deals with itself. */
const LONGEST_TAKING_OVER_MS = 5000;
/** What a CANCEL without a reason would have said (RFC 3326 §2). */
const ANSWERED_ELSEWHERE = { protocol: 'SIP', cause: 200, text: null };

/** A ringing call in RingCentral's hands: it does what the user wants, and then ends the call here. */
export class HandingOver {
  /** RingCentral was asked to do with the call what the user wants. */
  #isHandedOver = false;
  #callOff: () => void = () => undefined;

  constructor(
    /** Null where RingCentral has said nothing of the call, and SIP alone is left. */
    private readonly announced: AnnouncedCall | null,
    private readonly after: After,
    private readonly isEnded: () => boolean,
  ) {}

  /** Without it RingCentral sends nothing to the mailbox, and says nothing about that. */
  received(): void {
    this.announced?.ask({ type: 'received' });
  }

  /** Lets RingCentral do it; by SIP where that comes to nothing. */
  ask(request: AgentRequest, otherwise: () => void): void {
    if (this.announced === null) {
      otherwise();
      return;
    }
    const fallBack = () => {
      this.#callOff();
      otherwise();
    };

    this.#isHandedOver = true;
    this.#callOff = this.after(LONGEST_TAKING_OVER_MS, fallBack);
    this.announced.ask(request, (isTaken) => {
      if (!isTaken && !this.isEnded()) {
        fallBack();
      }
    });
  }

  /** Words are coming: RingCentral asks the caller to wait for them. */
  startReply(): void {
    this.announced?.ask({ type: 'startReply' });
  }

  /** Has the words read to the caller, who may answer them by a key; false where nobody can. */
  reply(text: string, heard: (isTaken: boolean) => void): boolean {
    this.announced?.ask({ type: 'reply', text }, (isTaken) => {
      this.#isHandedOver ||= isTaken;
      heard(isTaken);
    });

    return this.announced !== null;
  }

  /** The call is over: why, as the user sees it. */
  ended(end: CallEnd): CallEnd {
    this.#callOff();
    if (end.cause === 'cancelled' && this.#isHandedOver) {
      return callEnd('rejected');
    }
    if (end.cause === 'cancelled' && this.announced?.isAnswered === true) {
      return saysAnsweredElsewhere(end.reason) ? end : { ...end, reason: ANSWERED_ELSEWHERE };
    }

    return end;
  }
}
