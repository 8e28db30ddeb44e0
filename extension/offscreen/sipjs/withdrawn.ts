import type { Core, UserAgent } from 'sip.js';

/** The requests that their user has taken back. */
const withdrawn = new WeakSet<Core.OutgoingRequestMessage>();

/** From now on a challenge ends this request instead of being answered. */
export function withdraw(request: Core.OutgoingRequestMessage): void {
  withdrawn.add(request);
}

/** True for a request that its user has taken back. */
export function isWithdrawn(request: Core.OutgoingRequestMessage): boolean {
  return withdrawn.has(request);
}

/**
 * SIP.js answers a 401 or 407 with the whole request again, in a new transaction, and a CANCEL that
 * waited for the old one's first response is lost with it: the other end would ring for a call
 * that was given up. A request taken back is left refused (RFC 3261 §9.1: a CANCEL has no effect
 * on what already has a final response).
 */
export function leaveWithdrawnRefused(userAgent: UserAgent): void {
  const { configuration } = userAgent.userAgentCore;
  const make = configuration.authenticationFactory.bind(configuration);

  configuration.authenticationFactory = () => {
    const authentication = make();

    if (authentication !== undefined) {
      const authenticate = authentication.authenticate.bind(authentication);

      authentication.authenticate = (request, challenge: unknown, body) =>
        !isWithdrawn(request) && authenticate(request, challenge, body);
    }

    return authentication;
  };
}
