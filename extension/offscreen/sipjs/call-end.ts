import type { CallEnd, CallProblem, EndCause, SipResponse } from '../../../src/call/call';
import type { ReasonHeader } from '../../../src/sip/reason';

/** The end of a call in whole, from the part of it that is known. */
export function callEnd(
  cause: EndCause,
  known: {
    readonly response?: SipResponse | null;
    readonly reason?: ReasonHeader | null;
    readonly problem?: CallProblem | null;
  } = {},
): CallEnd {
  return { cause, response: null, reason: null, problem: null, ...known };
}

/** How a call that we dialled ended with a final response other than 2xx (RFC 3261 §13.2.2.3). */
export function endOfRefusal(response: SipResponse, isCancelled: boolean): CallEnd {
  if (isCancelled) {
    return callEnd('cancelled', { response });
  }

  return callEnd(response.statusCode === 408 ? 'timeout' : 'rejected', { response });
}
