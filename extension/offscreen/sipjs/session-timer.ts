import { Core, type Session } from 'sip.js';
import { glareDelayMs } from '../../../src/sip/glare';
import {
  agreedSession,
  answerSession,
  raisedSessionS,
  sessionClock,
  sessionExpiresOf,
  type SessionAnswer,
  type SessionTerms,
} from '../../../src/sip/session-timer';
import type { OfferTurn } from './offer-turn';
import type { After } from './options';
import { reinvite } from './reinvite';
import { followTarget } from './target';

type Request = Core.IncomingRequestMessage;
type Response = Core.IncomingResponseMessage;

const SECOND_TRY_AFTER_MS = 10_000;

/** What the timer takes from the call around it. */
export interface SessionTimerOptions {
  readonly session: Session;
  readonly turn: OfferTurn;
  readonly after: After;
  readonly random: () => number;
  readonly placedTheCall: boolean;
  /** The other side has shown no sign of life for too long, or knows nothing of the call. */
  readonly gone: () => void;
}

/** What to answer to the other side about the timer. */
export interface TimerAnswer {
  /** True where the answer must be a 422 (RFC 4028 §6). */
  readonly isRefused: boolean;
  /** What stands in the 2xx, or in the 422. */
  readonly headers: readonly string[];
  /** Goes by it from now on: the 2xx leaves. */
  readonly agree: () => void;
}

/** Notices that the other side of a call is gone without a BYE (RFC 4028), whoever refreshes. */
export class SipJsSessionTimer {
  readonly #options: SessionTimerOptions;
  #terms: { readonly intervalS: number; readonly weRefresh: boolean } | null = null;
  #takesUpdate = false;
  #isStopped = false;
  #callOffRefresh: () => void = () => undefined;
  #callOffEnd: () => void = () => undefined;

  constructor(options: SessionTimerOptions) {
    this.#options = options;
  }

  /** What a request of ours in this call says of the timer: the terms in force. */
  get headers(): readonly string[] {
    if (this.#terms === null) {
      return [];
    }
    const { intervalS, weRefresh } = this.#terms;

    return [sessionExpiresOf({ intervalS, refresher: weRefresh ? 'uac' : 'uas' })];
  }

  /** Decides on a request of theirs that may carry terms. */
  answer(request: Request): TimerAnswer {
    const answer = answerIn(request);

    return {
      isRefused: answer.type === 'too-short',
      headers: answer.type === 'no-timer' ? [] : answer.headers,
      agree: () => {
        this.#learn(request);
        this.#goBy(answer.type === 'agreed' ? answer.terms : null, 'uas');
      },
    };
  }

  /** Goes by what the 2xx to a request of ours says. */
  agreed(response: Response): void {
    const { callId, fromTag, toTag } = response;
    const { dialogs } = this.#options.session.userAgent.userAgentCore;

    followTarget(dialogs.get(`${callId}${fromTag}${toTag}`), response);
    this.#learn(response);
    this.#goBy(
      agreedSession(response.getHeader('session-expires') ?? response.getHeader('x')),
      'uac',
    );
  }

  /** The call is over. */
  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  #learn(message: Request | Response): void {
    const allow = message.getHeaders('allow').join(',');

    if (allow !== '') {
      this.#takesUpdate = /\bUPDATE\b/.test(allow);
    }
  }

  #goBy(terms: SessionTerms | null, ourPart: SessionTerms['refresher']): void {
    this.#callOff();
    this.#terms =
      terms === null || this.#isStopped
        ? null
        : { intervalS: terms.intervalS, weRefresh: terms.refresher === ourPart };
    if (this.#terms !== null) {
      const { refreshAfterMs, giveUpAfterMs } = sessionClock(
        this.#terms.intervalS,
        this.#terms.weRefresh,
      );

      this.#callOffEnd = this.#options.after(giveUpAfterMs, this.#options.gone);
      if (refreshAfterMs !== null) {
        this.#refreshAfter(refreshAfterMs);
      }
    }
  }

  #callOff(): void {
    this.#callOffRefresh();
    this.#callOffEnd();
  }

  #refreshAfter(delayMs: number): void {
    this.#callOffRefresh();
    if (!this.#isStopped) {
      this.#callOffRefresh = this.#options.after(delayMs, () => {
        if (this.#takesUpdate) {
          this.#update();
        } else {
          this.#reinvite();
        }
      });
    }
  }

  #reinvite(): void {
    const { session, turn } = this.#options;

    reinvite(session, {
      turn,
      headers: this.headers,
      prepare: () => undefined,
      accepted: (response) => {
        this.agreed(response);
      },
      rejected: ({ statusCode, message }) => {
        this.#refused(statusCode, message);
      },
    });
  }

  /** An UPDATE without an offer touches nothing but the timer (RFC 4028 §7.4 prefers it). */
  #update(): void {
    const { session } = this.#options;
    const { dialog, userAgent } = session;

    if (!(dialog instanceof Core.SessionDialog)) {
      return;
    }
    const request = dialog.createOutgoingRequestMessage('UPDATE', {
      extraHeaders: [...this.headers, `Contact: ${userAgent.contact.toString()}`],
    });
    const refused = ({ message }: Core.IncomingResponse) => {
      keepCount(dialog, request);
      this.#refused(message.statusCode ?? 500, message.hasHeader('via') ? message : null);
    };

    userAgent.userAgentCore.request(request, {
      onAccept: ({ message }) => {
        keepCount(dialog, request);
        this.agreed(message);
      },
      onRedirect: refused,
      onReject: refused,
    });
  }

  /** Whatever it was: without a refresh in time the call is given up. */
  #refused(statusCode: number, response: Response | null): void {
    const { random, placedTheCall, gone } = this.#options;

    if (response !== null && (statusCode === 481 || statusCode === 408)) {
      gone();
      return;
    }
    if (statusCode === 422 && this.#terms !== null) {
      const intervalS = raisedSessionS(response?.getHeader('min-se'), this.#terms.intervalS);

      this.#terms = { ...this.#terms, intervalS: intervalS ?? this.#terms.intervalS };
      this.#refreshAfter(intervalS === null ? SECOND_TRY_AFTER_MS : 0);
      return;
    }
    if (this.#takesUpdate && (statusCode === 405 || statusCode === 501)) {
      this.#takesUpdate = false;
      this.#refreshAfter(0);
      return;
    }
    this.#refreshAfter(
      statusCode === 491 ? glareDelayMs(placedTheCall, random()) : SECOND_TRY_AFTER_MS,
    );
  }
}

/** What a request of the other side asks of the timer, and what to answer. */
export function answerIn(request: Request): SessionAnswer {
  return answerSession(
    request.getHeader('session-expires') ?? request.getHeader('x'),
    [...request.getHeaders('supported'), ...request.getHeaders('k')].join(','),
  );
}

/** SIP.js counts a challenged request once more, and its dialog does not learn of it. */
function keepCount(dialog: Core.Dialog, { cseq }: Core.OutgoingRequestMessage): void {
  while ((dialog.localSequenceNumber ?? cseq) < cseq) {
    dialog.incrementLocalSequenceNumber();
  }
}
