import { useEffect, useReducer } from 'preact/hooks';
import { useSurroundings } from './words';

/** The time now, told anew every second while `running`. */
export function useNowMs(running: boolean): number {
  const { nowMs } = useSurroundings();
  const [, tick] = useReducer((count: number, _: void) => count + 1, 0);

  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const timer = setInterval(() => {
      tick();
    }, 1000);

    return () => {
      clearInterval(timer);
    };
  }, [running]);

  return nowMs();
}
