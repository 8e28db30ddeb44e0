import type { Core, Session } from 'sip.js';
import type { OfferTurn } from './offer-turn';

/** What is to happen around a re-INVITE. */
export interface Reinvite {
  readonly turn: OfferTurn;
  /** Further header fields. */
  readonly headers: readonly string[];
  /** Runs just before the offer is made. */
  readonly prepare: () => void;
  readonly accepted: (message: Core.IncomingResponseMessage) => void;
  readonly rejected: (refusal: ReinviteRefusal) => void;
}

/** Why a re-INVITE changed nothing. */
export interface ReinviteRefusal {
  readonly statusCode: number;
  /** The response that said so; null where it was not even sent, or nobody answered. */
  readonly message: Core.IncomingResponseMessage | null;
}

/**
 * Sends one re-INVITE (RFC 3261 §14.1). Exactly one of `accepted` and `rejected` follows; an INVITE
 * of ours or theirs that is under way means rejected with 491, wherever it is noticed.
 */
export function reinvite(
  session: Session,
  { turn, headers, prepare, accepted, rejected }: Reinvite,
): void {
  let isSettled = false;
  const settle = (tell: () => void) => {
    if (!isSettled) {
      isSettled = true;
      tell();
    }
  };
  const fail = (statusCode: number) => {
    settle(() => {
      rejected({ statusCode, message: null });
    });
  };

  if (turn.isOurs || turn.isTheirs) {
    fail(491);
    return;
  }
  turn.isOursComing = true;
  try {
    prepare();
    session
      .invite({
        requestOptions: { extraHeaders: [...headers] },
        requestDelegate: {
          onAccept: ({ message }) => {
            settle(() => {
              accepted(message);
            });
          },
          onReject: ({ message }) => {
            settle(() => {
              rejected({
                statusCode: message.statusCode ?? 500,
                message: message.hasHeader('via') ? message : null,
              });
            });
          },
        },
      })
      .then(({ delegate }) => {
        turn.isOursComing = false;
        // SIP.js does nothing about a 3xx, and would take the way for taken ever after.
        if (delegate !== undefined) {
          delegate.onRedirect = (response) => delegate.onReject?.(response);
        }
      })
      .catch(() => {
        turn.isOursComing = false;
        // The offer may have been made before it turned out that it can't be sent.
        void session.sessionDescriptionHandler?.rollbackDescription?.().catch(() => undefined);
        fail(500);
      });
  } catch {
    turn.isOursComing = false;
    fail(500);
  }
}
