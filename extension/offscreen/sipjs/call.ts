import { SessionState, type Core, type Session } from 'sip.js';
import type { CallAction } from '../../../src/call/action';
import type { CallEnd, CallProblem } from '../../../src/call/call';
import type { CallEvent } from '../../../src/call/event';
import type { SavedDialog } from '../../../src/sip/dialog';
import type { CallContext } from './call-context';
import { callEnd } from './call-end';
import { Conversation } from './conversation';
import { dialogNameOf, isSameDialog, type DialogName } from './dialog-name';
import { describe } from './emitter';
import { sayBye } from './goodbye';
import type { MessageAnswer } from './messages-in-call';
import type { FollowedReferral } from './referral';
import { sendReply } from './reply';
import { savedDialogOf } from './saved-dialog';

/** How long the other side may take to agree that a call is over before we stop waiting. */
const LONGEST_GOODBYE_MS = 4000;

/**
 * One call on the wire. What is the same whoever called is here; the rest is in the outgoing and
 * the incoming call. SIP.js ends a session before it tells why: the end comes from what tells why,
 * and the bare end is only the last resort.
 */
export abstract class SipJsCall {
  protected readonly context: CallContext;
  protected readonly conversation: Conversation;
  #isEnded = false;
  #wantsBye = false;
  #isCutOff = false;
  #isMicrophoneOn = true;
  #callOffGoodbye: () => void = () => undefined;
  #callOffWaiting: () => void = () => undefined;

  constructor(
    protected readonly session: Session,
    context: CallContext,
    placedTheCall: boolean,
  ) {
    this.context = context;
    this.conversation = new Conversation({
      ...context,
      session,
      placedTheCall,
      report: (event) => {
        this.report(event);
      },
      ended: (end) => {
        this.end(end);
      },
      acknowledged: () => {
        this.acknowledged();
      },
      gone: () => {
        this.fail('connection-lost');
      },
      forget: (promise, what) => {
        this.forget(promise, what);
      },
    });
    context.media.onProblem = (problem) => {
      this.fail(problem);
    };
    context.media.onWay = (way) => {
      this.report(way === 'renewed' ? { type: 'way-renewed' } : { type: 'way-changed', way });
    };
    session.stateChange.addListener((state) => {
      this.#stateChanged(state);
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The dialog of the call, once there is one. */
  get dialogId(): string | null {
    return this.session.dialog?.id ?? null;
  }

  /** Answers a request in the call's dialog that SIP.js does not know; false leaves it to SIP.js. */
  receive(request: Core.IncomingRequestMessage): boolean {
    return this.conversation.receive(request);
  }

  /** Answers words about the call that come outside of it; null where they are about something else. */
  answerTo(_request: Core.IncomingRequestMessage): MessageAnswer | null {
    return null;
  }

  /** What the other side wants called, once the user has agreed. */
  followReferral(): FollowedReferral | null {
    return this.conversation.followReferral();
  }

  /** The session while the call is up. */
  get sessionWhileUp(): Session | null {
    return this.session.state === SessionState.Established && !this.#isEnded ? this.session : null;
  }

  /** The dialog of the call as the other side names it (RFC 3891 §3); null until there is one. */
  get dialog(): DialogName | null {
    return dialogNameOf(this.session);
  }

  /** What another life of the phone has to know of the dialog; null until the call is up. */
  get savedDialog(): SavedDialog | null {
    return this.#isEnded ? null : savedDialogOf(this.session);
  }

  get isHeld(): boolean {
    return this.conversation.isHeld;
  }

  get isMicrophoneOn(): boolean {
    return this.#isMicrophoneOn;
  }

  /** True where somebody else could come in the other party's place. */
  get isReplaceable(): boolean {
    return this.sessionWhileUp !== null;
  }

  /** True where the other side means this call by that name. */
  isNamed(name: DialogName): boolean {
    return isSameDialog(this.dialog, name);
  }

  /** Another call has come in this one's place: says goodbye on the wire, and nothing here. */
  giveWay(
    sayGoodbye = () => {
      this.hangUp();
    },
  ): void {
    if (!this.#isEnded) {
      this.#isEnded = true;
      this.#stop();
      this.guard(sayGoodbye);
      this.guard(() => {
        this.context.media.close();
      });
    }
  }

  /** Does what the call model decided. Never throws. */
  perform(action: CallAction): void {
    this.guard(() => {
      switch (action.type) {
        case 'send-answer':
          this.answer();
          return;
        case 'send-reject':
          this.decline(action.statusCode);
          return;
        case 'send-redirect':
          this.redirect(action.uri);
          return;
        case 'send-message':
          sendReply(action.uri, action.text, {
            userAgent: this.session.userAgent,
            after: this.context.after,
            report: (event) => {
              this.report(event);
            },
          });
          return;
        case 'ask-voicemail':
          this.askVoicemail();
          return;
        case 'tell-writing':
          this.tellWriting();
          return;
        case 'ask-reply':
          this.askReply(action.text);
          return;
        case 'send-cancel':
        case 'send-bye':
          this.hangUp();
          return;
        case 'set-microphone':
          this.#isMicrophoneOn = action.on;
          this.context.media.setMicrophone(action.on);
          return;
        case 'recover':
          this.#recover();
          return;
        case 'accept-replacement':
        case 'refuse-replacement':
          return; // The stack's: two calls take part in it.
        default:
          this.conversation.perform(action);
      }
    });
  }

  /** Ends the call on the wire and here because of something on our own side. */
  fail(problem: CallProblem): void {
    this.end(callEnd('error', { problem }));
    this.guard(() => {
      this.hangUp();
    });
  }

  /** The connection is gone. The call lives on: its sound takes another way. */
  cutOff(): void {
    if (!this.#isEnded && !this.#isCutOff) {
      this.#isCutOff = true;
      this.report({ type: 'cut-off' });
      if (!this.isUp) {
        this.#callOffWaiting = this.context.after(this.longestWaitMs(), () => {
          this.stopWaiting();
        });
      }
    }
  }

  /** The server can be reached again: says what could not be said, and where we are now. */
  #recover(): void {
    if (this.#isCutOff && !this.#isEnded) {
      this.#isCutOff = false;
      this.#callOffWaiting();
      this.report({ type: 'reconnected' });
      if (this.isUp) {
        this.conversation.recover();
      } else {
        this.recoverUnanswered();
      }
    }
  }

