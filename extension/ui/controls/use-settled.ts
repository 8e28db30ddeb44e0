import { useRef } from 'preact/hooks';
import { useSurroundings } from '../words/words';

/** Nobody reads and decides faster. */
const INERT_MS = 300;

/**
 * Tells whether what shows has stood there long enough to be meant: a key or click that was on its
 * way to something else must not answer a call, nor a question that came up under the pointer.
 */
export function useSettled(): () => boolean {
  const { nowMs } = useSurroundings();
  const appearedAtMs = useRef(nowMs());

  return () => {
    const shownForMs = nowMs() - appearedAtMs.current;

    // Less than nothing: the machine's clock was set back meanwhile.
    return shownForMs >= INERT_MS || shownForMs < 0;
  };
}
