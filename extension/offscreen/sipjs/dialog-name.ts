import { Core, type Session } from 'sip.js';
import type { ReplacedDialog } from '../../../src/sip/replaces';

/** A dialog as its other end names it. */
export type DialogName = Omit<ReplacedDialog, 'isEarlyOnly'>;

/** The dialog of a session as the other side names it (RFC 3891 §3); null until there is one. */
export function dialogNameOf({ dialog }: Session): DialogName | null {
  return dialog instanceof Core.SessionDialog
    ? { callId: dialog.callId, toTag: dialog.localTag, fromTag: dialog.remoteTag }
    : null;
}

/** True where both mean the same dialog. */
export function isSameDialog(one: DialogName | null, other: DialogName): boolean {
  return one?.callId === other.callId && one.toTag === other.toTag && one.fromTag === other.fromTag;
}
