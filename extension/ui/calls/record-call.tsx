import type { Call } from '../../../src/call/call';
import { isRecorded, type RecordingProblem } from '../../../src/call/recording';
import type { CallDeed, MoreEntry } from './call-deed';
import { DeedButton } from './deed-button';
import { KEYS } from '../controls/shortcuts';
import { useWords, type WordKey } from '../words/words';

/** Begins or ends the recording of a call. */
export const recordCall: MoreEntry = {
  isOffered: ({ call, account }) =>
    call.state === 'established' && account !== null && account.profile.record !== null,
  Entry: ({ call, account, send, close }: CallDeed) => {
    const t = useWords();
    const isOn = isRecorded(call);
    const isLocal = account?.profile.record?.by === 'local';

    return (
      <DeedButton
        icon={isOn ? 'stop-recording' : 'record'}
        word={t(isOn ? 'recordStop' : 'recordStart')}
        hint={t(isLocal ? (isOn ? 'recordStopHint' : 'recordStartHint') : 'recordElsewhereHint')}
        shortcut={KEYS.record}
        onClick={() => {
          send({ type: 'record', on: !isOn });
          close();
        }}
      />
    );
  },
};

const PROBLEM_WORDS: Readonly<Record<RecordingProblem, WordKey>> = {
  'no-space': 'recordingNoSpace',
  'not-stored': 'recordingNotStored',
  'not-recorded': 'recordingNotRecorded',
  refused: 'recordingRefused',
};

/** On a call's card: that it is recorded, or why it is not any more. */
export function RecordingNews({ call }: { call: Call }) {
  const t = useWords();
  const { recording } = call;

  if (recording?.state === 'failed') {
    return (
      <p class="field-error" role="alert">
        {t(PROBLEM_WORDS[recording.problem ?? 'not-recorded'])}
      </p>
    );
  }

  return isRecorded(call) ? (
    <p
      class="call-recording"
      role="status"
      title={recording?.beeps === true ? t('recordingBeeps') : undefined}
    >
      {t(recording?.state === 'on' ? 'stateRecording' : 'stateRecordingAsked')}
    </p>
  ) : null;
}
