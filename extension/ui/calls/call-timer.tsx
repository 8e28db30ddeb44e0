import type { Call } from '../../../src/call/call';
import { durationText } from '../words/time-text';
import { useNowMs } from '../controls/use-now';
import { useWords } from '../words/words';

/** How long the two have been talking; nothing before they do. */
export function CallTimer({ call }: { call: Call }) {
  const t = useWords();
  const nowMs = useNowMs(call.establishedAtMs !== null && call.endedAtMs === null);

  if (call.establishedAtMs === null) {
    return null;
  }

  // A timer is a live region that stays silent (WAI-ARIA 1.2): nobody wants every second read.
  return (
    <span class="call-timer" role="timer" aria-label={t('callTimer')}>
      {durationText((call.endedAtMs ?? nowMs) - call.establishedAtMs)}
    </span>
  );
}
