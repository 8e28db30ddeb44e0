import type { Remote } from '../../call/call';
import { parseSavedDialog } from '../../sip/dialog';
import type { ReplyAnswer } from '../../sip/ringcentral-agent';
import type { ConferenceMember } from '../conference';
import type { Consult } from '../consult';
import type { ParkedCall } from '../parked';
import type { ReplyAnswered } from '../reply-answered';
import type { SavedCall, SavedPhone, SavedRecording, SavedStage } from './saved-calls';

/** More calls than a phone takes part in are nobody's. */
const MOST_CALLS = 8;
const MOST_KEPT = 8;
const MOST_TEXT = 1000;

const STAGES: Readonly<Record<SavedStage, true>> = { unanswered: true, up: true, ending: true };
const ANSWERS: Readonly<Record<ReplyAnswer, true>> = {
  yes: true,
  no: true,
  urgent: true,
  none: true,
};

/**
 * What was kept of a phone, from storage: checked like anything that comes from outside, since it
 * goes into SIP messages and onto the screen. What is no call is dropped, and so is what speaks of
 * a call that is not there; null where nothing is left to speak of.
 */
export function parseSavedPhone(stored: unknown): SavedPhone | null {
  const phone = objectIn(stored);
  const instanceId = phone && textIn(phone.instanceId);
  const address = phone && textIn(phone.address);

  if (phone === null || instanceId === null || address === null) {
    return null;
  }
  const calls = listOf(phone.calls, callIn, MOST_CALLS);
  const isThere = (id: string) => calls.some((call) => call.id === id);

  return {
    instanceId,
    address,
    calls,
    conference: listOf(phone.conference, memberIn, MOST_CALLS).filter(({ callId }) =>
      isThere(callId),
    ),
    consults: listOf(phone.consults, consultIn, MOST_CALLS).filter(
      ({ callId, withCallId }) => isThere(callId) && isThere(withCallId),
    ),
    parked: listOf(phone.parked, parkedIn, MOST_KEPT),
    answers: listOf(phone.answers, answerIn, MOST_KEPT),
  };
}

function callIn(stored: unknown): SavedCall | null {
  const call = objectIn(stored);
  const id = call && textIn(call.id);
  const remote = call && remoteIn(call.remote);
  const firstRemote = call && remoteIn(call.firstRemote);
  const startedAtMs = call && timeIn(call.startedAtMs);

  if (
    call === null ||
    id === null ||
    remote === null ||
    firstRemote === null ||
    startedAtMs === null ||
    !(call.direction === 'incoming' || call.direction === 'outgoing') ||
    !isKey(call.stage, STAGES)
  ) {
    return null;
  }

  return {
    id,
    direction: call.direction,
    stage: call.stage,
    remote,
    firstRemote,
    isHeld: call.isHeld === true,
    // In doubt nobody is heard.
    isMuted: call.isMuted !== false,
    recording: recordingIn(call.recording),
    answersAtMs: timeIn(call.answersAtMs),
    startedAtMs,
    establishedAtMs: timeIn(call.establishedAtMs),
    dialog: parseSavedDialog(call.dialog),
  };
}

function recordingIn(stored: unknown): SavedRecording | null {
  const recording = objectIn(stored);
  const id = recording && textIn(recording.id);

  if (
    recording === null ||
    id === null ||
    !(recording.by === 'local' || recording.by === 'phone-system')
  ) {
    return null;
  }

  return { id, by: recording.by, beeps: recording.beeps === true };
}

function memberIn(stored: unknown): ConferenceMember | null {
  const member = objectIn(stored);
  const callId = member && textIn(member.callId);

  return member === null || callId === null ? null : { callId, isMuted: member.isMuted === true };
}

function consultIn(stored: unknown): Consult | null {
  const consult = objectIn(stored);
  const callId = consult && textIn(consult.callId);
  const withCallId = consult && textIn(consult.withCallId);

  return consult === null || callId === null || withCallId === null
    ? null
    : { callId, withCallId, resumes: consult.resumes === true };
}

function parkedIn(stored: unknown): ParkedCall | null {
  const parked = objectIn(stored);
  const id = parked && textIn(parked.id);
  const remote = parked && remoteIn(parked.remote);
  const parkedAtMs = parked && timeIn(parked.parkedAtMs);

  return parked === null || id === null || remote === null || parkedAtMs === null
    ? null
    : {
        id,
        remote,
        place: textIn(parked.place),
        parkedAtMs,
        retrievedBy: textIn(parked.retrievedBy),
      };
}

function answerIn(stored: unknown): ReplyAnswered | null {
  const answer = objectIn(stored);
  const id = answer && textIn(answer.id);
  const remote = answer && remoteIn(answer.remote);
  const answeredAtMs = answer && timeIn(answer.answeredAtMs);

  if (
    answer === null ||
    id === null ||
    remote === null ||
    answeredAtMs === null ||
    !isKey(answer.answer, ANSWERS)
  ) {
    return null;
  }

  return { id, remote, answer: answer.answer, number: textIn(answer.number), answeredAtMs };
}

function remoteIn(stored: unknown): Remote | null {
  const remote = objectIn(stored);
  const uri = remote && textIn(remote.uri);
  const via = remote && textIn(remote.via);

  return remote === null || uri === null
    ? null
    : { uri, displayName: textIn(remote.displayName), ...(via === null ? {} : { via }) };
}

function listOf<Item>(
  stored: unknown,
  itemIn: (stored: unknown) => Item | null,
  most: number,
): readonly Item[] {
  return (Array.isArray(stored) ? stored : [])
    .slice(0, most)
    .map((item: unknown) => itemIn(item))
    .filter((item) => item !== null);
}

function objectIn(stored: unknown): Readonly<Record<string, unknown>> | null {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? { ...stored }
    : null;
}

function textIn(stored: unknown): string | null {
  return typeof stored === 'string' && stored.length <= MOST_TEXT ? stored : null;
}

function timeIn(stored: unknown): number | null {
  return typeof stored === 'number' && Number.isFinite(stored) ? stored : null;
}

function isKey<Key extends string>(
  stored: unknown,
  keys: Readonly<Record<Key, true>>,
): stored is Key {
  return typeof stored === 'string' && Object.hasOwn(keys, stored);
}
