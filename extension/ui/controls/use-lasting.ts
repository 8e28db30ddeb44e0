import { useEffect, useState } from 'preact/hooks';

/** What is gone so soon only makes the screen jump; its header says it. */
const BLIP_MS = 1_500;

/** Whether something is so since a while. What was so at first sight is. */
export function useLasting(isSo: boolean): boolean {
  const [isLasting, setLasting] = useState(isSo);

  useEffect(() => {
    if (!isSo) {
      setLasting(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      setLasting(true);
    }, BLIP_MS);

    return () => {
      clearTimeout(timer);
    };
  }, [isSo]);

  return isSo && isLasting;
}
