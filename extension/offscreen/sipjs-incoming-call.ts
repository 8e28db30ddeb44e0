import { SessionState, type Invitation } from 'sip.js';
import type { CallEnd } from '../../src/call/call';
import { parseReason } from '../../src/sip/reason';
import { SipJsCall, type CallContext } from './sipjs-call';
import { callEnd } from './sipjs-call-end';
import { describe } from './sipjs-emitter';

/** A call that comes to us. */
export class SipJsIncomingCall extends SipJsCall {
  readonly #invitation: Invitation;
  #rejectedWith: number | null = null;
  #isConfirmed = false;

  constructor(invitation: Invitation, context: CallContext) {
    super(invitation, context, false);
    this.#invitation = invitation;
  }

  /** Tells the caller that the phone rings, and readies the answer meanwhile. */
  start(): void {
    this.#ring();
    this.#listenForEarlyBye();
    const offer = this.#invitation.body;

    if (offer === undefined || offer === '') {
      return; // The offer is ours to make, in the 200 (RFC 3261 §13.3.1.4).
    }
    this.context.media.prepareAnswer(offer).catch((error: unknown) => {
      this.context.log('info', `an offer without use: ${describe(error)}`);
      this.#rejectForMedia();
    });
  }

  protected answer(): void {
    const { headers, agree } = this.timer.answer(this.#invitation.request);

    agree();
    this.#invitation.accept({ extraHeaders: [...headers] }).catch((error: unknown) => {
      this.context.log('info', `no answer to the offer: ${describe(error)}`);
    });
  }

  protected reject(statusCode: number): void {
    const { state } = this.session;

    if (state === SessionState.Initial || state === SessionState.Establishing) {
      this.#rejectedWith ??= statusCode;
      this.forget(this.#invitation.reject({ statusCode }), 'reject');
    }
  }

  protected abandon(): void {
    if (this.session.state === SessionState.Initial || this.isEnded) {
      this.reject(480);
    } else {
      this.byeWhenEstablished();
    }
  }

  protected unexplainedEnd(): CallEnd {
    if (this.#rejectedWith !== null) {
      return callEnd('rejected');
    }

    return this.wantsBye ? callEnd('local-bye') : callEnd('timeout');
  }

  /** Established, to SIP.js, is the 200 sent; to us the ACK received (RFC 3261 §13.3.1.4). */
  protected override onEstablished(): void {
    this.hearDirection(this.#invitation.body);
  }

  protected override acknowledged(): void {
    // Every re-INVITE has its ACK too.
    if (!this.#isConfirmed) {
      this.#isConfirmed = true;
      this.report({ type: 'confirmed' });
    }
  }

  #ring(): void {
    const isReliable = /100rel/i.test(this.#invitation.request.getHeader('require') ?? '');

    // A reliable 180 would carry the answer, and the microphone with it (RFC 3262 §5).
    if (!isReliable) {
      this.forget(this.#invitation.progress(), '180');
    }
  }

  #rejectForMedia(): void {
    this.end(callEnd('error', { problem: 'incompatible-media' }));
    this.guard(() => {
      this.reject(488);
    });
  }

  /** The caller may leave with a BYE before we answered (RFC 3261 §15). */
  #listenForEarlyBye(): void {
    const { dialog } = this.#invitation;

    if (dialog !== undefined) {
      dialog.delegate = {
        onBye: (request) => {
          request.accept();
          this.end(
            callEnd('cancelled', { reason: parseReason(request.message.getHeader('reason')) }),
          );
          this.reject(487);
        },
      };
    }
  }
}
