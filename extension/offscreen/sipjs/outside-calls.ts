import type { Message, Notification } from 'sip.js';
import type { SipReport } from '../../../src/phone/sip-stack';
import type { RingCentralDesk } from './ringcentral';

/** A NOTIFY that no subscription of ours asked for. */
export function receiveNotify(
  notification: Notification,
  report: (report: SipReport) => void,
): void {
  const event = notification.request.getHeader('event')?.split(';')[0]?.trim().toLowerCase();

  if (event === 'check-sync') {
    notification.accept().catch(() => undefined);
    report({ type: 'asked-to-register' });
  } else {
    notification.reject({ statusCode: 481 }).catch(() => undefined); // RFC 6665 §4.1.3
  }
}

/** A MESSAGE that no call of ours took for its own. */
export function receiveMessage(message: Message, ringCentral: RingCentralDesk | null): void {
  if (ringCentral?.receive(message) !== true) {
    // Nobody would read it: 415 instead of a 200 that says somebody did (RFC 3428 §7).
    void message.reject({ statusCode: 415 }).catch(() => undefined);
  }
}
