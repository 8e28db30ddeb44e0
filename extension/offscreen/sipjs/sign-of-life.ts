import { URI, type UserAgent } from 'sip.js';
import { domainOf, type Account } from '../../../src/account/account';

/**
 * What any SIP server answers, if only to refuse it: what it can do (RFC 3261 §11), or who is
 * registered for our address; without a Contact that changes nothing (§10.2.3).
 */
export function questionFor(
  userAgent: UserAgent,
  account: Account,
  method: 'OPTIONS' | 'REGISTER',
  protocol: string,
): string {
  const registrar = new URI('sip', '', domainOf(account));
  const request = userAgent.userAgentCore.makeOutgoingRequestMessage(
    method,
    registrar,
    userAgent.configuration.uri,
    method === 'OPTIONS' ? registrar : userAgent.configuration.uri,
    {},
  );

  // Without a transaction: nobody waits for what the answer says, nor answers a challenge in it.
  request.setViaHeader(`z9hG4bK${crypto.randomUUID()}`, protocol);

  return request.toString();
}
