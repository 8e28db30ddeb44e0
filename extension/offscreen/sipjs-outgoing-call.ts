import { Bye, Inviter, SessionState, type Core, type URI, type UserAgent } from 'sip.js';
import type { CallEnd } from '../../src/call/call';
import { SipJsCall, type CallContext } from './sipjs-call';
import { callEnd, endOfRefusal } from './sipjs-call-end';
import { responseOf } from './sipjs-message';
import { withdraw } from './sipjs-withdrawn';

/** A call that we place. */
export class SipJsOutgoingCall extends SipJsCall {
  readonly #inviter: Inviter;
  #isCancelled = false;

  constructor(inviter: Inviter, context: CallContext) {
    super(inviter, context, true);
    this.#inviter = inviter;
  }

  /** Sends the INVITE. */
  start(): void {
    const invited = this.#inviter.invite({
      requestDelegate: {
        onProgress: ({ message }) => {
          this.#progress(message);
        },
        onAccept: ({ message }) => {
          this.hearDirection(message.body);
        },
        onRedirect: ({ message }) => {
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

  protected unexplainedEnd(): CallEnd {
    return this.#isCancelled ? callEnd('cancelled') : callEnd('error', { problem: 'internal' });
  }

  #progress(message: Core.IncomingResponseMessage): void {
    const { statusCode } = message;

    if (statusCode !== undefined && !this.#isCancelled) {
      this.report({ type: 'provisional-received', statusCode, hasSdp: message.body !== '' });
    }
  }

  #refused(message: Core.IncomingResponseMessage): void {
    const response = responseOf(message);

    if (response !== null) {
      this.end(endOfRefusal(response, this.#isCancelled));
      return;
    }
    // SIP.js says 408 for silence and 503 for a connection that broke.
    this.end(
      this.#isCancelled
        ? callEnd('cancelled')
        : message.statusCode === 408
          ? callEnd('timeout')
          : callEnd('error', { problem: 'connection-lost' }),
    );
  }
}

/** An Inviter that also takes a BYE that follows on the heels of the 2xx. */
export class PromptInviter extends Inviter {
  constructor(userAgent: UserAgent, target: URI) {
    super(userAgent, target, { earlyMedia: true });
  }

  protected override onByeRequest(request: Core.IncomingByeRequest): void {
    // SIP.js drops it unanswered while the answer in the 2xx is being applied.
    if (this.state === SessionState.Establishing) {
      this.delegate?.onBye?.(new Bye(request));
      this.stateTransition(SessionState.Terminated);
      return;
    }
    super.onByeRequest(request);
  }
}
