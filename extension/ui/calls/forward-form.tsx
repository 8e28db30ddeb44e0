import type { IncomingDeed } from './call-deed';
import { Panel } from '../controls/panel';
import { partyOf } from '../words/party';
import { TargetForm } from '../dial/target-form';
import { useWords } from '../words/words';

/** Sends a call that rings to somebody else. */
export function ForwardForm({ call, country, history, actions, close }: IncomingDeed) {
  const t = useWords();
  const { name } = partyOf(call.remote, country, t);

  return (
    <Panel title={t('forwardTitle', name)} close={close}>
      <TargetForm
        label={t('forwardTarget')}
        country={country}
        history={history}
        except={call.remote.uri}
        deeds={[
          {
            word: t('forwardNow'),
            icon: 'forward',
            act: (target) => actions.command(call.id, { type: 'redirect', target }),
          },
        ]}
        done={close}
      />
    </Panel>
  );
}
