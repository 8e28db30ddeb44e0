import type { Call, SipResponse, Transfer } from './call';

/** True where the other party can be sent on now: the call is up, and no transfer is under way. */
export function canTransfer({ state, transfer }: Call): boolean {
  return state === 'established' && !isPending(transfer);
}

/** The call with the other party asked to call somebody else. */
export function asked(call: Call, to: Pick<Transfer, 'uri' | 'callId'>): Call {
  return { ...call, transfer: { ...to, state: 'asked', response: null } };
}

/**
 * The call after news of its transfer. A failure leaves it as it was, and so does news that comes
 * when nobody waits for it any more.
 */
export function withNews(call: Call, response: SipResponse): Call {
  if (!isPending(call.transfer) || call.state !== 'established') {
    return call;
  }
  const { statusCode } = response;
  const state = statusCode < 200 ? 'under-way' : statusCode < 300 ? 'done' : 'failed';

  return { ...call, transfer: { ...call.transfer, state, response } };
}

/** The call after the transfer came to nothing: refused, or not heard of for too long. */
export function withFailure(call: Call, response: SipResponse | null): Call {
  return isPending(call.transfer)
    ? { ...call, transfer: { ...call.transfer, state: 'failed', response } }
    : call;
}

/** True while it is not known how a transfer turns out. */
export function isTransferring({ transfer }: Call): boolean {
  return isPending(transfer);
}

function isPending(transfer: Transfer | null): transfer is Transfer {
  return transfer?.state === 'asked' || transfer?.state === 'under-way';
}
