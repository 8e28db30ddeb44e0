import { RequestPendingError, type Session } from 'sip.js';

/** What is to happen around a re-INVITE. */
export interface Reinvite {
  /** Runs just before the offer is made. */
  readonly prepare: () => void;
  readonly accepted: (sdp: string | undefined) => void;
  readonly rejected: (statusCode: number) => void;
}

/**
 * Sends one re-INVITE (RFC 3261 §14.1). Exactly one of `accepted` and `rejected` follows; an INVITE
 * of ours or theirs that is under way means rejected with 491, wherever it is noticed.
 */
export function reinvite(session: Session, { prepare, accepted, rejected }: Reinvite): void {
  let isSettled = false;
  const reject = (statusCode: number) => {
    if (!isSettled) {
      isSettled = true;
      rejected(statusCode);
    }
  };

  try {
    prepare();
    session
      .invite({
        requestDelegate: {
          onAccept: ({ message }) => {
            if (!isSettled) {
              isSettled = true;
              accepted(message.body);
            }
          },
          onReject: ({ message }) => {
            reject(message.statusCode ?? 500);
          },
        },
      })
      .catch((error: unknown) => {
        // The offer may have been made before the way turned out to be taken.
        void session.sessionDescriptionHandler?.rollbackDescription?.().catch(() => undefined);
        reject(statusOf(error));
      });
  } catch (error) {
    reject(statusOf(error));
  }
}

function statusOf(error: unknown): number {
  return error instanceof RequestPendingError ? 491 : 500;
}
