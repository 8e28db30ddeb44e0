import { step, type Step } from './action';
import type { Call } from './call';

/** Who records: this browser, or the phone system for us. */
export type Recorder = 'local' | 'phone-system';

/** Why a recording came to nothing, as far as anybody knows. */
export type RecordingProblem = 'no-space' | 'not-stored' | 'not-recorded' | 'refused';

/** A recording of a call, from the wish for it to its end. */
export interface Recording {
  /** Names it among all recordings; merged calls are in one. */
  readonly id: string;
  readonly by: Recorder;
  readonly state: 'asked' | 'on' | 'failed';
  /** Only with state `failed`. */
  readonly problem: RecordingProblem | null;
  /** Whether the others hear a beep again and again. */
  readonly beeps: boolean;
}

/** What a new recording is, before anybody has begun with it. */
export type RecordingWish = Pick<Recording, 'id' | 'by' | 'beeps'>;

/** True while what is said in the call is kept, or is about to be. */
export function isRecorded({ recording, state }: Call): boolean {
  return state === 'established' && recording !== null && recording.state !== 'failed';
}

/** The call with a recording wished for. */
function withRecording(call: Call, wish: RecordingWish): Call {
  return { ...call, recording: { ...wish, state: 'asked', problem: null } };
}

/** The call after somebody began to record it; late news of an earlier recording change nothing. */
export function recordingStarted(call: Call): Call {
  return call.recording?.state === 'asked'
    ? { ...call, recording: { ...call.recording, state: 'on' } }
    : call;
}

/** The call after its recording came to nothing, at its beginning or later. */
export function recordingFailed(call: Call, problem: RecordingProblem): Call {
  return call.recording === null || call.recording.state === 'failed'
    ? call
    : { ...call, recording: { ...call.recording, state: 'failed', problem } };
}

/** Begins with a recording, or ends it without a wish; only the phone system has to be told. */
export function record(call: Call, wish: RecordingWish | null): Step {
  const before = call.recording;
  const next = wish === null ? { ...call, recording: null } : withRecording(call, wish);

  if (wish?.by === 'phone-system') {
    return step(next, { type: 'send-record', on: true });
  }

  return before?.by === 'phone-system' && before.state !== 'failed'
    ? step(next, { type: 'send-record', on: false })
    : step(next);
}
