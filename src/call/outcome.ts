import { saysAnsweredElsewhere } from '../sip/reason';
import type { Call, CallEnd, SipResponse } from './call';

/** How a call turned out, in the user's terms: what the history and the ended card say. */
export type CallOutcome =
  | 'talked'
  | 'missed'
  | 'answered-elsewhere'
  | 'declined'
  | 'forwarded'
  | 'sent-to-voicemail'
  | 'replied'
  | 'cancelled'
  | 'busy'
  | 'declined-by-remote'
  | 'not-found'
  | 'moved'
  | 'no-answer'
  | 'not-allowed'
  | 'unavailable'
  | 'incompatible'
  | 'server-trouble'
  | 'connection-lost'
  | 'lost'
  | 'failed';

/** The outcome of an ended call; null while it lives. */
export function outcomeOf(call: Call): CallOutcome | null {
  if (call.end === null) {
    return null;
  }
  if (call.end.cause === 'error') {
    return outcomeOfProblem(call.end);
  }
  if (call.establishedAtMs !== null) {
    return 'talked';
  }

  if (call.forwardedTo !== null && call.end.cause === 'rejected') {
    return 'forwarded';
  }
  if (call.isSentToVoicemail && isTurnedAway(call.end)) {
    return 'sent-to-voicemail';
  }
  if (call.reply?.state === 'sent' && isTurnedAway(call.end)) {
    return 'replied';
  }
  if (call.movedTo.length > 0 && call.end.cause === 'rejected') {
    return 'moved';
  }

  return call.direction === 'incoming' ? outcomeOfIncoming(call.end) : outcomeOfOutgoing(call.end);
}

/** By us, or by the phone system that dealt with the call as we asked. */
function isTurnedAway({ cause, reason }: CallEnd): boolean {
  return cause === 'rejected' || (cause === 'cancelled' && !saysAnsweredElsewhere(reason));
}

function outcomeOfIncoming(end: CallEnd): CallOutcome {
  switch (end.cause) {
    case 'rejected':
    case 'local-bye':
      return 'declined';
    case 'replaced':
      return 'answered-elsewhere';
    default:
      return saysAnsweredElsewhere(end.reason) ? 'answered-elsewhere' : 'missed';
  }
}

function outcomeOfOutgoing(end: CallEnd): CallOutcome {
  switch (end.cause) {
    case 'cancelled':
    case 'local-bye':
      return 'cancelled';
    case 'timeout':
      return 'no-answer';
    default:
      return end.response === null ? 'failed' : outcomeOfResponse(end.response);
  }
}

function outcomeOfProblem(end: CallEnd): CallOutcome {
  switch (end.problem) {
    case 'connection-lost':
    case 'lost':
      return end.problem;
    case 'incompatible-media':
      return 'incompatible';
    default:
      return end.response === null ? 'failed' : outcomeOfResponse(end.response);
  }
}

/** The meaning of each final response to an INVITE (RFC 3261 §21.4 to §21.6). */
export function outcomeOfResponse({ statusCode }: SipResponse): CallOutcome {
  switch (statusCode) {
    case 486:
    case 600:
      return 'busy';
    case 603:
    case 607: // Unwanted (RFC 8197)
      return 'declined-by-remote';
    case 404:
    case 410:
    case 484:
    case 485:
    case 604:
      return 'not-found';
    case 408:
    case 487:
      return 'no-answer';
    case 480:
      return 'unavailable';
    case 401:
    case 402:
    case 403:
    case 407:
      return 'not-allowed';
    case 415:
    case 488:
    case 606:
      return 'incompatible';
    default:
      return statusCode >= 500 && statusCode < 600 ? 'server-trouble' : 'failed';
  }
}
