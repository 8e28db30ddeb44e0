import { SessionState, type Core, type Invitation } from 'sip.js';
import type { CallEnd } from '../../../src/call/call';
import { userIn } from '../../../src/sip/identity';
import { parseReason } from '../../../src/sip/reason';
import type { AgentRequest } from '../../../src/sip/ringcentral-agent';
import { SipJsCall } from './call';
import type { CallContext } from './call-context';
import { callEnd } from './call-end';
import { describe } from './emitter';
import { HandingOver } from './handing-over';
import { abandonQuietly, askWhetherItLives, sayAgain, takeForAcknowledged } from './recovery';
import type { AnnouncedCall } from './ringcentral';
import { Ringing } from './ringing';

/** A call that comes to us. */
export class SipJsIncomingCall extends SipJsCall {
  readonly #invitation: Invitation;
  readonly #ringing: Ringing;
  readonly #handingOver: HandingOver;
  #rejectedWith: number | null = null;
  #isConfirmed = false;
  #isAnswered = false;
  #wasCutOff = false;
  #isMoving = false;
  /** The user turned it away, and the server could not be told. */
  #isUnheard = false;
  /** Our description has left before the answer. */
  #isHeardEarly = false;

  constructor(
    invitation: Invitation,
    context: CallContext,
    announced: AnnouncedCall | null = null,
  ) {
    super(invitation, context, false);
    this.#invitation = invitation;
    this.#handingOver = new HandingOver(announced, context.after, () => this.isEnded);
    this.#ringing = new Ringing({
      invitation,
      after: context.after,
      failed: (error) => {
        context.log('debug', `180: ${describe(error)}`);
      },
      left: (bye) => {
        bye.accept();
        this.end(callEnd('cancelled', { reason: parseReason(bye.message.getHeader('reason')) }));
        this.reject(487);
      },
      unacknowledged: () => {
        this.reject(504); // RFC 3262 §3
        this.end(callEnd('timeout'));
      },
    });
    invitation.stateChange.addListener(() => {
      this.#ringing.stop(); // Answered, refused or given up: it rings no more.
    });
  }

  /** Tells the caller that the phone rings, and readies the answer meanwhile unless told not to. */
  start(readiesAnswer = true): void {
    this.#ringing.start();
    this.#handingOver.received();
    const offer = this.#invitation.body;

    if (!readiesAnswer || offer === undefined || offer === '') {
      return; // The offer is ours to make, in the 200 (RFC 3261 §13.3.1.4).
    }
    this.context.media.prepareAnswer(offer).then(
      () => {
        if (this.context.profile.ringsForCaller && this.#ringing.takesSound) {
          this.forget(this.#ringEarly(), 'sound before the answer');
        }
      },
      (error: unknown) => {
        this.context.log('info', `an offer without use: ${describe(error)}`);
        this.#rejectForMedia();
      },
    );
  }

  protected answer(): void {
    this.#isAnswered = true;
    if (!this.#isHeardEarly) {
      this.#accept();
      return;
    }
    // The answer has left already, and SIP.js only repeats it: nobody but us opens the microphone.
    this.forget(
      this.context.media.getDescription().then(() => {
        this.#accept();
      }),
      'microphone',
    );
  }

  async #ringEarly(): Promise<void> {
    const sdp = await this.context.media.ringEarly();

    if (this.#ringing.takesSound && this.session.state === SessionState.Initial) {
      this.#ringing.sound(sdp);
      this.#isHeardEarly = true;
    }
  }

  #accept(): void {
    const { headers, agree } = this.conversation.timer.answer(this.#invitation.request);

    agree();
    this.#invitation.accept({ extraHeaders: [...headers] }).catch((error: unknown) => {
      this.context.log('info', `no answer to the offer: ${describe(error)}`);
    });
  }

  /** Busy or away is this phone alone; RingCentral then goes on ringing the others. */
  protected override decline(statusCode: number): void {
    const refuse = () => {
      this.reject(statusCode);
    };

    if (statusCode === 603) {
      this.#handOver({ type: 'reject' }, refuse);
    } else {
      refuse();
    }
  }

  protected override redirect(uri: string): void {
    const redirect = () => {
      super.redirect(uri);
    };

    if (this.context.profile.forward?.by === 'ringcentral') {
      this.#handOver({ type: 'forward', number: userIn(uri) ?? uri }, redirect);
    } else {
      redirect();
    }
  }

  protected override askVoicemail(): void {
    this.#handOver({ type: 'voicemail' }, () => {
      this.reject(480);
    });
  }

  protected override tellWriting(): void {
    if (this.context.profile.reply?.by === 'ringcentral') {
      this.#handingOver.startReply();
    }
  }

  /** The words are read to the caller, who may answer them by a key; the call ends here at once. */
  protected override askReply(text: string): void {
    const isAsked = this.#handingOver.reply(text, (isTaken) => {
      this.report(isTaken ? { type: 'reply-accepted' } : { type: 'reply-refused', response: null });
    });

    if (!isAsked) {
      super.askReply(text);
    }
  }

  #handOver(request: AgentRequest, otherwise: () => void): void {
    this.#handingOver.ask(request, () => {
      this.guard(otherwise);
    });
  }

  protected override end(end: CallEnd): void {
    super.end(this.#handingOver.ended(end));
  }

  protected reject(statusCode: number, extraHeaders: string[] = []): void {
    const { state } = this.session;

    if (state === SessionState.Initial || state === SessionState.Establishing) {
      this.#rejectedWith ??= statusCode;
      this.#isUnheard = !this.context.flow.isUp && !this.isEnded;
      this.forget(this.#invitation.reject({ statusCode, extraHeaders }), 'reject');
      if (!this.context.flow.isUp) {
        this.context.flow.onReturn(() => {
          sayAgain(this.#invitation);
        });
      }
    }
  }

  override get isUp(): boolean {
    return super.isUp && this.#isConfirmed;
  }

  override cutOff(): void {
    this.#wasCutOff = true;
    super.cutOff();
  }

  protected override stopWaiting(): void {
    if (this.#isAnswered) {
      super.stopWaiting();
    } else {
      this.end(callEnd('timeout'));
      this.reject(480);
    }
  }

  /** How the caller was turned away while nobody could be told; null where they know. */
  get unheardRefusal(): { readonly key: string; readonly statusCode: number } | null {
    const { callId, fromTag } = this.#invitation.request;

    return this.#isUnheard && this.#rejectedWith !== null
      ? { key: `${callId}${fromTag}`, statusCode: this.#rejectedWith }
      : null;
  }

  /** True for an INVITE by which the server rings us once more for this call, over a new connection. */
  isRungBy({ callId, fromTag }: Core.IncomingRequestMessage): boolean {
    const { request } = this.#invitation;
    const stillRings = this.#wasCutOff && !this.isUp && !this.isEnded;

    return (
      (stillRings || this.#isMoving) && request.callId === callId && request.fromTag === fromTag
    );
  }

  /** True from our answer until the server shows that it has it, while it can be reached. */
  get isAnswerOnItsWay(): boolean {
    return this.#isAnswered && this.context.flow.isUp;
  }

  /** Lets that INVITE in, which SIP.js would answer with 482 (RFC 3261 §8.2.2.2). */
  makeRoom(): void {
    this.#isMoving = true;
    this.giveWay(() => {
      abandonQuietly(this.#invitation);
    });
  }

  /** It rings from now on; who has answered already has answered it. */
  moveTo(next: SipJsIncomingCall): void {
    next.perform({ type: 'set-microphone', on: this.isMicrophoneOn });
    next.start();
    if (this.#isAnswered) {
      next.perform({ type: 'send-answer' });
    }
  }

  /** Whether it still rings for us is the other side's to say: its CANCEL may have got lost. */
  protected recoverUnanswered(): void {
    if (this.#isAnswered) {
      sayAgain(this.#invitation);
    }
    askWhetherItLives(this.session, {
      lives: () => {
        if (!this.#isAnswered) {
          sayAgain(this.#invitation); // The server may wait for a sign of ours as well.
        }
        // Who knows the call and does not repeat the ACK has said it already.
        if (super.isUp && !this.#isConfirmed) {
          takeForAcknowledged(this.session);
          this.acknowledged();
          this.conversation.recover();
        }
      },
      isGone: () => {
        this.end(
          this.#isAnswered
            ? callEnd('error', { problem: 'connection-lost' })
            : callEnd('cancelled'),
        );
        this.reject(487);
      },
    });
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

    if (this.wantsBye) {
      return callEnd('local-bye');
    }

    // Acknowledged and over at once: what the ACK answered to our offer was no answer.
    return this.#isConfirmed
      ? callEnd('error', { problem: 'incompatible-media' })
      : callEnd('timeout');
  }

  /** Established, to SIP.js, is the 200 sent; to us the ACK received (RFC 3261 §13.3.1.4). */
  protected override onEstablished(): void {
    this.conversation.hear(this.#invitation.body);
  }

  protected override acknowledged(): void {
    // Every re-INVITE has its ACK too.
    if (!this.#isConfirmed) {
      this.#isConfirmed = true;
      this.report({ type: 'confirmed' });
    }
  }

  #rejectForMedia(): void {
    this.end(callEnd('error', { problem: 'incompatible-media' }));
    this.guard(() => {
      this.reject(488);
    });
  }
}