  /** True while the server can't be told anything of the call. */
  protected get isCutOff(): boolean {
    return this.#isCutOff;
  }

  /** True from the answer on that both sides know of. */
  protected get isUp(): boolean {
    return this.session.state === SessionState.Established;
  }

  /** How long a call that nobody has answered waits for its server: as an INVITE for a response (RFC 3261 timer B). */
  protected longestWaitMs(): number {
    return 32_000;
  }

  /** The server stays out of reach: for a call that was never up that is too long. */
  protected stopWaiting(): void {
    this.fail('connection-lost');
  }

  /** Goes on with a call that was not up yet when the connection broke. */
  protected abstract recoverUnanswered(): void;

  protected abstract answer(): void;
  protected abstract reject(statusCode: number, extraHeaders?: string[]): void;

  /** A phone system without words of its own sends whom it finds busy to the mailbox. */
  protected askVoicemail(): void {
    this.reject(486);
  }

  /** Where the phone system asks callers to wait for words, it is told that some are coming. */
  protected tellWriting(): void {
    // Nobody else asks them.
  }

  /** Has the phone system read words to the caller: none but those that know how to. */
  protected askReply(text: string): void {
    this.context.log('info', `${String(text.length)} characters found nobody to read them out`);
    this.report({ type: 'reply-refused', response: null });
  }

  /** Turns an incoming call away at the user's wish. */
  protected decline(statusCode: number): void {
    this.reject(statusCode);
  }

  /** Sends an incoming call elsewhere (RFC 3261 §21.3.3). */
  protected redirect(uri: string): void {
    this.reject(302, [`Contact: <${uri}>`]);
  }

  /** Ends a call that is not established. */
  protected abstract abandon(): void;
  /** The end of a session of which nobody said why it ended. */
  protected abstract unexplainedEnd(): CallEnd;

  protected report(event: CallEvent): void {
    if (!this.#isEnded) {
      this.context.report(event);
    }
  }

  protected end(end: CallEnd): void {
    if (!this.#isEnded) {
      this.#isEnded = true;
      this.#stop();
      this.context.report({ type: 'ended', end });
      this.guard(() => {
        this.context.media.close();
      });
    }
  }

  protected guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.context.log('warn', `the call went on without: ${describe(error)}`);
    }
  }

  /** Lets a promise of SIP.js fail without taking anything along. */
  protected forget(promise: Promise<unknown>, what: string): void {
    promise.catch((error: unknown) => {
      this.context.log('debug', `${what}: ${describe(error)}`);
    });
  }

  protected hangUp(): void {
    this.#callOffGoodbye();
    if (!this.#isEnded) {
      this.#callOffGoodbye = this.context.after(LONGEST_GOODBYE_MS, () => {
        this.end(this.#lastResort());
      });
    }

    if (this.session.state === SessionState.Established) {
      this.#wantsBye = true;
      this.forget(sayBye(this.session, this.context.flow), 'BYE');
    } else if (this.session.state !== SessionState.Terminated) {
      this.abandon();
    }
  }

  /** BYE as soon as there is a dialog to send it in (RFC 3261 §15). */
  protected byeWhenEstablished(): void {
    this.#wantsBye = true;
  }

  protected get wantsBye(): boolean {
    return this.#wantsBye;
  }

  protected onEstablished(): void {
    this.report({ type: 'confirmed' });
  }

  #stop(): void {
    this.#callOffGoodbye();
    this.#callOffWaiting();
    this.conversation.stop();
  }

  #stateChanged(state: SessionState): void {
    if (state === SessionState.Established) {
      if (this.#wantsBye) {
        queueMicrotask(() => {
          this.guard(() => {
            this.hangUp();
          });
        });
        return;
      }
      this.conversation.begin();
      this.onEstablished();
    }
    if (state === SessionState.Terminated) {
      // Whoever knows why speaks in this turn of the event loop.
      queueMicrotask(() => {
        if (!this.outlivesSession()) {
          this.end(this.#lastResort());
        }
      });
    }
  }

  /** True where the call goes on in another session. */
  protected outlivesSession(): boolean {
    return false;
  }

  #lastResort(): CallEnd {
    if (this.#wantsBye) {
      return callEnd('local-bye');
    }
    const { problem } = this.context.media;

    return problem === null ? this.unexplainedEnd() : callEnd('error', { problem });
  }

  /** The ACK of our 200 came. */
  protected acknowledged(): void {
    // Only an incoming call waits for it.
  }
}
