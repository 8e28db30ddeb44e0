import { isRingingIn, type Call, type CallEnd, type Remote, type SipResponse } from './call';
import { isDtmf, isPace, type DtmfPace } from './dtmf';
import {
  recordingFailed,
  recordingStarted,
  withRecording,
  type RecordingProblem,
  type RecordingWish,
} from './recording';
import { replaced, withoutReplacement, withReplacementAsked } from './replacement';
import {
  canAsk,
  serviceDone,
  serviceFailed,
  withoutFailure,
  withService,
  type Service,
  type ServiceName,
  type ServiceRequest,
  type ServiceWay,
} from './service';
import { asked, canTransfer, withFailure, withNews } from './transfer';
import {
  canReply,
  isReply,
  replying,
  replyRefused,
  replySent,
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
  /** A comma is a pause; the pace is the usual one unless said otherwise. */
  | { readonly type: 'send-dtmf'; readonly tones: string; readonly pace?: DtmfPace }
  /** How it is recorded the phone says, not the user. */
  | { readonly type: 'record'; readonly on: boolean; readonly as?: RecordingWish }
  /** Leaves the call where a colleague can take it up. How is the phone's to say. */
  | { readonly type: 'park'; readonly way?: ServiceWay }
  /** Lets another phone of the user's ring for the call. The phone makes a SIP URI of the target. */
  | { readonly type: 'flip'; readonly target: string };

/** What the SIP stack reports. Past facts, named after the message that caused them. */
export type CallEvent =
  | { readonly type: 'provisional-received'; readonly statusCode: number; readonly hasSdp: boolean }
  | { readonly type: 'confirmed' }
  /** The called party has moved (RFC 3261 §21.3); the end follows. */
  | { readonly type: 'redirected'; readonly targets: readonly Remote[] }
  | { readonly type: 'ended'; readonly end: CallEnd }
  /** The words for the caller have arrived (RFC 3428 §7). */
  | { readonly type: 'reply-accepted' }
  | { readonly type: 'reply-refused'; readonly response: SipResponse | null }
  /** What the other side says of its call to whom it was sent (RFC 3515 §2.4.5). */
  | { readonly type: 'transfer-progressed'; readonly response: SipResponse }
  | { readonly type: 'transfer-failed'; readonly response: SipResponse | null }
  /** The other side wants us to call somebody. */
  | { readonly type: 'referred'; readonly target: Remote }
  /** Nobody answered that in time: the other side has been told no. */
  | { readonly type: 'referral-expired' }
  | { readonly type: 'message-received'; readonly text: string }
  /** Somebody wants the other party's place in this call, and nobody vouches for that. */
  | { readonly type: 'replacement-asked'; readonly by: Remote }
  | { readonly type: 'replacement-withdrawn' }
  /** The call goes on with somebody else. */
  | { readonly type: 'replaced'; readonly by: Remote }
  | { readonly type: 'reinvite-accepted' }
  | { readonly type: 'reinvite-rejected'; readonly statusCode: number }
  /** The phone system says that somebody else has the call now (RFC 3325 in a request inside it). */
  | { readonly type: 'remote-identified'; readonly remote: Remote }
  | { readonly type: 'remote-hold-changed'; readonly on: boolean }
  | { readonly type: 'dtmf-received'; readonly tone: string }
  /** Whoever was asked to record, this browser or the phone system, does so. */
  | { readonly type: 'recording-started' }
  | { readonly type: 'recording-failed'; readonly problem: RecordingProblem }
  /** The phone system has done what it was asked. */
  | { readonly type: 'service-done'; readonly name: ServiceName; readonly place: string | null }
  | {
      readonly type: 'service-failed';
      readonly name: Service['name'];
      readonly why: string | null;
    };

/** What the SIP stack must now do. Executed by the adapter, never by the machine. */
export type CallAction =
  | { readonly type: 'send-answer' }
  | { readonly type: 'send-reject'; readonly statusCode: 480 | 486 | 603 }
  | { readonly type: 'send-redirect'; readonly uri: string }
  | { readonly type: 'send-message'; readonly uri: string; readonly text: string }
  /** Asks the phone system in its own language for what standard SIP has no word for. */
  | { readonly type: 'ask-voicemail' }
  | { readonly type: 'ask-reply'; readonly text: string }
  /** Words are being written: the caller may be asked to wait for them. */
  | { readonly type: 'tell-writing' }
  | { readonly type: 'send-refer'; readonly uri: string }
  | { readonly type: 'send-refer-to-call'; readonly callId: string }
  | { readonly type: 'refuse-referral' }
  | { readonly type: 'accept-replacement' }
  | { readonly type: 'refuse-replacement' }
  | { readonly type: 'send-cancel' }
  | { readonly type: 'send-bye' }
  | { readonly type: 'send-reinvite'; readonly hold: boolean }
  | { readonly type: 'send-dtmf'; readonly tones: string; readonly pace?: DtmfPace }
  | { readonly type: 'set-microphone'; readonly on: boolean }
  /** Asks the phone system to record. What is recorded here is nobody's to send. */
  | { readonly type: 'send-record'; readonly on: boolean }
  /** Asks the phone system in its own language. */
  | { readonly type: 'ask-service'; readonly request: ServiceRequest };

/** The next call and what must be done on the wire to get there. */
export interface Step {
  readonly call: Call;
  readonly actions: readonly CallAction[];
}

/** A command that makes no sense in the call's present state. */
export class InvalidStateError extends Error {
  override name = 'InvalidStateError';

  constructor(call: Call, command: CallCommand) {
    super(`cannot ${command.type} call ${call.id} while it is ${call.state}`);
  }
}

/** The digits a phone can send (RFC 4733 §3.2). */
const DTMF_TONES = /^[0-9A-D*#]{1,64}$/;

/** An address as the phone hands it over: nothing in it can begin another header field. */
const SIP_URI = /^sips?:[^\s<>"\x00-\x1f]{1,400}$/;

/** The most text kept of what the other side wrote, for the same reason. */
const MOST_TEXT_KEPT = 500;

/** The most digits kept of what the other side sent: a hostile peer must not grow the snapshot. */
const MOST_DTMF_KEPT = 64;

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
      if (!isDtmf(command.tones) || (command.pace !== undefined && !isPace(command.pace))) {
        throw invalid();
      }
      return step(
        { ...call, dtmf: { ...call.dtmf, sent: latest(call.dtmf.sent + command.tones) } },
        {
          type: 'send-dtmf',
          tones: command.tones,
          ...(command.pace === undefined ? {} : { pace: command.pace }),
        },
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

/**
 * Applies a report from the SIP stack, at the time it came. Never throws: late, duplicate and
 * crossing reports are normal.
 */
export function apply(call: Call, event: CallEvent, nowMs: number): Step {
  if (call.state === 'terminated') {
    return step(call);
  }

  switch (event.type) {
    case 'provisional-received':
      return step(progress(call, event.statusCode, event.hasSdp));

    case 'confirmed':
      // A 2xx that crosses our CANCEL: the adapter answers it with ACK and BYE (RFC 3261 §15),
      // so the call stays on its way out. A repeated 2xx must not restart the timer.
      if (call.state === 'terminating' || call.state === 'established') {
        return step(call);
      }
      return established({ ...call, state: 'established', establishedAtMs: nowMs });

    case 'redirected':
      return step(isBeingPlaced(call) ? { ...call, movedTo: event.targets } : call);

    case 'ended':
      return step({
        ...call,
        state: 'terminated',
        referral: null,
        replacement: null,
        hold: { ...call.hold, requested: null },
        endedAtMs: nowMs,
        end: event.end,
      });

    case 'reply-accepted': {
      const next = replySent(call);

      // Who reads the words to the caller also ends the call.
      return next === null || next.reply.by === 'phone-system' || !isRingingIn(next)
        ? step(next ?? call)
        : step({ ...next, state: 'terminating' }, { type: 'send-reject', statusCode: 486 });
    }

    case 'reply-refused':
      return step(replyRefused(call, event.response));

    case 'transfer-progressed': {
      const next = parkedByTransfer(withNews(call, event.response));

      // The other party is with whom it was sent to: we are no longer needed (RFC 5589 §6.1).
      return next.transfer?.state === 'done' && next !== call ? hangUp(next) : step(next);
    }

    case 'transfer-failed':
      return step(parkedByTransfer(withFailure(call, event.response)));

    case 'referred':
      return step(call.state === 'established' ? { ...call, referral: event.target } : call);

    case 'referral-expired':
      return step({ ...call, referral: null });

    case 'message-received':
      return step({ ...call, message: event.text.slice(0, MOST_TEXT_KEPT) });

    case 'replacement-asked':
      return step(withReplacementAsked(call, event.by));

    case 'replacement-withdrawn':
      return step(withoutReplacement(call));

    case 'replaced':
      return step(replaced(call, event.by, nowMs));

    case 'reinvite-accepted':
      if (call.hold.requested === null) {
        return step(call);
      }
      return step({ ...call, hold: { ...call.hold, local: call.hold.requested, requested: null } });

    case 'reinvite-rejected':
      return step({ ...call, hold: { ...call.hold, requested: null } });

    case 'remote-identified': {
      const { uri, displayName } = event.remote;
      const isSame = uri === call.remote.uri && displayName === call.remote.displayName;

      return step(isSame ? call : { ...call, remote: event.remote });
    }

    case 'remote-hold-changed':
      return step({ ...call, hold: { ...call.hold, remote: event.on } });

    case 'dtmf-received':
      if (!DTMF_TONES.test(event.tone)) {
        return step(call);
      }
      return step({
        ...call,
        dtmf: { ...call.dtmf, received: latest(call.dtmf.received + event.tone) },
      });

    case 'recording-started':
      return step(recordingStarted(call));

    case 'recording-failed':
      return step(recordingFailed(call, event.problem));

    case 'service-done': {
      const next = serviceDone(call, event.name, event.place);

      // The other party is where somebody will take them up: we are no longer needed. Who flips a
      // call keeps it until the other phone is answered, which only the user knows.
      return next === null ? step(call) : next.service?.name === 'park' ? hangUp(next) : step(next);
    }

    case 'service-failed':
      return step(serviceFailed(call, event.name, event.why));
  }
}

/** Sends what was to follow the number. */
function established(call: Call): Step {
  const { digitsToFollow: tones, dtmf } = call;

  return tones === null
    ? step(call)
    : step(
        { ...call, digitsToFollow: null, dtmf: { ...dtmf, sent: latest(dtmf.sent + tones) } },
        { type: 'send-dtmf', tones },
      );
}

function park(call: Call, way: ServiceWay): Step {
  switch (way.by) {
    case 'transfer':
      return step(asked(withService(call, 'park'), { uri: way.uri, callId: null }), {
        type: 'send-refer',
        uri: way.uri,
      });
    case 'dtmf':
      return step(withService(call, 'park'), { type: 'send-dtmf', tones: way.digits });
    case 'phone-system':
      return step(withService(call, 'park'), { type: 'ask-service', request: { name: 'park' } });
  }
}

/** A call that is parked by sending it on shares the fate of that. */
function parkedByTransfer(call: Call): Call {
  const { service, transfer } = call;

  if (service?.name !== 'park' || service.state !== 'asked' || transfer === null) {
    return call;
  }

  return transfer.state === 'done'
    ? (serviceDone(call, 'park', null) ?? call)
    : transfer.state === 'failed'
      ? serviceFailed(call, 'park', transfer.response?.reasonPhrase ?? null)
      : call;
}

function record(call: Call, wish: RecordingWish | null): Step {
  const before = call.recording;
  const next = wish === null ? { ...call, recording: null } : withRecording(call, wish);

  if (wish?.by === 'phone-system') {
    return step(next, { type: 'send-record', on: true });
  }

  return before?.by === 'phone-system' && before.state !== 'failed'
    ? step(next, { type: 'send-record', on: false })
    : step(next);
}

function toVoicemail(call: Call, way: VoicemailWay): Step {
  const next: Call = { ...call, state: 'terminating', isSentToVoicemail: true };

  switch (way.by) {
    case 'redirect':
      return step(next, { type: 'send-redirect', uri: way.uri });
    case 'decline':
      return step(next, { type: 'send-reject', statusCode: 486 });
    case 'phone-system':
      return step(next, { type: 'ask-voicemail' });
  }
}

function hangUp(call: Call): Step {
  const terminating: Call = { ...call, state: 'terminating' };

  switch (call.state) {
    case 'calling':
    case 'early':
      return step(terminating, { type: 'send-cancel' });
    case 'ringing':
      return call.direction === 'outgoing'
        ? step(terminating, { type: 'send-cancel' })
        : step(terminating, { type: 'send-reject', statusCode: 603 });
    case 'connecting':
    case 'established':
      return step(terminating, { type: 'send-bye' });
    case 'terminating':
    case 'terminated':
      return step(call); // Hanging up twice is what an impatient user does.
  }
}

/** True while an outgoing call waits for its answer. */
function isBeingPlaced({ direction, state }: Call): boolean {
  return (
    direction === 'outgoing' && (state === 'calling' || state === 'ringing' || state === 'early')
  );
}

function progress(call: Call, statusCode: number, hasSdp: boolean): Call {
  if (call.direction === 'incoming' || statusCode === 100) {
    return call;
  }
  if (call.state !== 'calling' && call.state !== 'ringing') {
    return call;
  }
  if (hasSdp) {
    return { ...call, state: 'early' };
  }

  return statusCode === 180 ? { ...call, state: 'ringing' } : call;
}

function latest(tones: string): string {
  return tones.slice(-MOST_DTMF_KEPT);
}

function step(call: Call, ...actions: CallAction[]): Step {
  return { call, actions };
}
