import { isLive, isRingingIn, type Call } from '../../../src/call/call';
import type { CallDeed, MoreEntry } from './call-deed';
import { DeedButton } from './deed-button';
import { KEYS } from '../controls/shortcuts';
import { useWords } from '../words/words';

/** Puts all calls on hold, or ends them all. */
export const allCalls: MoreEntry = {
  isOffered: ({ call, others }) => [call, ...others].filter(isOurs).length > 1,
  Entry: ({ call, others, actions, run, close }: CallDeed) => {
    const t = useWords();
    const isTalking = [call, ...others].some(
      ({ state, hold }) => state === 'established' && !hold.local,
    );

    return (
      <>
        <DeedButton
          icon="pause"
          word={t('allHold')}
          shortcut={KEYS.holdAll}
          reason={isTalking ? null : t('allHeld')}
          onClick={() => {
            run(() => actions.several({ type: 'hold-all' }));
            close();
          }}
        />
        <DeedButton
          icon="hang-up"
          danger
          word={t('allHangUp')}
          shortcut={KEYS.hangUpAll}
          onClick={() => {
            run(() => actions.several({ type: 'hang-up-all' }));
            close();
          }}
        />
      </>
    );
  },
};

function isOurs(call: Call): boolean {
  return isLive(call) && !isRingingIn(call);
}
