import { Core, UserAgent, type Session } from 'sip.js';
import type { SavedDialog } from '../../../src/sip/dialog';

/** What another life of the phone has to know of a session's dialog; null until there is one. */
export function savedDialogOf({ dialog }: Session): SavedDialog | null {
  if (!(dialog instanceof Core.SessionDialog)) {
    return null;
  }
  const { callId, localTag, remoteTag, localURI, remoteURI, remoteTarget, routeSet } = dialog;

  return {
    callId,
    localTag,
    remoteTag,
    localUri: localURI.toString(),
    remoteUri: remoteURI.toString(),
    // As it was given to us: proxies find their way by what they have written into it.
    remoteTarget: remoteTarget.toRaw(),
    routeSet: [...routeSet],
    localSequence: dialog.localSequenceNumber ?? 0,
  };
}

/** Nobody knows how many requests have left since it was last looked at. */
const SEQUENCE_GAP = 100;

/**
 * Sends a BYE in a dialog that SIP.js knows nothing of. The CSeq number may skip some
 * (RFC 3261 §12.2.2), and must not be one that was used.
 */
export function sayByeIn(saved: SavedDialog, { userAgentCore: core }: UserAgent): void {
  const [target, local, remote] = [saved.remoteTarget, saved.localUri, saved.remoteUri].map((uri) =>
    UserAgent.makeURI(uri),
  );

  if (target !== undefined && local !== undefined && remote !== undefined) {
    core.request(
      core.makeOutgoingRequestMessage('BYE', target, local, remote, {
        callId: saved.callId,
        fromTag: saved.localTag,
        toTag: saved.remoteTag,
        cseq: saved.localSequence + SEQUENCE_GAP,
        routeSet: [...saved.routeSet],
      }),
    );
  }
}
