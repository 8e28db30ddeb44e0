import { step, type Step } from './action';
import { isRingingIn, type Call } from './call';
import { isDtmf, latestDtmf } from './dtmf';
import { hangUp } from './hang-up';
import { record, type RecordingWish } from './recording';
import { withoutReplacement } from './replacement';
import { canAsk, park, withoutFailure, withService, type ServiceWay } from './service';
import { asked, canTransfer } from './transfer';
import {
  canReply,
  isReply,
  replying,
  toVoicemail,
  type ReplyWay,
  type VoicemailWay,
} from './turn-away';

/** RFC 3261 §21.4.18, §21.4.24 and §21.6.2. */
const DECLINE_STATUS = { unavailable: 480, busy: 486, declined: 603 } as const;

/** What a caller is told who is not to be answered. */
export type DeclineAs = keyof typeof DECLINE_STATUS;

/** What the user asks of a call. Imperative. */
export type CallCommand =
  /** The other calls are put on hold unless said otherwise: that is the phone's to do. */
  | { readonly type: 'answer'; readonly others?: 'hold' | 'hang-up' }
  /** How it looks to the caller is `busy` or `declined` unless said otherwise. */
  | { readonly type: 'decline'; readonly as?: DeclineAs }
  /** Sends an incoming call elsewhere. The phone makes a SIP URI of the target. */
  | { readonly type: 'redirect'; readonly target: string }
  /** Leaves an incoming call to ring unheard. */
  | { readonly type: 'silence' }
  /** Sends an incoming call to the mailbox. How is the phone's to say. */
  | { readonly type: 'to-voicemail'; readonly way?: VoicemailWay }
  /** The user begins to write to a caller. */
  | { readonly type: 'begin-reply' }
  /** Answers a caller with words, and then declines. How they are sent is the phone's to say. */
  | { readonly type: 'reply'; readonly text: string; readonly by?: ReplyWay }
  | { readonly type: 'hang-up' }
  /** Goes on although nothing has come from the other side for long. */
  | { readonly type: 'stay' }
  /** Sends the other party on without a word. The phone makes a SIP URI of the target. */
  | { readonly type: 'transfer'; readonly target: string }
  /** Connects the other party with that of another call of ours. */
  | { readonly type: 'transfer-to-call'; readonly callId: string }
  /** Calls whom the other side wants us to call. */
  | { readonly type: 'accept-referral' }
  | { readonly type: 'refuse-referral' }
  /** Lets somebody take the other party's place, or not. */
  | { readonly type: 'accept-replacement' }
  | { readonly type: 'refuse-replacement' }
  | { readonly type: 'hold'; readonly on: boolean }
  | { readonly type: 'mute'; readonly on: boolean }
  /** A comma is a pause; the pace is the account's. */
  | { readonly type: 'send-dtmf'; readonly tones: string }
  /** How it is recorded the phone says, not the user. */
  | { readonly type: 'record'; readonly on: boolean; readonly as?: RecordingWish }
  /** Leaves the call where a colleague can take it up. How is the phone's to say. */
  | { readonly type: 'park'; readonly way?: ServiceWay }
  /** Lets another phone of the user's ring for the call. The phone makes a SIP URI of the target. */
  | { readonly type: 'flip'; readonly target: string };

/** A command that makes no sense in the call's present state. */
export class InvalidStateError extends Error {
  override name = 'InvalidStateError';

  constructor(call: Call, command: CallCommand) {
    super(`cannot ${command.type} call ${call.id} while it is ${call.state}`);
  }
}

