import { isBeingPlaced, isRingingIn, type Call } from '../../../src/call/call';
import { toldLostSound } from '../../../src/call/lost-sound';
import { NewsLine } from './news-line';
import { useLasting } from '../controls/use-lasting';
import { useWords, type WordKey } from '../words/words';

/** The news that a call's server is out of reach, and what that means for the call. */
export function ServerNews({ call }: { readonly call: Call }) {
  const t = useWords();
  // Who waits for an answer reads it where the call's state stands.
  const isTold = useLasting(call.isCutOff && !isBeingPlaced(call));

  return (
    <div aria-live="polite">
      {isTold && (
        <NewsLine icon="warning" what={t('callCutOff')} hint={t(hintWord(call))} isTrouble />
      )}
    </div>
  );
}

/** What one can do without the server, and what becomes of the rest. */
function hintWord(call: Call): WordKey {
  if (isRingingIn(call)) {
    return 'callCutOffRinging';
  }
  if (call.hold.local || call.hold.remote) {
    return 'callCutOffHeld';
  }
  const lost = toldLostSound(call);

  return lost === 'theirs' || lost === 'both' ? 'callCutOffSilent' : 'callCutOffTalking';
}
