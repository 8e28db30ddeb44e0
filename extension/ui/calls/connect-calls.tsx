import { canTransfer } from '../../../src/call/transfer';
import type { Call } from '../../../src/call/call';
import type { CallDeed, MoreEntry } from './call-deed';
import { DeedButton } from './deed-button';
import { partyOf } from '../words/party';
import { useWords } from '../words/words';

/** Connects the other party with that of another call, and leaves the two alone. */
export const connectCalls: MoreEntry = {
  isOffered: ({ call, others, consults }) =>
    canTransfer(call) &&
    others.some(isUp) &&
    !consults.some(({ withCallId }) => withCallId === call.id),
  Entry: ({ call, others, country, actions, run, close }: CallDeed) => {
    const t = useWords();
    const { name } = partyOf(call.remote, country, t);

    return (
      <>
        {others.filter(isUp).map((other) => (
          <DeedButton
            key={other.id}
            icon="transfer"
            word={t('transferConnect', name, partyOf(other.remote, country, t).name)}
            hint={t('transferConnectHint')}
            onClick={() => {
              // Who waits is sent to who is there: as one would who had asked first.
              const [from, to] = other.hold.local ? [other, call] : [call, other];

              run(() => actions.command(from.id, { type: 'transfer-to-call', callId: to.id }));
              close();
            }}
          />
        ))}
      </>
    );
  },
};

function isUp({ state }: Call): boolean {
  return state === 'established';
}
