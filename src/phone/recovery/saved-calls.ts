import { isLive, type Call, type CallDirection, type Remote } from '../../call/call';
import type { Recorder } from '../../call/recording';
import type { PhoneSnapshot } from '../../protocol/snapshot';
import type { SavedDialog } from '../../sip/dialog';
import type { ConferenceMember } from '../conference';
import type { Consult } from '../consult';
import type { ParkedCall } from '../parked';
import type { ReplyAnswered } from '../reply-answered';

/** How far a call was when it was last seen. */
export type SavedStage =
  /** Nobody has answered yet: it rings here or there. */
  | 'unanswered'
  | 'up'
  /** The user has hung up. */
  | 'ending';

/** Who keeps what is said in a call, so that it can be kept on. */
export interface SavedRecording {
  readonly id: string;
  readonly by: Recorder;
  readonly beeps: boolean;
}

/**
 * What is worth keeping of a call for a phone that has to begin anew. Nothing that is a secret, or
 * may be one: digits are not among it, since people type PINs, and neither is what was written.
 */
export interface SavedCall {
  readonly id: string;
  readonly direction: CallDirection;
  readonly stage: SavedStage;
  readonly remote: Remote;
  readonly firstRemote: Remote;
  /** The user held it, or had asked to. */
  readonly isHeld: boolean;
  readonly isMuted: boolean;
  readonly recording: SavedRecording | null;
  /** It answered by itself then (intercom); null where the user did. */
  readonly answersAtMs: number | null;
  readonly startedAtMs: number;
  readonly establishedAtMs: number | null;
  /** Null until there was one. */
  readonly dialog: SavedDialog | null;
}

/** What is kept of one life of the phone's document, for the next one. */
export interface SavedPhone {
  /** Of the life in which it was written. */
  readonly instanceId: string;
  /** Whose calls they are: a SIP address. */
  readonly address: string;
  readonly calls: readonly SavedCall[];
  readonly conference: readonly ConferenceMember[];
  readonly consults: readonly Consult[];
  readonly parked: readonly ParkedCall[];
  readonly answers: readonly ReplyAnswered[];
}

/** What is worth keeping of a phone now; null where there is nothing. */
export function savedPhone(
  snapshot: PhoneSnapshot,
  dialogOf: (callId: string) => SavedDialog | null,
): SavedPhone | null {
  const { instanceId, account, conference, consults, parked, answers } = snapshot;
  const calls = snapshot.calls.filter(isLive);

  if (account === null || calls.length + parked.length + answers.length === 0) {
    return null;
  }

  return {
    instanceId,
    address: account.address,
    calls: calls.map((call) => savedCall(call, dialogOf(call.id))),
    conference,
    consults,
    parked,
    answers,
  };
}

function savedCall(call: Call, dialog: SavedDialog | null): SavedCall {
  const { id, direction, remote, firstRemote, hold, muted } = call;
  const { answersAtMs, startedAtMs, establishedAtMs } = call;

  return {
    id,
    direction,
    stage: stageOf(call),
    remote,
    firstRemote,
    // Who has just pressed Hold does not want to be heard; who has just taken up does.
    isHeld: hold.requested ?? hold.local,
    isMuted: muted,
    recording: recordingOf(call),
    answersAtMs,
    startedAtMs,
    establishedAtMs,
    dialog,
  };
}

function stageOf({ state }: Call): SavedStage {
  switch (state) {
    case 'connecting':
    case 'established':
      return 'up';
    case 'terminating':
    case 'terminated':
      return 'ending';
    case 'calling':
    case 'ringing':
    case 'early':
      return 'unanswered';
  }
}

function recordingOf({ recording }: Call): SavedRecording | null {
  if (recording === null || recording.state === 'failed') {
    return null;
  }
  const { id, by, beeps } = recording;

  return { id, by, beeps };
}
