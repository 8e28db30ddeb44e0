import { NameAddrHeader, type Core, type URI } from 'sip.js';

/**
 * Sends what follows in the dialog to where the other side says it is now (RFC 3261 §12.2). SIP.js
 * knows that of their re-INVITEs only: not of an UPDATE (RFC 3311 §5.1), and not of a 2xx.
 */
export function followTarget(
  dialog: Core.Dialog | undefined,
  message: Core.IncomingRequestMessage | Core.IncomingResponseMessage,
): void {
  const contact: unknown = message.parseHeader('contact');

  if (dialog !== undefined && contact instanceof NameAddrHeader && contact.uri.scheme === 'sip') {
    stateOf(dialog).remoteTarget = contact.uri;
  }
}

/** SIP.js keeps it to its own classes. */
function stateOf(dialog: Core.Dialog): { remoteTarget: URI } {
  return (dialog as unknown as { readonly dialogState: { remoteTarget: URI } }).dialogState; // Looked up in SIP.js 0.21.2.
}
