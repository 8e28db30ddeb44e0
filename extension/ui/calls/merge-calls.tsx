import type { Call } from '../../../src/call/call';
import { canMerge, isMember, type ConferenceMember } from '../../../src/phone/conference';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { CallDeed, MoreEntry } from './call-deed';
import { DeedButton } from './deed-button';
import { KEYS } from '../controls/shortcuts';
import { useWords } from '../words/words';

/** Everybody talks with everybody. */
export const mergeCalls: MoreEntry = {
  isOffered: ({ call, others, account }) =>
    canConfer(account) && [call, ...others].filter(isUp).length > 1,
  Entry: ({ call, others, actions, run, close }: CallDeed) => {
    const t = useWords();
    const merged = [call, ...others].filter(isUp);

    return (
      <DeedButton
        icon="merge"
        word={t('mergeAll')}
        hint={t('mergeHint')}
        shortcut={KEYS.merge}
        reason={merged.every(canMerge) ? null : t('notWhileAsking')}
        onClick={() => {
          run(() => actions.conference({ type: 'merge', callIds: merged.map(({ id }) => id) }));
          close();
        }}
      />
    );
  },
};

/** The call that this one can be merged with by one press: the one that the user talks in. */
export function mergeableWith(
  call: Call,
  others: readonly Call[],
  members: readonly ConferenceMember[],
  account: AccountView | null,
): Call | null {
  const talking = others.find(({ state, hold }) => state === 'established' && !hold.local);
  const isPossible = canConfer(account) && canMerge(call) && !isMember(members, call.id);

  return isPossible && talking !== undefined && canMerge(talking) ? talking : null;
}

/** Whether calls can be brought together at all, here or at the phone system. */
function canConfer(account: AccountView | null): boolean {
  return account !== null && account.profile.conference !== null;
}

function isUp({ state }: Call): boolean {
  return state === 'established';
}
