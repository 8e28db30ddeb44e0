import type { Core } from 'sip.js';
import type { EventPackage } from '../../../src/phone/team/subscription';

/** What each package's news is written in. */
export const CONTENT_TYPES: Record<EventPackage, string> = {
  'message-summary': 'application/simple-message-summary',
  dialog: 'application/dialog-info+xml',
  presence: 'application/pidf+xml',
};

/** The package that a request is about; null for what we know nothing of. */
export function eventOf(request: Core.IncomingRequestMessage): EventPackage | null {
  // `o` is its compact form (RFC 6665 §8.2.1), which SIP.js does not know.
  const field = request.getHeader('event') ?? request.getHeader('o');
  const event = field?.split(';')[0]?.trim().toLowerCase();

  return event === 'message-summary' || event === 'dialog' || event === 'presence' ? event : null;
}

/** True where news of a package is written in what we did not ask for. */
export function isUnreadable(request: Core.IncomingRequestMessage, event: EventPackage): boolean {
  const type = request.getHeader('content-type')?.split(';')[0]?.trim().toLowerCase();

  return request.body !== '' && type !== CONTENT_TYPES[event];
}
