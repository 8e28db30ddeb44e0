import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { PhoneActions } from './actions';
import { ConnectionNotice } from './connection-notice';
import { Notice } from '../controls/notice';
import { Notices } from '../controls/notices';
import { NoticeAct } from '../controls/notice-act';
import { useWords } from '../words/words';

/** What mends what stands in the way. */
export type SetupActions = Pick<PhoneActions, 'openOptions' | 'openWelcome' | 'reconnect'> &
  Partial<Pick<PhoneActions, 'openConnection'>>;

interface SetupNoticesProps {
  readonly snapshot: PhoneSnapshot;
  readonly actions: SetupActions;
}

/** What stands between the user and a call, each with the way to mend it. */
export function SetupNotices({ snapshot, actions }: SetupNoticesProps) {
  const t = useWords();
  const { account, registration, microphone, devices } = snapshot;
  const isMissing = devices.microphone.trouble === 'missing';

  return (
    <Notices>
      {account === null && (
        <Notice icon="person" title={t('noticeAccountTitle')}>
          <p>{t('noticeAccountText')}</p>
          <div class="actions">
            {/* The welcome page walks through microphone and account together. */}
            <NoticeAct
              word={t('noticeAccountAction')}
              main
              act={microphone === 'granted' ? actions.openOptions : actions.openWelcome}
            />
          </div>
        </Notice>
      )}
      {account !== null && isMissing && (
        <Notice icon="microphone-off" title={t('noticeNoMicrophoneTitle')} trouble>
          <p>{t('noticeNoMicrophoneText')}</p>
        </Notice>
      )}
      {account !== null && devices.speaker.isMissing && (
        <Notice icon="speaker" title={t('noticeNoSpeakerTitle')} trouble>
          <p>{t('noticeNoSpeakerText')}</p>
        </Notice>
      )}
      {account !== null && microphone !== 'granted' && !isMissing && (
        <MicrophoneNotice denied={microphone === 'denied'} openWelcome={actions.openWelcome} />
      )}
      {account !== null && <ConnectionNotice registration={registration} actions={actions} />}
      {account !== null && registration.state === 'unregistered' && (
        <Notice icon="offline" title={t('noticeOfflineTitle')} trouble>
          <div class="actions">
            <NoticeAct word={t('actionConnect')} act={actions.reconnect} />
          </div>
        </Notice>
      )}
    </Notices>
  );
}

interface MicrophoneNoticeProps {
  readonly denied: boolean;
  readonly openWelcome: () => Promise<unknown>;
}

function MicrophoneNotice({ denied, openWelcome }: MicrophoneNoticeProps) {
  const t = useWords();

  return (
    <Notice
      icon={denied ? 'microphone-off' : 'microphone'}
      title={t(denied ? 'noticeBlockedTitle' : 'noticeMicrophoneTitle')}
      trouble={denied}
    >
      <p>{t(denied ? 'noticeBlockedText' : 'noticeMicrophoneText')}</p>
      <div class="actions">
        <NoticeAct
          word={t(denied ? 'noticeBlockedAction' : 'noticeMicrophoneAction')}
          main={!denied}
          act={openWelcome}
        />
      </div>
    </Notice>
  );
}
