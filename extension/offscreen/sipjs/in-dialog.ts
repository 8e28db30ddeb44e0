import { Core, SessionState, type Session } from 'sip.js';
import type { CallMedia } from './options';
import type { OfferTurn } from './offer-turn';
import type { SipJsSessionTimer, TimerAnswer } from './session-timer';
import { followTarget } from './target';

type Request = Core.IncomingRequestMessage;

/** What answering requests takes from the call around it. */
export interface InDialogOptions {
  readonly session: Session;
  readonly media: CallMedia;
  readonly turn: OfferTurn;
  readonly timer: SipJsSessionTimer;
  /** Their offer was accepted. */
  readonly heard: (offer: string) => void;
}

/** How long the other side is to wait when both have something to say; it may come sooner. */
const RETRY_AFTER_S = 1;

/** The dialog of a call as SIP.js names it, seen from a request inside it. */
export function dialogIdOf({ callId, toTag, fromTag }: Request): string {
  return `${callId}${toTag}${fromTag}`;
}

/** Answers what comes inside a call's dialog and SIP.js does not know, or would answer wrongly. */
export class InDialogRequests {
  /** Refuses the re-INVITE of theirs that waits for its answer. */
  #giveUp: () => void = () => undefined;
  /** Sends our answer to the last re-INVITE of theirs once more. */
  #answerAgain: () => void = () => undefined;

  constructor(private readonly options: InDialogOptions) {}

  /** True when the request was answered here and is none of SIP.js's business. */
  receive(request: Request): boolean {
    switch (request.method) {
      case 'INVITE':
        return this.#refuseCrossing(request);
      case 'PRACK':
        return this.#refuseLatePrack(request);
      case 'UPDATE':
        this.#update(request);
        return true;
      default:
        return false;
    }
  }

  /** The call is over: what is still open in it is answered too (RFC 3261 §15.1.2). */
  stop(): void {
    this.#giveUp();
  }

  /**
   * The answer to their re-INVITE, or its ACK, may have got lost with the connection. We don't wait
   * for that ACK any more: our own re-INVITE follows, and says all there is to say.
   */
  repeatAnswer(): void {
    this.#answerAgain();
    this.#answerAgain = () => undefined;
  }

