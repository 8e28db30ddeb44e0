import type { RegistrationFailure } from '../../src/phone/registration';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import type { PhoneActions } from './actions';
import { lacksMicrophone } from './ended-card';
import { Notice } from './notice';
import { Refusal } from './refusal';
import { ResponseDetails } from './response-details';
import { useNowMs } from './use-now';
import { useRequest } from './use-request';
import { useWords } from './words';
import { REGISTRATION_WORDS } from './wording';

interface SetupNoticesProps {
  readonly snapshot: PhoneSnapshot;
  readonly actions: PhoneActions;
}

/** What stands between the user and a call, each with the way to mend it. */
export function SetupNotices({ snapshot, actions }: SetupNoticesProps) {
  const t = useWords();
  const { account, registration, microphone, calls } = snapshot;
  // The card of such a call says the same and has the same button.
  const saidByCall = calls.some(lacksMicrophone);

  return (
    <>
      {account === null && (
        <Notice icon="person" title={t('noticeAccountTitle')}>
          <p>{t('noticeAccountText')}</p>
          <div class="actions">
            {/* The welcome page walks through microphone and account together. */}
            <Act
              word={t('noticeAccountAction')}
              main
              act={microphone === 'granted' ? actions.openOptions : actions.openWelcome}
            />
          </div>
        </Notice>
      )}
      {account !== null && microphone !== 'granted' && !saidByCall && (
        <MicrophoneNotice denied={microphone === 'denied'} openWelcome={actions.openWelcome} />
      )}
      {account !== null && registration.state === 'failed' && (
        <FailureNotice
          failure={registration.failure}
          retryAtMs={registration.retryAtMs}
          actions={actions}
        />
      )}
      {account !== null && registration.state === 'unregistered' && (
        <Notice icon="offline" title={t('noticeOfflineTitle')} trouble>
          <div class="actions">
            <Act word={t('actionConnect')} act={actions.reconnect} />
          </div>
        </Notice>
      )}
    </>
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
        <Act
          word={t(denied ? 'noticeBlockedAction' : 'noticeMicrophoneAction')}
          main={!denied}
          act={openWelcome}
        />
      </div>
    </Notice>
  );
}

interface FailureNoticeProps {
  readonly failure: RegistrationFailure;
  readonly retryAtMs: number | null;
  readonly actions: PhoneActions;
}

function FailureNotice({ failure, retryAtMs, actions }: FailureNoticeProps) {
  const t = useWords();
  const { what, help } = REGISTRATION_WORDS[failure.code];

  return (
    <Notice icon="warning" title={t(what)} trouble>
      <p>
        {t(help)} {retryAtMs !== null && <Countdown untilMs={retryAtMs} />}
      </p>
      <div class="actions">
        {/* Where trying again alone cannot help, mending comes first. */}
        {retryAtMs === null && <Act word={t('actionCheckAccount')} act={actions.openOptions} />}
        <Act word={t('actionTryAgainNow')} act={actions.reconnect} />
        {retryAtMs !== null && (
          <Act word={t('actionCheckAccount')} act={actions.openOptions} text />
        )}
      </div>
      {failure.response !== null && <ResponseDetails response={failure.response} />}
    </Notice>
  );
}

function Countdown({ untilMs }: { untilMs: number }) {
  const t = useWords();
  const leftS = Math.ceil((untilMs - useNowMs(true)) / 1000);

  return (
    <span role="timer">
      {leftS > 0 ? t('registrationRetryIn', String(leftS)) : t('registrationRetryNow')}
    </span>
  );
}

interface ActProps {
  readonly word: string;
  readonly act: () => Promise<unknown>;
  readonly main?: boolean;
  readonly text?: boolean;
}

function Act({ word, act, main = false, text = false }: ActProps) {
  const { refusal, request } = useRequest();

  return (
    <>
      <button
        type="button"
        class={main ? 'button call' : text ? 'button text' : 'button quiet'}
        onClick={() => void request(act)} // Its refusal is shown beside.
      >
        {word}
      </button>
      {refusal !== null && <Refusal code={refusal} />}
    </>
  );
}
