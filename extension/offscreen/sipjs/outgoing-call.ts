import { Core, SessionState } from 'sip.js';
import type { CallEnd } from '../../../src/call/call';
import { redirectTargets } from '../../../src/sip/contacts';
import { REDIRECT_TARGET } from '../../../src/sip/gate';
import { plainMessage } from '../../../src/sip/plain-message';
import { SipJsCall } from './call';
import type { CallContext } from './call-context';
import { callEnd, endOfRefusal } from './call-end';
import type { DialogName } from './dialog-name';
import { describe } from './emitter';
import { isUnsent } from './flow';
import { cancelLost } from './goodbye';
import type { MessageAnswer } from './messages-in-call';
import { responseOf } from './message';
import type { PromptInviter } from './prompt-inviter';
import { withdraw } from './withdrawn';

/** Long enough to connect and register; the user waits no longer for a call that has not left. */
const LONGEST_DIALLED_MS = 12_000;

/** A call that we place. */
export class SipJsOutgoingCall extends SipJsCall {
  readonly #inviter: PromptInviter;
  /** The forks whose sound before the answer was taken up (RFC 3261 §12.1: each has its own tag). */
  readonly #forksHeard = new Set<string>();
  #isCancelled = false;
  /** The server never got the INVITE, as far as we know. */
  #isUnsent = false;
  /** The INVITE left over a connection that is gone. */
  #leftBefore = false;
  #recoversWhenUp = false;
  #isGivenUp = false;

  constructor(
    inviter: PromptInviter,
    context: CallContext,
    /** Places the same call once more. */
    private readonly placeAgain: () => void,
  ) {
    super(inviter, context, true);
    this.#inviter = inviter;
  }

  /** A call of ours that still rings may be taken by who picks it up (RFC 3891 §3). */
  override get isReplaceable(): boolean {
    return super.isReplaceable || (!this.#isCancelled && this.#isUnanswered);
  }

  get #isUnanswered(): boolean {
    return this.session.state === SessionState.Establishing && !this.isEnded;
  }

  /** Who is called may write instead of answering, and only to us before there is a dialog to write in. */
  override answerTo(request: Core.IncomingRequestMessage): MessageAnswer | null {
    const called = this.session.remoteIdentity.uri;
    const { from } = request;

    const isPlain = plainMessage(request.getHeader('content-type') ?? null, request.body) !== null;
    const isTheirs = from.uri.user === called.user && from.uri.host === called.host;

    return isPlain && isTheirs && !this.isEnded ? this.conversation.messages.take(request) : null;
  }

  override isNamed(name: DialogName): boolean {
    const { callId, fromTag } = this.#inviter.request;
    // Each phone at which it rings has its own dialog.
    const isEarly = this.#inviter.userAgent.userAgentCore.dialogs.has(
      `${name.callId}${name.toTag}${name.fromTag}`,
    );

    return (
      super.isNamed(name) ||
      (this.#isUnanswered && isEarly && name.callId === callId && name.toTag === fromTag)
    );
  }

  /** Sends the INVITE. */
  start(): void {
    if (this.#inviter.isHeld) {
      this.conversation.beginHeld();
    }
    const invited = this.#inviter.invite({
      requestDelegate: {
        onProgress: ({ message }) => {
          this.forget(this.#progress(message), 'progress');
        },
        onAccept: ({ message }) => {
          this.conversation.timer.agreed(message);
          this.conversation.hear(message.body);
          this.#leaveOtherForks(message.toTag);
        },
        onRedirect: ({ message }) => {
          this.#redirected(message);
          this.#refused(message);
        },
        onReject: ({ message }) => {
          this.#refused(message);
        },
      },
    });

