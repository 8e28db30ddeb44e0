import type { ReasonHeader } from '../sip/reason';
import type { LostSound } from './lost-sound';
import type { Recording } from './recording';
import type { Reply } from './turn-away';
import type { Service } from './service';

/** Why a call ended. The names are the dialog events of RFC 4235 §3.7.1. */
export type EndCause =
  'cancelled' | 'rejected' | 'replaced' | 'local-bye' | 'remote-bye' | 'error' | 'timeout';

/** A SIP final response, as the details behind a failure show it. */
export interface SipResponse {
  readonly statusCode: number;
  readonly reasonPhrase: string;
}

/** What went wrong on our own side, where no SIP response says it. */
export type CallProblem =
  | 'media-failed'
  | 'incompatible-media'
  | 'connection-lost'
  /** The phone had to begin anew, and could not take the call up again. */
  | 'lost'
  | 'internal';

/** How a call came to its end: the cause, and whatever the wire said about it. */
export interface CallEnd {
  readonly cause: EndCause;
  /** The SIP final response behind the cause, when there was one. */
  readonly response: SipResponse | null;
  /** The Reason header of the CANCEL or BYE (RFC 3326); tells "answered elsewhere" from missed. */
  readonly reason: ReasonHeader | null;
  /** Only with cause `error`. */
  readonly problem: CallProblem | null;
}

/**
 * ```txt
 * outgoing  calling ──180──► ringing ──183+SDP──► early ──2xx──► established ──BYE──► terminated
 * incoming  ringing ──answer──► connecting ──ACK──────────────────────┘
 * any state but terminated: hang-up ──► terminating ──► terminated
 * ```
 */
export type CallState =
  'calling' | 'ringing' | 'early' | 'connecting' | 'established' | 'terminating' | 'terminated';

/** Media direction of an established call, RFC 3264 §8.4. Each side holds on its own. */
export interface Hold {
  readonly local: boolean;
  readonly remote: boolean;
  /** What our outstanding re-INVITE asks for; null when none is outstanding. */
  readonly requested: boolean | null;
}

/** The digits each side has sent in this call, oldest first. */
export interface DtmfHeard {
  readonly sent: string;
  readonly received: string;
}

/** The other party, as the wire names them. */
export interface Remote {
  readonly uri: string;
  readonly displayName: string | null;
  /** Whom they called first, who sent the call on to us: a name or number to be shown. */
  readonly via?: string;
}

/** How sending the other party on to somebody else stands (RFC 3515). */
export interface Transfer {
  /** Whom to, as a SIP URI; null where it is one of our own calls. */
  readonly uri: string | null;
  /** The call whose other party they get; null where it is just an address. */
  readonly callId: string | null;
  readonly state: 'asked' | 'under-way' | 'done' | 'failed';
  /** What was last heard of it. */
  readonly response: SipResponse | null;
}

/** Who began a call: the user, or the other party. */
export type CallDirection = 'outgoing' | 'incoming';

/** One call, whole, as data. JSON only: it crosses runtime messaging inside the snapshot. */
export interface Call {
  readonly id: string;
  readonly direction: CallDirection;
  /** Whom the call is with now. */
  readonly remote: Remote;
  /** Whom it was with at its beginning: the log keeps these. */
  readonly firstRemote: Remote;
  readonly state: CallState;
  readonly hold: Hold;
  readonly muted: boolean;
  /** The server can't be reached now. Who talks goes on talking; the rest waits. */
  readonly isCutOff: boolean;
  /** The phone had to begin anew, and the call is on its way back: neither side hears the other. */
  readonly isComingBack: boolean;
  readonly dtmf: DtmfHeard;
  /** The digits that, as far as is known, did not get through; empty once others are sent. */
  readonly lostDigits: string;
  /** The digits that follow what was dialled, as soon as somebody is there to hear them. */
  readonly digitsToFollow: string | null;
  /** Where the server says the called party is now (a 3xx); calling there is the user's to decide. */
  readonly movedTo: readonly Remote[];
  /** Whom the user sent an incoming call to instead of answering it, as a SIP URI. */
  readonly forwardedTo: string | null;
  /** The user sent it to the mailbox. */
  readonly isSentToVoicemail: boolean;
  /** It rings, but the user wants to hear nothing of it. */
  readonly isSilenced: boolean;
  /** When it is answered by itself (intercom), or was; null for one that the user answers. */
  readonly answersAtMs: number | null;
  /** The words that the caller got instead of an answer; null where there were none. */
  readonly reply: Reply | null;
  /** The transfer under way, or how the last one turned out; null until there was one. */
  readonly transfer: Transfer | null;
  /** Whom the other side wants us to call instead (REFER); the user decides, nobody else. */
  readonly referral: Remote | null;
  /** Who wants to take the other party's place in this call (RFC 3891); the user decides. */
  readonly replacement: Remote | null;
  /** What is kept of what is said; null where nobody asked for it. */
  readonly recording: Recording | null;
  /** What the phone system was last asked to do with it; null until it was. */
  readonly service: Service | null;
  /** What the other side last wrote, as plain text. */
  readonly message: string | null;
  /** Whose voice does not get through, although it was tried to mend that. */
  readonly lostSound: LostSound | null;
  /** It has sounded poor for some seconds: words may be missed. */
  readonly soundsPoor: boolean;
  /** Nothing has come from the other side for so long that the user may want to hang up. */
  readonly asksToHangUp: boolean;
  /** Epoch milliseconds; null until it happened. */
  readonly startedAtMs: number;
  readonly establishedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly end: CallEnd | null;
}

/** A call at its very beginning: dialled by the user, or announced by an INVITE. */
export function newCall(
  id: string,
  direction: CallDirection,
  remote: Remote,
  startedAtMs: number,
): Call {
  return {
    id,
    direction,
    remote,
    firstRemote: remote,
    state: direction === 'outgoing' ? 'calling' : 'ringing',
    hold: { local: false, remote: false, requested: null },
    muted: false,
    isCutOff: false,
    isComingBack: false,
    dtmf: { sent: '', received: '' },
    lostDigits: '',
    digitsToFollow: null,
    movedTo: [],
    forwardedTo: null,
    isSentToVoicemail: false,
    isSilenced: false,
    answersAtMs: null,
    reply: null,
    transfer: null,
    referral: null,
    replacement: null,
    message: null,
    lostSound: null,
    soundsPoor: false,
    asksToHangUp: false,
    recording: null,
    service: null,
    startedAtMs,
    establishedAtMs: null,
    endedAtMs: null,
    end: null,
  };
}

/** True until the call has ended: such a call still occupies the phone. */
export function isLive(call: Call): boolean {
  return call.state !== 'terminated';
}

/** True for an incoming call that waits for the user's answer. */
export function isRingingIn(call: Call): boolean {
  return call.direction === 'incoming' && call.state === 'ringing';
}

/** True while an outgoing call waits for its answer. */
export function isBeingPlaced({ direction, state }: Call): boolean {
  return (
    direction === 'outgoing' && (state === 'calling' || state === 'ringing' || state === 'early')
  );
}
