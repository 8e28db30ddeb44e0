import type { Core } from 'sip.js';
import { dtmfRelayBody, sdpBody, sipfragBody } from './bodies';

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
