import type { PhoneActions } from './actions';
import { Notice } from '../controls/notice';
import { NoticeAct } from '../controls/notice-act';
import { useWords } from '../words/words';

interface UpdateNoticeProps {
  /** Somebody is on the phone, and would not be afterwards. */
  readonly isInCall: boolean;
  readonly actions: Pick<PhoneActions, 'restartNow'>;
}

/** A new version has waited so long for a quiet moment that the user may make one. */
export function UpdateNotice({ isInCall, actions }: UpdateNoticeProps) {
  const t = useWords();

  return (
    <Notice icon="download" title={t('updateTitle')}>
      <p>{t(isInCall ? 'updateTextInCall' : 'updateText')}</p>
      <div class="actions">
        <NoticeAct word={t('updateRestart')} act={actions.restartNow} />
      </div>
    </Notice>
  );
}
