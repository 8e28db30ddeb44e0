import { Core } from 'sip.js';
import { dtmfRelayBody, sdpBody, sipfragBody } from './bodies';

const { InviteServerTransaction, SessionDialog } = Core;

const LOOK_EACH_MS = 10;

const hasEnded = (session: Core.Session): boolean =>
  session.signalingState === Core.SignalingState.Closed;

/**
 * Resolves when no re-INVITE of either side is open, so that another may be sent (RFC 3261 section
 * 14.1), and rejects when the call ends before that.
 */
export function untilNoneIsOpen(session: Core.Session): Promise<void> {
  return new Promise((resolve, reject) => {
    const clock = setInterval(() => {
      const isOpen =
        session instanceof SessionDialog &&
        (session.reinviteUserAgentServer ?? session.reinviteUserAgentClient) !== undefined;

      if (hasEnded(session)) {
        clearInterval(clock);
        reject(new Error('PBX: the call ended in the middle of a re-INVITE'));
      } else if (!isOpen) {
        clearInterval(clock);
        resolve();
      }
    }, LOOK_EACH_MS);
  });
}

/** Offers the extension other terms for the call by re-INVITE; resolves with its answer. */
export function reInvite(session: Core.Session, offer: string, contact: string): Promise<string> {
  return new Promise((resolve, reject) => {
    session.invite(
      {
        onAccept: (response) => {
          response.ack();
          resolve(response.message.body);
        },
        onReject: ({ message }) => {
          reject(new Error(`PBX: re-INVITE refused with ${String(message.statusCode)}`));
        },
      },
      { extraHeaders: [`Contact: ${contact}`], body: sdpBody(offer) },
    );
  });
}

const REPEAT_MS = 500;

/**
 * Repeats the answer to a re-INVITE until its ACK comes (RFC 3261 section 13.3.1.4). SIP.js stops
 * when the transaction of an earlier one ends.
 */
export function repeatUntilAcknowledged(session: Core.Session | null): () => void {
  const server = session instanceof SessionDialog ? session.reinviteUserAgentServer : undefined;
  const transaction = server?.transaction;
  const clock = setInterval(() => {
    // What was open when a call ended stays so for good.
    const isOpen =
      session instanceof SessionDialog &&
      session.reinviteUserAgentServer === server &&
      !hasEnded(session);
    if (isOpen && transaction instanceof InviteServerTransaction) {
      transaction.retransmitAcceptedResponse();
    } else {
      clearInterval(clock);
    }
  }, REPEAT_MS);
  return () => {
    clearInterval(clock);
  };
}

/** Tells the extension a key by SIP INFO; resolves with the status of its answer. */
export function tellDigit(
  session: Core.Session,
  digit: string,
  durationMs: number,
): Promise<number> {
  return new Promise((resolve) => {
    const done = ({ message }: Core.IncomingResponse): void => {
      resolve(message.statusCode ?? 0);
    };
    session.info({ onAccept: done, onReject: done }, { body: dtmfRelayBody(digit, durationMs) });
  });
}

/** Tells the extension how a transfer goes. */
export function notifyTransfer(
  session: Core.Session,
  contact: string,
  statusLine: string,
  isLast: boolean,
): void {
  // RFC 3515 section 2.4.7: the last NOTIFY ends the subscription.
  const state = isLast ? 'terminated;reason=noresource' : 'active;expires=60';
  session.notify(undefined, {
    extraHeaders: ['Event: refer', `Subscription-State: ${state}`, `Contact: ${contact}`],
    body: sipfragBody(statusLine),
  });
}
