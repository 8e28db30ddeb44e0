import { useEffect, useState } from 'preact/hooks';
import { useSurroundings } from '../words/words';

/** The time now, told anew every second while `running`. */
export function useNowMs(running: boolean): number {
  const { nowMs } = useSurroundings();
  const [, tick] = useState(0);

  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 1000);

    return () => {
      clearInterval(timer);
    };
  }, [running]);

  return nowMs();
}
