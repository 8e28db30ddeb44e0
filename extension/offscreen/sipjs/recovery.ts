import { Core, type Invitation, type Session } from 'sip.js';
import { requestBehind } from './ringing';

/** These say that there is no such call any more, whatever else they say (RFC 5057 §5.1). */
const GONE: readonly number[] = [404, 410, 481, 604];

/** What the other side may have to say of a call that we were cut off from. */
export interface Lives {
  /** It knows the call. */
  readonly lives: () => void;
  readonly isGone: () => void;
}

/** Asks the other side whether there still is the call (RFC 3261 §11): an OPTIONS changes nothing. */
export function askWhetherItLives({ dialog, userAgent }: Session, { lives, isGone }: Lives): void {
  if (!(dialog instanceof Core.SessionDialog)) {
    return; // Nobody knows that it rings, and nobody can be asked.
  }
  const answered = ({ message }: Core.IncomingResponse) => {
    const { statusCode = 0 } = message;

    if (statusCode < 300) {
      lives();
    } else if (GONE.includes(statusCode) && message.hasHeader('via')) {
      isGone();
    }
  };

  userAgent.userAgentCore.request(dialog.createOutgoingRequestMessage('OPTIONS'), {
    onAccept: answered,
    onRedirect: answered,
    onReject: answered,
  });
}

/**
 * Acknowledges an answer to an INVITE of ours that comes once more, because our ACK got lost with
 * the connection; SIP.js has forgotten the INVITE by then. False for any other response.
 */
export function acknowledgesAgain(
  core: Core.UserAgentCore,
  { method, statusCode = 0, viaBranch, callId, fromTag, toTag, cseq }: Core.IncomingResponseMessage,
): boolean {
  const dialog = core.dialogs.get(`${callId}${fromTag}${toTag}`);
  const isAnswer = method === 'INVITE' && statusCode >= 200 && statusCode < 300;

  if (!isAnswer || dialog === undefined || core.userAgentClients.has(`${viaBranch}INVITE`)) {
    return false;
  }
  const ack = dialog.createOutgoingRequestMessage('ACK', { cseq });

  // A transaction of its own, as every ACK of a 2xx is (RFC 3261 §13.2.2.4).
  ack.setViaHeader(`z9hG4bK${crypto.randomUUID()}`, core.transport.protocol);
  core.transport.send(ack.toString()).catch(() => undefined);

  return true;
}

/** Sends our last response to an INVITE once more: it may have got lost with the connection. */
export function sayAgain(invitation: Invitation): void {
  const transaction = requestBehind(invitation)?.transaction;

  if (transaction instanceof Core.InviteServerTransaction) {
    if (transaction.state === Core.TransactionState.Accepted) {
      transaction.retransmitAcceptedResponse();
    } else {
      // To the transaction it is the INVITE once more (RFC 3261 §17.2.1).
      transaction.receiveRequest(invitation.request);
    }
  }
}

/** Lets go of an INVITE without a word: the server has sent another in its place. */
export function abandonQuietly(invitation: Invitation): void {
  const behind = requestBehind(invitation);

  if (behind !== null) {
    behind.reject = () => ({ message: '' });
    invitation.userAgent.userAgentCore.userAgentServers.delete(behind.transaction.id);
    behind.dispose();
  }
  invitation.dialog?.dispose();
  invitation.reject().catch(() => undefined);
}

/** SIP.js waits for an ACK that came when we were cut off. */
export function takeForAcknowledged({ dialog }: Session): void {
  if (dialog instanceof Core.SessionDialog) {
    (dialog as unknown as { ackWait: boolean }).ackWait = false; // Looked up in SIP.js 0.21.2.
  }
}
