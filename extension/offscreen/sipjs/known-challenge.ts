import type { Core, UserAgent } from 'sip.js';

type Authentication = NonNullable<
  ReturnType<Core.UserAgentCoreConfiguration['authenticationFactory']>
>;
/** The parsed header field, which SIP.js leaves untyped. */
type Challenge = unknown;

/**
 * The registrar's last challenge to a REGISTER, answered beforehand in the next (RFC 3261 §22.3).
 * That saves a refresh its round trip, and it lets the goodbye count that a closing document sends:
 * nobody is left to answer a 401 to it.
 */
export class KnownChallenge {
  #known: { readonly authentication: Authentication; readonly challenge: Challenge } | null = null;

  constructor(userAgent: UserAgent) {
    const { configuration } = userAgent.userAgentCore;
    const make = configuration.authenticationFactory.bind(configuration);

    configuration.authenticationFactory = () => {
      const authentication = make();

      if (authentication !== undefined) {
        this.#listenTo(authentication);
      }

      return authentication;
    };
  }

  /** Adds our credentials to a request, where the registrar's challenge is known. */
  answerIn(request: Core.OutgoingRequestMessage): void {
    if (this.#known?.authentication.authenticate(request, this.#known.challenge) === true) {
      request.setHeader('authorization', this.#known.authentication.toString());
    }
  }

  #listenTo(authentication: Authentication): void {
    const authenticate = authentication.authenticate.bind(authentication);

    authentication.authenticate = (request, challenge: Challenge, body) => {
      const isAnswered = authenticate(request, challenge, body);

      // A proxy's challenge (407) has another header field: those are answered when they come.
      if (isAnswered && request.method === 'REGISTER') {
        this.#known = { authentication, challenge };
      }

      return isAnswered;
    };
  }
}