    this.forget(invited, 'INVITE');
  }

  protected answer(): void {
    // There is nothing to answer.
  }

  protected reject(): void {
    this.abandon();
  }

  /** A 2xx that crosses the CANCEL is answered with ACK and BYE by SIP.js (RFC 3261 §15). */
  protected abandon(): void {
    if (!this.#isCancelled && this.session.state !== SessionState.Terminating) {
      this.#isCancelled = true;
      withdraw(this.#inviter.request);
      this.forget(this.#inviter.cancel(), 'CANCEL');
    }
  }

  override cutOff(): void {
    this.#leftBefore ||= this.session.state !== SessionState.Initial;
    super.cutOff();
    if (this.#isCancelled) {
      this.#giveUp(); // The CANCEL may not have been heard.
    }
  }

  /** Who dials while there is no server wants to know soon. */
  protected override longestWaitMs(): number {
    return this.#leftBefore ? super.longestWaitMs() : LONGEST_DIALLED_MS;
  }

  protected override hangUp(): void {
    if (!this.isUp && !this.context.flow.isUp) {
      this.#giveUp();
    }
    super.hangUp();
  }

  /** A provisional response may have got lost, or a refusal: the call is placed once more. */
  protected recoverUnanswered(): void {
    if (this.#isAccepted) {
      this.#recoversWhenUp = true; // The answer came first, and is being read.
    } else if (this.#isUnsent || this.#leftBefore) {
      this.giveWay(() => {
        if (!this.#isUnsent) {
          cancelLost(this.#inviter);
        }
        this.abandon();
      });
      this.placeAgain();
    }
  }

  protected override onEstablished(): void {
    super.onEstablished();
    if (this.#recoversWhenUp) {
      this.conversation.recover();
    }
  }

  protected override outlivesSession(): boolean {
    return this.#isUnsent;
  }

  get #isAccepted(): boolean {
    const { request, userAgent } = this.#inviter;

    return [...userAgent.userAgentCore.userAgentClients.values()].some(
      ({ message, transaction }) =>
        message === request && transaction.state === Core.TransactionState.Accepted,
    );
  }

  /** The server is out of reach: it hears of this when it can be reached again. */
  #giveUp(): void {
    if (!this.#isGivenUp && !this.#isUnsent && this.session.state !== SessionState.Initial) {
      this.#isGivenUp = true;
      this.context.flow.onReturn(() => {
        cancelLost(this.#inviter);
      });
    }
    this.end(callEnd('cancelled'));
  }

  protected unexplainedEnd(): CallEnd {
    return this.#isCancelled ? callEnd('cancelled') : callEnd('error', { problem: 'internal' });
  }

  /**
   * Chrome stays on the path to the fork it heard before for as long as that one answers its
   * checks, and waits there for the other one's DTLS. A new way leads to who has answered.
   */
  #leaveOtherForks(answeredBy: string): void {
    const heardLast = [...this.#forksHeard].at(-1);

    if (heardLast !== undefined && heardLast !== answeredBy) {
      this.conversation.renewMedia();
    }
  }

  async #progress(message: Core.IncomingResponseMessage): Promise<void> {
    const { statusCode, toTag } = message;
    // What answers no offer of ours is an offer, and has its answer in the ACK.
    const hasSdp = message.body !== '' && !this.#inviter.isOfferTheirs;

    // What a fork said once it only repeats (RFC 3261 §13.2.1); the newest to speak is heard.
    if (hasSdp && !this.#isCancelled && !this.#forksHeard.has(toTag)) {
      this.#forksHeard.add(toTag);
      await this.#hearEarly(message.body);
    }
    if (statusCode !== undefined && !this.#isCancelled) {
      this.report({ type: 'provisional-received', statusCode, hasSdp });
    }
  }

  async #hearEarly(sdp: string): Promise<void> {
    try {
      await this.context.media.setEarlyAnswer(sdp);
    } catch (error) {
      this.context.log('info', `no sound before the answer: ${describe(error)}`);
    }
  }

  /** Never followed: whom to call, and at whose expense, is the user's to say. */
  #redirected(message: Core.IncomingResponseMessage): void {
    const targets = redirectTargets(message.getHeaders(REDIRECT_TARGET));

    if (targets.length > 0 && !this.#isCancelled) {
      this.report({ type: 'redirected', targets });
    }
  }

  #refused(message: Core.IncomingResponseMessage): void {
    const response = responseOf(message);

    if (response !== null) {
      this.end(endOfRefusal(response, this.#isCancelled));
      return;
    }
    // SIP.js says 408 for silence and 503 for a connection that broke.
    if (isUnsent(message) && !this.#isCancelled && !this.context.flow.isUp) {
      this.#isUnsent = true;
      return;
    }
    this.end(
      this.#isCancelled
        ? callEnd('cancelled')
        : message.statusCode === 408
          ? callEnd('timeout')
          : callEnd('error', { problem: 'connection-lost' }),
    );
  }
}
