import { isBeingPlaced, isRingingIn, type Call } from '../../src/call/call';
import { Icon } from './icon';
import { useWords } from './words';

/**
 * On a call's card: its server is out of reach, and what that means for it. Most connections are
 * back within a second: who needs not know is not told.
 */
export function ServerNews({ call }: { readonly call: Call }) {
  const t = useWords();
  const isTold = call.isCutOff && !isBeingPlaced(call);

  return (
    <div aria-live="polite">
      {isTold && (
        <p class="call-news failed after-a-moment">
          <Icon name="offline" small />
          <span>{t(isRingingIn(call) ? 'callCutOffRinging' : 'callCutOff')}</span>
        </p>
      )}
    </div>
  );
}