/** An address as the phone hands it over: nothing in it can begin another header field. */
const SIP_URI = /^sips?:[^\s<>"\x00-\x1f]{1,400}$/;

/**
 * Applies a user command.
 *
 * @throws InvalidStateError because the user can be told.
 */
export function command(call: Call, command: CallCommand): Step {
  const invalid = () => new InvalidStateError(call, command);

  switch (command.type) {
    case 'answer':
      if (call.direction !== 'incoming' || call.state !== 'ringing') {
        throw invalid();
      }
      return step(
        // Whom the user answers is not answered by itself any more.
        { ...call, state: 'connecting', answersAtMs: null },
        { type: 'send-answer' },
      );

    case 'decline':
      if (call.direction !== 'incoming' || call.state !== 'ringing') {
        throw invalid();
      }
      return step(
        { ...call, state: 'terminating' },
        { type: 'send-reject', statusCode: DECLINE_STATUS[command.as ?? 'declined'] },
      );

    case 'redirect':
      if (!isRingingIn(call) || !SIP_URI.test(command.target)) {
        throw invalid();
      }
      return step(
        { ...call, state: 'terminating', forwardedTo: command.target },
        { type: 'send-redirect', uri: command.target },
      );

    case 'silence':
      if (!isRingingIn(call)) {
        throw invalid();
      }
      return step(call.isSilenced ? call : { ...call, isSilenced: true });

    case 'to-voicemail':
      if (!isRingingIn(call) || command.way === undefined) {
        throw invalid();
      }
      if (command.way.by === 'redirect' && !SIP_URI.test(command.way.uri)) {
        throw invalid();
      }
      return toVoicemail(call, command.way);

    case 'begin-reply':
      if (!canReply(call)) {
        throw invalid();
      }
      return step(call, { type: 'tell-writing' });

    case 'reply':
      if (!canReply(call) || !isReply(command.text) || command.by === undefined) {
        throw invalid();
      }
      return step(
        replying(call, command.text, command.by),
        command.by === 'message'
          ? { type: 'send-message', uri: call.remote.uri, text: command.text }
          : { type: 'ask-reply', text: command.text },
      );

    case 'hang-up':
      return hangUp(call);

    case 'stay':
      if (!call.asksToHangUp) {
        throw invalid();
      }
      return step({ ...call, asksToHangUp: false });

    case 'transfer':
      if (!canTransfer(call) || !SIP_URI.test(command.target)) {
        throw invalid();
      }
      return step(asked(withoutFailure(call), { uri: command.target, callId: null }), {
        type: 'send-refer',
        uri: command.target,
      });

    case 'transfer-to-call':
      if (!canTransfer(call) || command.callId === call.id) {
        throw invalid();
      }
      return step(asked(withoutFailure(call), { uri: null, callId: command.callId }), {
        type: 'send-refer-to-call',
        callId: command.callId,
      });

    case 'accept-referral':
    case 'refuse-referral':
      if (call.referral === null) {
        throw invalid();
      }
      // Calling somebody is the phone's to do: it is another call.
      return command.type === 'accept-referral'
        ? step({ ...call, referral: null })
        : step({ ...call, referral: null }, { type: 'refuse-referral' });

    case 'accept-replacement':
    case 'refuse-replacement':
      if (call.replacement === null || call.state === 'terminating') {
        throw invalid();
      }
      return step(withoutReplacement(call), { type: command.type });

    case 'hold':
      if (call.state !== 'established' || call.hold.requested !== null) {
        throw invalid();
      }
      if (call.hold.local === command.on) {
        return step(call);
      }
      return step(
        { ...call, hold: { ...call.hold, requested: command.on } },
        { type: 'send-reinvite', hold: command.on },
      );

    case 'mute':
      if (call.state === 'terminating' || call.state === 'terminated') {
        throw invalid();
      }
      return step({ ...call, muted: command.on }, { type: 'set-microphone', on: !command.on });

    case 'send-dtmf':
      if (call.state !== 'established' && call.state !== 'early') {
        throw invalid();
      }
      if (!isDtmf(command.tones)) {
        throw invalid();
      }
      return step(
        {
          ...call,
          dtmf: { ...call.dtmf, sent: latestDtmf(call.dtmf.sent + command.tones) },
          lostDigits: '',
        },
        { type: 'send-dtmf', tones: command.tones },
      );

    case 'record':
      if (call.state !== 'established') {
        throw invalid();
      }
      return record(call, command.on ? (command.as ?? null) : null);

    case 'park':
      if (!canAsk(call) || command.way === undefined) {
        throw invalid();
      }
      if (command.way.by === 'transfer' && !(canTransfer(call) && SIP_URI.test(command.way.uri))) {
        throw invalid();
      }
      return park(call, command.way);

    case 'flip':
      if (!canAsk(call) || !SIP_URI.test(command.target)) {
        throw invalid();
      }
      return step(withService(call, 'flip', command.target), {
        type: 'ask-service',
        request: { name: 'flip', uri: command.target },
      });
  }
}
