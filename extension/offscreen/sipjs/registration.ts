import { Core, type URI, type UserAgent } from 'sip.js';
import {
  expiryFor,
  failureOfResponse,
  type RegistrationFailure,
} from '../../../src/phone/registration/registration';
import { flowTimerS, grantedExpiryS, raisedExpiryS } from '../../../src/sip/granted-expiry';
import { gruusOf } from '../../../src/sip/gruu';
import { ownContactOf } from '../../../src/sip/own-contact';
import { serviceRouteOf } from '../../../src/sip/service-route';
import { retryAfterS } from '../../../src/sip/subscription-state';
import { describe } from './emitter';
import { KnownChallenge } from './known-challenge';
import { responseOf } from './message';
import type { After, Log } from './options';
import type { RegistrarWish } from './own-address';

/** How one attempt to register came out. */
export type RegistrationOutcome =
  | {
      readonly expiresInS: number;
      /** How often the server wants a ping (RFC 5626 §4.4.1); null where it does not say. */
      readonly flowTimerS: number | null;
      readonly wish: RegistrarWish;
    }
  | { readonly failure: RegistrationFailure };

/** What a registration is made with. */
export interface RegistrationOptions {
  readonly userAgent: UserAgent;
  /** Where the REGISTER goes (RFC 3261 §10.2): the domain, without a user. */
  readonly registrar: URI;
  readonly aor: URI;
  /** The Contact field's value without `expires`. */
  readonly contact: string;
  /** RFC 5626 §4.1; null where none is in the Contact. */
  readonly instanceId: string | null;
  /** By way of whom it goes: what a registrar wishes for other requests is not for this one. */
  readonly proxyRoute: readonly string[];
  readonly expiresS: number;
  readonly timeoutMs: number;
  readonly after: After;
  readonly log: Log;
}

/** A registrar that asks for ever longer registrations is played along with this often. */
const MOST_423 = 2;

/** Why a REGISTER has no final response. */
type Silence = 'no-answer' | 'no-connection';

/**
 * Our binding at the registrar. One call of `register` is one attempt with one outcome, whatever
 * the server says; SIP.js's own Registerer refreshes by the server's numbers and can be made to
 * send REGISTERs without end, or to be stuck for ever.
 */
export class SipJsRegistration {
  readonly #options: RegistrationOptions;
  /** All REGISTERs of one boot share these (RFC 3261 §10.2). */
  readonly #callId: string;
  readonly #knownChallenge: KnownChallenge;
  #cseq = 0;
  #settle: ((silence: Silence) => void) | null = null;

  constructor(options: RegistrationOptions) {
    this.#options = options;
    this.#callId = crypto.randomUUID();
    this.#knownChallenge = new KnownChallenge(options.userAgent);
  }

  async register(): Promise<RegistrationOutcome> {
    let askedS = this.#options.expiresS;

    for (let retries = 0; ; retries += 1) {
      const message = await this.#send(askedS);

      if (typeof message === 'string') {
        return { failure: { code: message, response: null } };
      }
      const response = responseOf(message);

      if (response === null) {
        return { failure: { code: 'no-connection', response: null } };
      }
      if (response.statusCode < 300) {
        return this.#accepted(message, askedS);
      }
      const raisedS = raisedExpiryS(message.getHeader('min-expires') ?? null, askedS);

      if (response.statusCode !== 423 || raisedS === null || retries === MOST_423) {
        return {
          failure: failureOfResponse(
            response,
            retryAfterS(message.getHeader('retry-after') ?? null),
          ),
        };
      }
      askedS = raisedS;
    }
  }

  /** Removes the binding; settles in bounded time, whether the server answered or not. */
  async unregister(): Promise<void> {
    await this.#send(0);
  }

  /** Ends an attempt whose connection is gone or which nobody waits for; false when there was none. */
  abort(why: Silence = 'no-connection'): boolean {
    const settle = this.#settle;

    settle?.(why);

    return settle !== null;
  }

  #accepted(message: Core.IncomingResponseMessage, askedS: number): RegistrationOutcome {
    const { userAgent, aor, instanceId } = this.#options;
    const contact = ownContactOf(message.getHeaders('contact'), {
      user: userAgent.contact.uri.user ?? '',
      instanceId,
    });
    const grantedS = grantedExpiryS(contact, message.getHeader('expires') ?? null);

    return {
      expiresInS: expiryFor(grantedS, askedS),
      flowTimerS: flowTimerS(message.getHeader('flow-timer') ?? null),
      wish: {
        serviceRoute: serviceRouteOf(message.getHeaders('service-route')),
        gruus: gruusOf(contact, aor.toString()),
      },
    };
  }

  #send(expiresS: number): Promise<Core.IncomingResponseMessage | Silence> {
    const { userAgent, registrar, aor, contact, proxyRoute, after, timeoutMs, log } = this.#options;
    const core = userAgent.userAgentCore;

    this.#settle?.('no-answer');
    this.#cseq += 1;

    return new Promise((resolve) => {
      const request = core.makeOutgoingRequestMessage(
        'REGISTER',
        registrar,
        aor,
        aor,
        { callId: this.#callId, cseq: this.#cseq, routeSet: [...proxyRoute] },
        [`Contact: ${contact};expires=${expiresS}`, `Expires: ${expiresS}`],
      );
      const settle = (outcome: Core.IncomingResponseMessage | Silence) => {
        cancelTimer();
        this.#settle = null;
        // An answered challenge has used up a number of its own.
        this.#cseq = Math.max(this.#cseq, request.cseq);
        resolve(outcome);
      };
      const onFinal = ({ message }: Core.IncomingResponse) => {
        settle(message);
      };
      const cancelTimer = after(timeoutMs, () => {
        settle('no-answer');
        client?.dispose();
      });
      let client: Core.RegisterUserAgentClient | null = null;

      this.#settle = settle;
      this.#knownChallenge.answerIn(request);
      try {
        // What `core.register` makes, under a type that can be disposed of.
        client = new Core.RegisterUserAgentClient(core, request, {
          onAccept: onFinal,
          onRedirect: onFinal,
          onReject: onFinal,
        });
      } catch (error) {
        log('warn', `REGISTER was not sent: ${describe(error)}`);
        settle('no-connection');
      }
    });
  }
}
