import { useCallback, useState } from 'preact/hooks';
import { RequestFailed } from '../../../src/protocol/envelope';
import type { FailureCode } from '../../../src/protocol/envelope';

/** A request to the phone as a component makes it, and the last refusal it got. */
export interface Requesting {
  /** Why the last request was refused; null when it was not. */
  readonly refusal: FailureCode | null;
  /** Makes a request; resolves to whether it was granted. */
  readonly request: (make: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Lets a component ask for something and say so in words when it is refused. */
export function useRequest(): Requesting {
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  const request = useCallback(async (make: () => Promise<unknown>) => {
    setRefusal(null);
    try {
      await make();

      return true;
    } catch (error) {
      setRefusal(error instanceof RequestFailed ? error.failure.code : 'internal');

      return false;
    }
  }, []);
  const forget = useCallback(() => {
    setRefusal(null);
  }, []);

  return { refusal, request, forget };
}
