import { allCalls } from './all-calls';
import type { CallDeed, MoreEntry } from './call-deed';
import { connectCalls } from './connect-calls';
import { mergeCalls } from './merge-calls';
import { Panel } from '../controls/panel';
import { flipCall, parkCall } from './phone-system';
import { recordCall } from './record-call';
import { KEYS } from '../controls/shortcuts';
import { useWords } from '../words/words';

/** In the order in which they stand there. */
const ENTRIES: readonly MoreEntry[] = [
  mergeCalls,
  connectCalls,
  recordCall,
  parkCall,
  flipCall,
  allCalls,
];

/** True when there is more to do in this call than its buttons say. */
export function hasMore(deed: CallDeed): boolean {
  return ENTRIES.some(({ isOffered }) => isOffered(deed));
}

/** What else one can do in a call. */
export function CallMore(deed: CallDeed) {
  const t = useWords();

  return (
    <Panel title={t('callMore')} shortcut={KEYS.more} close={deed.close}>
      <div class="deeds">
        {ENTRIES.map(({ isOffered, Entry }, index) =>
          isOffered(deed) ? <Entry key={index} {...deed} /> : null,
        )}
      </div>
    </Panel>
  );
}
