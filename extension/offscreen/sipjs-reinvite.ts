import { Core, type Session } from 'sip.js';

/** What is to happen around a re-INVITE. */
export interface Reinvite {
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
export function reinvite(session: Session, { prepare, accepted, rejected }: Reinvite): void {
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

  if (isBusy(session)) {
    fail(491);
    return;
  }
  try {
    prepare();
    session
      .invite({
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
        // SIP.js does nothing about a 3xx, and would take the way for taken ever after.
        if (delegate !== undefined) {
          delegate.onRedirect = (response) => delegate.onReject?.(response);
        }
      })
      .catch(() => {
        const statusCode = isBusy(session) ? 491 : 500;

        // The offer may have been made before the way turned out to be taken.
        void session.sessionDescriptionHandler?.rollbackDescription?.().catch(() => undefined);
        fail(statusCode);
      });
  } catch {
    fail(500);
  }
}

/** True while an INVITE of either side is under way in the dialog. */
function isBusy({ dialog }: Session): boolean {
  return (
    dialog instanceof Core.SessionDialog &&
    (dialog.reinviteUserAgentClient !== undefined || dialog.reinviteUserAgentServer !== undefined)
  );
}