  /** Lets what SIP.js answers to a re-INVITE speak of the timer too. */
  watch(): void {
    const { session, timer } = this.options;
    const delegate = session.dialog?.delegate;
    const onInvite = delegate?.onInvite?.bind(delegate);

    if (delegate === undefined || onInvite === undefined) {
      return;
    }
    delegate.onInvite = (request) => {
      const answer = timer.answer(request.message);
      const accept = request.accept.bind(request);

      if (answer.isRefused) {
        request.reject({ statusCode: 422, extraHeaders: [...answer.headers] });
        return;
      }
      request.accept = (options = { statusCode: 200 }) => {
        answer.agree();
        this.#giveUp = () => undefined;

        const accepted = accept({
          ...options,
          extraHeaders: [...(options.extraHeaders ?? []), ...answer.headers],
        });

        this.#waitForAck();

        return accepted;
      };
      this.#giveUp = () => {
        this.#giveUp = () => undefined;
        refuseForGood(request);
      };
      onInvite(request);
    };
  }

  /** SIP.js would wait for it for ever, and take the way for taken. */
  #waitForAck(): void {
    const { dialog } = this.options.session;
    const server =
      dialog instanceof Core.SessionDialog ? dialog.reinviteUserAgentServer : undefined;
    const transaction = server?.transaction;

    if (
      !(dialog instanceof Core.SessionDialog) ||
      !(transaction instanceof Core.InviteServerTransaction)
    ) {
      return;
    }
    const waitNoLonger = () => {
      if (dialog.reinviteUserAgentServer === server) {
        dialog.reinviteUserAgentServer = undefined;
      }
    };

    transaction.addStateChangeListener(() => {
      if (transaction.state === Core.TransactionState.Terminated) {
        waitNoLonger();
      }
    });
    this.#answerAgain = () => {
      if (dialog.reinviteUserAgentServer === server) {
        transaction.retransmitAcceptedResponse();
        waitNoLonger();
      }
    };
  }

  /** SIP.js sees a glare only once our INVITE has left; its offer is made before that. */
  #refuseCrossing(request: Request): boolean {
    const { turn } = this.options;

    if (turn.isOursComing) {
      this.#reply(request, 491);
    } else if (turn.isTheirsUpdating) {
      this.#reply(request, 500, [`Retry-After: ${RETRY_AFTER_S}`]);
    }

    return turn.isOursComing || turn.isTheirsUpdating;
  }

  /** SIP.js throws on it. Nothing is left to acknowledge in a call that is up (RFC 3262 §3). */
  #refuseLatePrack(request: Request): boolean {
    const isLate = this.options.session.state === SessionState.Established;

    if (isLate) {
      this.#reply(request, 481);
    }

    return isLate;
  }

  /** RFC 3311 §5.2. */
  #update(request: Request): void {
    const { session, turn, timer } = this.options;
    const { dialog } = session;

    if (!(dialog instanceof Core.SessionDialog)) {
      this.#reply(request, 481);
      return;
    }
    if (request.cseq <= (dialog.remoteSequenceNumber ?? -1)) {
      this.#reply(request, 500); // RFC 3261 §12.2.2
      return;
    }
    Core.Dialog.prototype.receiveRequest.call(dialog, request);
    const answer = timer.answer(request);

    if (answer.isRefused) {
      this.#reply(request, 422, answer.headers);
    } else if (request.body === '') {
      this.#accept(request, answer);
    } else if (turn.isOurs) {
      this.#reply(request, 491);
    } else if (turn.isTheirs || session.state !== SessionState.Established) {
      // Before the answer there is an offer under way already, and it is not this one.
      this.#reply(request, 500, [`Retry-After: ${RETRY_AFTER_S}`]);
    } else {
      void this.#answerOffer(request, answer);
    }
  }

  async #answerOffer(request: Request, answer: TimerAnswer): Promise<void> {
    const { media, turn, heard } = this.options;

    turn.isTheirsUpdating = true;
    try {
      if (!media.hasDescription(request.getHeader('content-type') ?? '')) {
        this.#reply(request, 415, ['Accept: application/sdp']);
        return;
      }
      await media.setDescription(request.body);

      const { body, contentType } = await media.getDescription();

      heard(request.body);
      this.#accept(request, answer, { contentDisposition: 'session', contentType, content: body });
    } catch {
      await media.rollbackDescription?.().catch(() => undefined);
      this.#reply(request, 488);
    } finally {
      turn.isTheirsUpdating = false;
    }
  }

  #accept(request: Request, { headers, agree }: TimerAnswer, body?: Core.Body): void {
    const { dialog, userAgent } = this.options.session;

    agree();
    followTarget(dialog instanceof Core.SessionDialog ? dialog : undefined, request);
    this.#reply(request, 200, [`Contact: ${userAgent.contact.toString()}`, ...headers], body);
  }

  #reply(
    request: Request,
    statusCode: number,
    extraHeaders: readonly string[] = [],
    body?: Core.Body,
  ): void {
    this.options.session.userAgent.userAgentCore.replyStateless(request, {
      statusCode,
      extraHeaders: [...extraHeaders],
      ...(body === undefined ? {} : { body }),
    });
  }
}

/** What SIP.js would still answer, once its own answer is ready, is thrown away. */
function refuseForGood(request: Core.IncomingInviteRequest): void {
  try {
    const refused = request.reject({ statusCode: 487 });

    request.reject = () => refused;
    // Nobody reads more of it than the message: the call is over.
    request.accept = () => refused as Core.OutgoingResponseWithSession;
  } catch {
    // It has been refused meanwhile.
  }
}
