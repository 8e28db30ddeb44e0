import type { Call, Transfer } from '../../../src/call/call';
import { outcomeOfResponse, type CallOutcome } from '../../../src/call/outcome';
import { partyOf } from '../words/party';
import type { WordKey, Words } from '../words/words';

/** Why somebody can't be reached, as far as the user needs to tell it apart. */
const FAILURES: Partial<Record<CallOutcome, WordKey>> = {
  busy: 'transferBusy',
  'declined-by-remote': 'transferDeclined',
  'no-answer': 'transferNoAnswer',
  unavailable: 'transferNoAnswer',
  'not-found': 'transferNotFound',
  'not-allowed': 'transferNotAllowed',
};

/** Whom the other party is sent to, by name where it is one of the user's calls. */
export function transferTarget(
  { uri, callId }: Transfer,
  others: readonly Call[],
  country: string,
  t: Words,
): string {
  const other = others.find(({ id }) => id === callId)?.remote;
  const remote = other ?? (uri === null ? null : { uri, displayName: null });

  return remote === null ? t('transferSomebody') : partyOf(remote, country, t).name;
}

/** How a transfer stands, in a sentence or two; null where there is nothing to say of it. */
export function transferText(
  call: Call,
  others: readonly Call[],
  country: string,
  t: Words,
): string | null {
  const { transfer, service } = call;

  // To be parked is to be sent somewhere too, and has words of its own.
  if (transfer === null || service?.name === 'park') {
    return null;
  }
  const whom = transferTarget(transfer, others, country, t);

  switch (transfer.state) {
    case 'asked':
    case 'under-way':
      // RFC 3261 §21.1.2: 180 says it rings; others only that they try.
      return t(transfer.response?.statusCode === 180 ? 'transferRings' : 'transferTrying', whom);
    case 'done':
      return t('transferDone', whom);
    case 'failed': {
      const { response } = transfer;
      const word =
        response === null
          ? 'transferNoNews'
          : (FAILURES[outcomeOfResponse(response)] ?? 'transferFailed');
      const { name } = partyOf(call.remote, country, t);

      return `${t(word, whom)} ${t(call.hold.local ? 'transferStillHeld' : 'transferBack', name)}`;
    }
  }
}
