/** The dialog that a call takes the place of, as its other end knows it (RFC 3891 §3). */
export interface ReplacedDialog {
  readonly callId: string;
  /** The tag of whom the INVITE goes to. */
  readonly toTag: string;
  /** The tag of whom it takes the call from. */
  readonly fromTag: string;
  /** Only while it rings: a call that is up is nobody's to take (RFC 3891 §3, `early-only`). */
  readonly isEarlyOnly: boolean;
}

/** The Replaces field of an INVITE that takes up this dialog. */
export function replacesField({ callId, toTag, fromTag, isEarlyOnly }: ReplacedDialog): string {
  return `Replaces: ${callId};to-tag=${toTag};from-tag=${fromTag}${isEarlyOnly ? ';early-only' : ''}`;
}
