import type { Core, Session } from 'sip.js';
import type { CallAction } from '../../../src/call/action';
import type { CallEnd } from '../../../src/call/call';
import { newPartyIn } from '../../../src/sip/caller';
import type { CallContext } from './call-context';
import { DtmfSender } from './dtmf';
import { SipJsHold } from './hold';
import { InDialogRequests } from './in-dialog';
import { MessagesInCall } from './messages-in-call';
import { OfferTurn } from './offer-turn';
import { SipJsReferral, type FollowedReferral } from './referral';
import { CallServices } from './services';
import { sessionDelegate } from './session-delegate';
import { SipJsSessionTimer } from './session-timer';
import { SipJsTransfer } from './transfer';

/** What a conversation takes from the call around it. */
export interface ConversationOptions extends CallContext {
  readonly session: Session;
  readonly placedTheCall: boolean;
  readonly ended: (end: CallEnd) => void;
  /** The ACK of a 200 of ours came. */
  readonly acknowledged: () => void;
  /** The other side answers no more. */
  readonly gone: () => void;
  /** Lets a promise of SIP.js fail without taking anything along. */
  readonly forget: (promise: Promise<unknown>, what: string) => void;
}

/** What is done with a call that is up, or nearly. */
type ConversationAction = Extract<
  CallAction,
  {
    type:
      | 'send-reinvite'
      | 'renew-media'
      | 'send-refer'
      | 'send-refer-to-call'
      | 'refuse-referral'
      | 'send-dtmf'
      | 'send-record'
      | 'ask-service';
  }
>;

/** All that the two sides of a call say to each other between its answer and its end. */
export class Conversation {
  readonly timer: SipJsSessionTimer;
  readonly messages: MessagesInCall;
  readonly #options: ConversationOptions;
  readonly #dtmf: DtmfSender;
  readonly #hold: SipJsHold;
  readonly #inDialog: InDialogRequests;
  readonly #transfer: SipJsTransfer;
  readonly #services: CallServices;
  readonly #referral: SipJsReferral;

  constructor(options: ConversationOptions) {
    const { session, media, after, report } = options;
    const turn = new OfferTurn(session);

    this.#options = options;
    this.messages = new MessagesInCall({
      after,
      wrote: (text) => {
        report({ type: 'message-received', text });
      },
    });
    this.timer = new SipJsSessionTimer({ ...options, turn });
    this.#hold = new SipJsHold({ ...options, turn, timer: this.timer });
    this.#transfer = new SipJsTransfer(options);
    this.#referral = new SipJsReferral(options);
    this.#inDialog = new InDialogRequests({
      session,
      turn,
      timer: this.timer,
      media,
      heard: (offer) => {
        this.hear(offer);
      },
    });
    this.#dtmf = new DtmfSender(options);
    this.#services = new CallServices({
      ...options,
      sendDigits: (tones) => {
        this.#dtmf.send(tones);
      },
    });
    session.delegate = sessionDelegate({
      ...options,
      referral: this.#referral,
      services: this.#services,
      messages: this.messages,
      heard: (sdp) => {
        this.hear(sdp);
      },
      digit: (tone) => {
        report({ type: 'dtmf-received', tone });
      },
    });
  }

  get isHeld(): boolean {
    return this.#hold.isHeld;
  }

  /** Holds a call that is not up yet: its first description says so. */
  beginHeld(): void {
    this.#hold.beginHeld();
  }

  /** What the other side wants called, once the user has agreed. */
  followReferral(): FollowedReferral | null {
    return this.#referral.follow();
  }

  /** Answers a request in the call's dialog that SIP.js does not know; false leaves it to SIP.js. */
  receive(request: Core.IncomingRequestMessage): boolean {
    const { method } = request;

    if (method === 'INVITE' || method === 'UPDATE') {
      this.#hearParty(request);
    }

    return this.#inDialog.receive(request);
  }

  perform(action: ConversationAction): void {
    switch (action.type) {
      case 'send-reinvite':
        this.#hold.ask(action.hold);
        return;
      case 'renew-media':
        this.renewMedia();
        return;
      case 'send-refer':
        this.#transfer.refer(action.uri);
        return;
      case 'send-refer-to-call':
        this.#transfer.referToCall(action.callId);
        return;
      case 'refuse-referral':
        this.#referral.refuse();
        return;
      case 'send-dtmf':
        this.#dtmf.send(action.tones);
        return;
      case 'send-record':
        this.#services.record(action.on);
        return;
      case 'ask-service':
        this.#services.ask(action.request);
    }
  }

  /** A description of the other side counts now. */
  hear(sdp: string | undefined): void {
    this.#hold.hear(sdp);
  }

  /** Looks for a new way of the sound to the other side. */
  renewMedia(): void {
    this.#hold.renewMedia();
  }

  /** The server can be reached again: says what got lost, and where we are now (RFC 3261 §12.2). */
  recover(): void {
    this.#inDialog.repeatAnswer();
    this.#referral.repeat();
    this.#transfer.recover();
    this.#hold.renewMedia();
  }

  /** The call is up. */
  begin(): void {
    this.#inDialog.watch();
  }

  /** The call is over. */
  stop(): void {
    this.#hold.stop();
    this.timer.stop();
    this.#transfer.stop();
    this.#dtmf.stop();
    this.#inDialog.stop();
    this.#services.stop();
    this.#referral.stop();
  }

  #hearParty(request: Core.IncomingRequestMessage): void {
    const { trustsIdentity, report } = this.#options;
    const remote = newPartyIn((name) => request.getHeaders(name), trustsIdentity);

    if (remote !== null) {
      report({ type: 'remote-identified', remote });
    }
  }
}
