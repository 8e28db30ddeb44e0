import type { HistoryEntry } from '../../../src/history/entry';
import type { CallDeed } from './call-deed';
import { Panel } from '../controls/panel';
import { partyOf } from '../words/party';
import { KEYS } from '../controls/shortcuts';
import { TargetForm } from '../dial/target-form';
import { useWords } from '../words/words';

interface TransferPanelProps extends CallDeed {
  readonly history: readonly HistoryEntry[];
}

/** Where the user says whom the other party shall talk to instead. */
export function TransferPanel({ call, country, history, actions, close }: TransferPanelProps) {
  const t = useWords();
  const { name } = partyOf(call.remote, country, t);

  return (
    <Panel title={t('transferTitle', name)} shortcut={KEYS.transfer} close={close}>
      <TargetForm
        label={t('transferTarget')}
        country={country}
        history={history}
        except={call.remote.uri}
        deeds={[
          {
            word: t('transferNow'),
            icon: 'transfer',
            act: (target) => actions.command(call.id, { type: 'transfer', target }),
          },
          {
            word: t('transferAsk'),
            icon: 'phone',
            act: (target) => actions.several({ type: 'consult', callId: call.id, target }),
          },
        ]}
        done={close}
      />
    </Panel>
  );
}
