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

const WORD = /^[\w.!%*+`'~():\\/[\]?{}@<>"-]{1,256}$/;
const TOKEN = /^[\w.!%*+`'~-]{1,256}$/;

/** Reads a Replaces field; null where it is none. Never throws: the text comes from the network. */
export function parseReplaces(field: string): ReplacedDialog | null {
  const [callId = '', ...parameters] = field.split(';').map((part) => part.trim());
  const values = (name: string) =>
    parameters.flatMap((parameter) => {
      const [key = '', value = '', ...more] = parameter.split('=').map((part) => part.trim());

      return key.toLowerCase() === name && more.length === 0 ? [value] : [];
    });
  const [[toTag = '', ...otherTo], [fromTag = '', ...otherFrom], flags] = [
    values('to-tag'),
    values('from-tag'),
    values('early-only'),
  ] as const;
  const isWhole =
    WORD.test(callId) &&
    TOKEN.test(toTag) &&
    TOKEN.test(fromTag) &&
    // Exactly one of each (RFC 3891 §6.1).
    otherTo.length + otherFrom.length === 0 &&
    flags.length <= 1;

  return isWhole ? { callId, toTag, fromTag, isEarlyOnly: flags.length === 1 } : null;
}
