import { step, type Step } from './action';
import {
  isBeingPlaced,
  isRingingIn,
  type Call,
  type CallEnd,
  type Remote,
  type SipResponse,
} from './call';
import { latestDtmf } from './dtmf';
import { hangUp } from './hang-up';
import { withLostSound, type LostSound } from './lost-sound';
import { recordingFailed, recordingStarted, type RecordingProblem } from './recording';
import type { WayState } from './sound-way';
import { replaced, withoutReplacement, withReplacementAsked } from './replacement';
import {
  parkedByTransfer,
  serviceDone,
  serviceFailed,
  type Service,
  type ServiceName,
} from './service';
import { withFailure, withNews } from './transfer';
import { replyRefused, replySent } from './turn-away';

/** What the SIP stack reports. Past facts, named after the message that caused them. */
export type CallEvent =
  | { readonly type: 'provisional-received'; readonly statusCode: number; readonly hasSdp: boolean }
  | { readonly type: 'confirmed' }
  /** The called party has moved (RFC 3261 §21.3); the end follows. */
  | { readonly type: 'redirected'; readonly targets: readonly Remote[] }
  | { readonly type: 'ended'; readonly end: CallEnd }
  /** The server can't be reached: what is asked of the call waits until it can. */
  | { readonly type: 'cut-off' }
  | { readonly type: 'reconnected' }
  /** The call goes on in another life of the phone. */
  | { readonly type: 'came-back' }
  /** Nobody knows what became of the INVITE, so another one left in its place. */
  | { readonly type: 'calling-again' }
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
  /** Whether sound can get through has changed; or it is looked for anew. */
  | { readonly type: 'way-changed'; readonly way: WayState }
  | { readonly type: 'way-renewed' }
  | {
      readonly type: 'sound-watched';
      readonly lostSound: LostSound | null;
      /** The user is to be asked whether to hang up. */
      readonly asks: boolean;
    }
  | { readonly type: 'quality-watched'; readonly isPoor: boolean }
  | { readonly type: 'dtmf-received'; readonly tone: string }
  /** Nobody has said that these digits of ours were taken. */
  | { readonly type: 'dtmf-lost'; readonly tones: string }
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

/** The digits a phone can send (RFC 4733 §3.2). */
const DTMF_TONES = /^[0-9A-D*#]{1,64}$/;

/** The most text kept of what the other side wrote, for the same reason. */
const MOST_TEXT_KEPT = 500;

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

    case 'cut-off':
    case 'reconnected':
      return step({ ...call, isCutOff: event.type === 'cut-off' });

    case 'came-back':
      return step({ ...call, isComingBack: false });

    case 'calling-again':
      return step(isBeingPlaced(call) ? { ...call, state: 'calling' } : call);

    case 'ended':
      return step({
        ...call,
        state: 'terminated',
        isCutOff: false,
        isComingBack: false,
        referral: null,
        replacement: null,
        hold: { ...call.hold, requested: null },
        lostSound: null,
        soundsPoor: false,
        asksToHangUp: false,
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

    case 'way-changed':
    case 'way-renewed':
      return step(call); // What is to be done about it depends on time: see Sounding.

    case 'sound-watched':
      return step(withLostSound(call, event.lostSound, event.asks));

    case 'quality-watched':
      return step(
        event.isPoor === call.soundsPoor || call.state !== 'established'
          ? call
          : { ...call, soundsPoor: event.isPoor },
      );

    case 'dtmf-received':
      if (!DTMF_TONES.test(event.tone)) {
        return step(call);
      }
      return step({
        ...call,
        dtmf: { ...call.dtmf, received: latestDtmf(call.dtmf.received + event.tone) },
      });

    case 'dtmf-lost':
      return step({ ...call, lostDigits: latestDtmf(call.lostDigits + event.tones) });

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
        { ...call, digitsToFollow: null, dtmf: { ...dtmf, sent: latestDtmf(dtmf.sent + tones) } },
        { type: 'send-dtmf', tones },
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
