import type { Call } from './call';
import type { ServiceRequest } from './service';

/** What the SIP stack must now do. Executed by the adapter, never by the machine. */
export type CallAction =
  | { readonly type: 'send-answer' }
  | { readonly type: 'send-reject'; readonly statusCode: 480 | 486 | 603 }
  | { readonly type: 'send-redirect'; readonly uri: string }
  | { readonly type: 'send-message'; readonly uri: string; readonly text: string }
  /** Asks the phone system in its own language for what standard SIP has no word for. */
  | { readonly type: 'ask-voicemail' }
  | { readonly type: 'ask-reply'; readonly text: string }
  /** Words are being written: the caller may be asked to wait for them. */
  | { readonly type: 'tell-writing' }
  | { readonly type: 'send-refer'; readonly uri: string }
  | { readonly type: 'send-refer-to-call'; readonly callId: string }
  | { readonly type: 'refuse-referral' }
  | { readonly type: 'accept-replacement' }
  | { readonly type: 'refuse-replacement' }
  | { readonly type: 'send-cancel' }
  | { readonly type: 'send-bye' }
  | { readonly type: 'send-reinvite'; readonly hold: boolean }
  /** Looks for the way of the sound anew (RFC 8445 §2.4); nothing else changes. */
  | { readonly type: 'renew-media' }
  | { readonly type: 'send-dtmf'; readonly tones: string }
  | { readonly type: 'set-microphone'; readonly on: boolean }
  /** Asks the phone system to record. What is recorded here is nobody's to send. */
  | { readonly type: 'send-record'; readonly on: boolean }
  /** Asks the phone system in its own language. */
  | { readonly type: 'ask-service'; readonly request: ServiceRequest }
  /** The server can be reached again: what got lost on the way is said once more. */
  | { readonly type: 'recover' };

/** The next call and what must be done on the wire to get there. */
export interface Step {
  readonly call: Call;
  readonly actions: readonly CallAction[];
}

/** A step to this call by these actions. */
export function step(call: Call, ...actions: CallAction[]): Step {
  return { call, actions };
}
