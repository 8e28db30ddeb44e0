import type { Core, Invitation } from 'sip.js';
import type { Account } from '../../../src/account/account';
import type { SipResponse } from '../../../src/call/call';
import { callerIn, type Caller } from '../../../src/sip/caller';
import { parseReason, type ReasonHeader } from '../../../src/sip/reason';

/** A response from the wire; null for the one SIP.js makes up when a request had no answer. */
export function responseOf(message: Core.IncomingResponseMessage): SipResponse | null {
  const { statusCode } = message;

  return statusCode === undefined || !message.hasHeader('via')
    ? null
    : { statusCode, reasonPhrase: message.reasonPhrase ?? '' };
}

/** Why a BYE or CANCEL was sent, where it says so. */
export function reasonIn(message: Core.IncomingRequestMessage): ReasonHeader | null {
  return parseReason(message.getHeader('reason'));
}

/** A text as it stands between the quotes of a quoted-string (RFC 3261 §25.1). */
export function quotable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/["\\]/g, '\\$&');
}

/** Who calls, as far as the account's phone system is believed. */
export function callerOf({ request }: Invitation, { profile }: Account): Caller {
  return callerIn((name) => request.getHeaders(name), profile.trustsIdentity);
}
