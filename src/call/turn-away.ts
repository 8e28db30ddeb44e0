import { step, type Step } from './action';
import { isRingingIn, type Call, type SipResponse } from './call';

/** How a ringing call gets to the user's mailbox. */
export type VoicemailWay =
  | { readonly by: 'redirect'; readonly uri: string }
  /** The phone system sends whom it can't put through there. */
  | { readonly by: 'decline' }
  | { readonly by: 'phone-system' };

/** How a caller is answered with words: straight to their phone, or by the phone system. */
export type ReplyWay = 'message' | 'phone-system';

/** Words instead of an answer, and what became of them. */
export interface Reply {
  readonly text: string;
  readonly by: ReplyWay;
  readonly state: 'sending' | 'sent' | 'failed';
  /** Why they were refused; null where nobody said. */
  readonly response: SipResponse | null;
}

/** RFC 3428 §8 lets a MESSAGE have 1300 bytes; a character may take four. */
export const LONGEST_REPLY = 300;

/** True for words that can be sent to the caller. */
export function isReply(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_REPLY;
}

/** True while the caller can be answered with words: one message at a time. */
export function canReply(call: Call): boolean {
  return isRingingIn(call) && call.reply?.state !== 'sending';
}

/** The call with words on their way to the caller; it need not ring for that. */
export function replying(call: Call, text: string, by: ReplyWay): Call {
  return { ...call, isSilenced: true, reply: { text, by, state: 'sending', response: null } };
}

/** The call after the words have arrived; null when nobody waits for that. */
export function replySent(call: Call): (Call & { readonly reply: Reply }) | null {
  return call.reply?.state === 'sending'
    ? { ...call, reply: { ...call.reply, state: 'sent' } }
    : null;
}

/** The call after the words were refused: it rings on, and the user decides anew. */
export function replyRefused(call: Call, response: SipResponse | null): Call {
  return call.reply?.state === 'sending'
    ? { ...call, reply: { ...call.reply, state: 'failed', response } }
    : call;
}

/** A ringing call on its way to the mailbox. */
export function toVoicemail(call: Call, way: VoicemailWay): Step {
  const next: Call = { ...call, state: 'terminating', isSentToVoicemail: true };

  switch (way.by) {
    case 'redirect':
      return step(next, { type: 'send-redirect', uri: way.uri });
    case 'decline':
      return step(next, { type: 'send-reject', statusCode: 486 });
    case 'phone-system':
      return step(next, { type: 'ask-voicemail' });
  }
}
