import type { PhoneActions } from './actions';
import { Notice } from './notice';
import { Refusal } from './refusal';
import { useRequest } from './use-request';
import { useWords } from './words';

interface UpdateNoticeProps {
  /** Somebody is on the phone, and would not be afterwards. */
  readonly isInCall: boolean;
  readonly actions: Pick<PhoneActions, 'restartNow'>;
}

/** A new version has waited so long for a quiet moment that the user may make one. */
export function UpdateNotice({ isInCall, actions }: UpdateNoticeProps) {
  const t = useWords();
  const { refusal, request } = useRequest();

  return (
    <Notice icon="download" title={t('updateTitle')}>
      <p>{t(isInCall ? 'updateTextInCall' : 'updateText')}</p>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          onClick={() => void request(actions.restartNow)} // Its refusal is shown beside.
        >
          {t('updateRestart')}
        </button>
      </div>
      {refusal !== null && <Refusal code={refusal} />}
    </Notice>
  );
}
