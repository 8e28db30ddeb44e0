import { isTransferring } from '../../../src/call/transfer';
import type { CallDeed } from './call-deed';
import { Icon } from '../controls/icon';
import { partyOf } from '../words/party';
import { Refusal } from '../controls/refusal';
import { KEYS } from '../controls/shortcuts';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

/** On the card of who is asked about another call: connect the two, or go back. */
export function ConsultQuestion({ call, others, consults, country, actions, send }: CallDeed) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const consult = consults.find(({ withCallId }) => withCallId === call.id);
  const about = others.find(({ id }) => id === consult?.callId);

  if (about === undefined) {
    return null;
  }
  const { name } = partyOf(about.remote, country, t);
  const reason =
    call.state === 'terminating'
      ? t('notWhileEnding')
      : isTransferring(about)
        ? t('notWhileTransferring')
        : null;

  return (
    <section class="consult" aria-label={t('consultAbout', name)}>
      <p class="call-hint">{t('consultAbout', name)}</p>
      <div class="target-deeds">
        <button
          type="button"
          class="button quiet"
          aria-keyshortcuts={KEYS.back}
          aria-description={reason ?? undefined}
          title={reason ?? t('keyNamed', t('consultBack', name), KEYS.back)}
          disabled={reason !== null}
          onClick={() => {
            send({ type: 'hang-up' });
          }}
        >
          {t('consultBack', name)}
        </button>
        <button
          type="button"
          class="button call"
          aria-keyshortcuts={KEYS.connect}
          aria-description={reason ?? undefined}
          title={reason ?? t('keyNamed', t('consultConnect'), KEYS.connect)}
          disabled={reason !== null}
          onClick={
            () => void request(() => actions.several({ type: 'connect', withCallId: call.id })) // Its refusal is shown below.
          }
        >
          <Icon name="transfer" small />
          {t('consultConnect')}
        </button>
      </div>
      <Refusal code={refusal} />
    </section>
  );
}
