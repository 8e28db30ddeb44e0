import type { Account } from '../account/account';
import type { Remote, SipResponse } from '../call/call';
import type { CallAction } from '../call/action';
import type { CallEvent } from '../call/event';
import type { SavedDialog } from '../sip/dialog';
import type { ReplacedDialog } from '../sip/replaces';
import type { ReplyAnswer } from '../sip/ringcentral-agent';
import type { FailedProbe } from './registration/failed-probe';
import type { IntercomWish } from './intercom';
import type { RegistrationFailure } from './registration/registration';
import type { SubscriptionNews, Watch } from './team/subscription';

/**
 * All the phone needs from a SIP stack, in our own terms. SipJsStack implements it in the
 * offscreen document; FakeSipStack implements it in unit tests.
 *
 * Nothing here throws or rejects: whatever goes wrong comes back through `onReport`.
 */
export interface SipStack {
  onReport: (report: SipReport) => void;

  /**
   * Uses this account from now on: closes what belonged to the one before (un-REGISTERs it) and
   * is ready for `register`. Calls that are up keep their dialogs until they end. Where both share
   * a registration, it stays as it is.
   */
  configure(account: Account | null): void;

  /**
   * Connects to this server of the account where there is no connection to it, and sends one
   * REGISTER. Reports exactly one of `registered` and `registration-failed`, unless a newer attempt
   * takes its place; `withinMs` at the latest, where that is not null. When to come again, and
   * where, is the phone's to decide.
   *
   * A connection to another server is kept until this one has taken us, and a while longer: whoever
   * calls meanwhile is not lost. One that gives no sign of life is let go of at once.
   */
  register(server: string, withinMs: number | null): void;

  /**
   * Asks the server for a sign of life now: where none comes within this time, the connection is
   * let go of, and `connection-lost` is reported. Nothing happens where there is no connection.
   */
  checkConnection(withinMs: number): void;

  /** Whether a call is up from now on: then a dead connection must be noticed sooner. */
  setKeepAlive(inCall: boolean): void;

  /** Removes our binding from the registrar (RFC 3261 §10.2.2) and closes the connection. */
  unregister(): void;

  /**
   * Registers and un-REGISTERs once at each server of an account that is not in use, up to the
   * first that fails; null when all went well.
   */
  probe(account: Account): Promise<FailedProbe | null>;

  /** Readies what an outgoing call needs before it is dialled, so that the INVITE leaves at once. */
  prepare(): void;

  /** Places a call. */
  invite(callId: string, uri: string, wish?: InviteWish): void;

  /**
   * Asks to be told of something, or to be told of it for longer: one SUBSCRIBE. Reports exactly
   * one of `subscribed` and `subscription-refused`, and `notified` whenever the server tells. When
   * to ask again is the phone's to decide.
   */
  subscribe(id: string, wish: SubscribeWish): void;
  /** Wants to be told no more. Reports nothing. */
  unsubscribe(id: string): void;
  /** Lets go of all subscriptions without a word to a server that is out of reach. */
  forgetSubscriptions(): void;

  perform(callId: string, action: CallAction): void;

  /** The dialog of a call that is up, such that another life of the phone could go on with it. */
  dialogOf(callId: string): SavedDialog | null;
  /** Says goodbye in a dialog of an earlier life of the phone. Reports nothing. */
  leave(dialog: SavedDialog): void;
}

/** What one SUBSCRIBE asks for. */
export interface SubscribeWish extends Watch {
  readonly expiresS: number;
}

/** What else there is to say of a call that is placed. */
export interface InviteWish {
  /** The call whose other side wanted it, and is told how it goes. */
  readonly referredBy?: string;
  /** The call of somebody else's that this one takes up. */
  readonly replaces?: ReplacedDialog;
  /** The call of our own, from an earlier life of the phone, that goes on in this one. */
  readonly recovers?: { readonly dialog: SavedDialog; readonly isHeld: boolean };
  /** Further lines of the INVITE, each `Name: value`, checked. */
  readonly headers?: readonly string[];
  /** Who calls, as it is to look; else the account itself. */
  readonly from?: Remote;
  /** Leaves it to the called party to say first what sound there can be (RFC 3261 §13.2.1). */
  readonly isOfferTheirs?: boolean;
}

/** What a SIP stack has to tell, always in the past tense. */
export type SipReport =
  | {
      readonly type: 'registered';
      readonly expiresInS: number;
      /**
       * True for the first registration over a new connection, which RFC 5626 calls a flow: what
       * the server sent over the one before may never have arrived.
       */
      readonly isNewFlow: boolean;
    }
  | { readonly type: 'registration-failed'; readonly failure: RegistrationFailure }
  /** The connection to the server is gone; calls that are up may still have their media. */
  | { readonly type: 'connection-lost'; readonly failure: RegistrationFailure }
  | { readonly type: 'subscribed'; readonly id: string; readonly expiresInS: number | null }
  | {
      readonly type: 'subscription-refused';
      readonly id: string;
      /** Null when there was no answer. */
      readonly response: SipResponse | null;
      readonly retryAfterS: number | null;
    }
  | { readonly type: 'notified'; readonly id: string; readonly news: SubscriptionNews }
  /** The server tells of our mailbox without having been asked, as Asterisk does. */
  | { readonly type: 'mailbox-told'; readonly body: string }
  | {
      readonly type: 'invited';
      readonly callId: string;
      readonly remote: Remote;
      /** The caller wants to be answered without anybody's hand. */
      readonly intercom?: IntercomWish;
    }
  | { readonly type: 'call'; readonly callId: string; readonly event: CallEvent }
  /** A caller whom we left words has answered them; the call itself is long over. */
  | {
      readonly type: 'reply-answered';
      readonly callId: string;
      readonly remote: Remote;
      readonly answer: ReplyAnswer;
      readonly number: string | null;
    }
  /** The server wants us to set ourselves up anew. */
  | { readonly type: 'asked-to-register' };
