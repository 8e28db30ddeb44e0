import { codeTarget } from '../../../src/account/profile';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { MessageSummary } from '../../../src/sip/message-summary';
import type { PhoneActions } from './actions';
import { Icon } from '../controls/icon';
import { Refusal } from '../controls/refusal';
import { KEYS } from '../controls/shortcuts';
import { useRequest } from '../controls/use-request';
import { useWords, type Words } from '../words/words';

interface VoicemailProps {
  readonly voicemail: MessageSummary | null;
  readonly account: AccountView;
  readonly actions: Pick<PhoneActions, 'dial'>;
}

/** The user's mailbox: what waits in it, and a click calls it. */
export function Voicemail({ voicemail, account, actions }: VoicemailProps) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const box = account.profile.voicemail;
  const isWaiting = voicemail?.isWaiting === true;

  if (box === null && !isWaiting) {
    return null;
  }

  return (
    <section class={isWaiting ? 'voicemail waiting' : 'voicemail'} aria-label={t('voicemailTitle')}>
      <button
        type="button"
        class="voicemail-call"
        disabled={box === null}
        aria-keyshortcuts={KEYS.voicemail}
        title={t('keyNamed', t('voicemailCall'), KEYS.voicemail)}
        onClick={
          box === null ? undefined : () => void request(() => actions.dial(codeTarget(box.target))) // Shown below.
        }
      >
        <span class="voicemail-icon">
          <Icon name="voicemail" small />
        </span>
        <span class="voicemail-what">{whatWaits(voicemail, t)}</span>
        <span class="voicemail-hint">
          {t(box === null ? 'voicemailNoNumber' : 'voicemailCall')}
        </span>
      </button>
      <Refusal code={refusal} />
    </section>
  );
}

function whatWaits(voicemail: MessageSummary | null, t: Words): string {
  if (voicemail === null) {
    return t('voicemailTitle');
  }
  if (!voicemail.isWaiting) {
    return t('voicemailNone');
  }
  const { newMessages } = voicemail;

  return newMessages === null
    ? t('voicemailSome')
    : newMessages === 1
      ? t('voicemailOne')
      : t('voicemailMany', String(newMessages));
}
