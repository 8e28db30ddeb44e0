import { UserAgent, type Core, type URI } from 'sip.js';
import type { SipReport, SubscribeWish } from '../../../src/phone/sip-stack';
import { endsSubscription, type EventPackage } from '../../../src/phone/team/subscription';
import { minExpiryS } from '../../../src/sip/granted-expiry';
import { parseSubscriptionState, retryAfterS } from '../../../src/sip/subscription-state';
import { describe } from './emitter';
import { CONTENT_TYPES, eventOf, isUnreadable } from './event-packages';
import { responseOf } from './message';
import type { Log } from './options';
import {
  keepDialog,
  newSubscription,
  nextSubscribe,
  type SubscriptionDialog,
} from './subscription-dialog';

type Request = Core.IncomingRequestMessage;
type Response = Core.IncomingResponseMessage;

/** What subscriptions are made with. */
export interface SubscriptionsOptions {
  readonly userAgent: UserAgent;
  readonly aor: URI;
  readonly report: (report: SipReport) => void;
  readonly log: Log;
}

/** A notifier that asks for ever longer subscriptions is played along with this often. */
const MOST_423 = 2;
/** Dialogs that we left and that may still say goodbye. */
const MOST_LEFT = 500;

/**
 * Our subscriptions at one server. One call of `subscribe` is one SUBSCRIBE with one outcome.
 * SIP.js's Subscriber is not used: it refreshes by the server's numbers, by itself, and has a timer
 * of its own for every second that a server names.
 */
export class SipJsSubscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #subscriptions = new Map<string, SubscriptionDialog>();
  readonly #left = new Set<string>();

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
  }

  subscribe(id: string, wish: SubscribeWish): void {
    const known = this.#subscriptions.get(id);
    const subscription = known?.remoteTag ? known : newSubscription(id, wish);

    subscription.wish = wish;
    this.#subscriptions.set(id, subscription);
    this.#send(subscription, wish.expiresS, MOST_423);
  }

  unsubscribe(id: string): void {
    const subscription = this.#subscriptions.get(id);

    this.#subscriptions.delete(id);
    if (subscription?.remoteTag) {
      this.#left.add(subscription.callId);
      for (const callId of [...this.#left].slice(0, -MOST_LEFT)) {
        this.#left.delete(callId);
      }
      this.#send(subscription, 0, 0);
    }
  }

  forget(): void {
    this.#subscriptions.clear();
    this.#left.clear();
  }

  /** True when the request was one of ours and is answered. */
  receive(request: Request): boolean {
    const event = eventOf(request);

    if (request.method !== 'NOTIFY' || event === null) {
      return false;
    }
    if (!request.toTag) {
      return this.#receiveUnasked(request, event);
    }
    const subscription = [...this.#subscriptions.values()].find(
      ({ callId, localTag }) => callId === request.callId && localTag === request.toTag,
    );

    if (subscription === undefined) {
      this.#receiveStray(request);
    } else {
      this.#receiveNews(subscription, request, event);
    }

    return true;
  }

  /** Asterisk tells of a mailbox unasked. Only the server itself does: no request that it passes on. */
  #receiveUnasked(request: Request, event: EventPackage): boolean {
    const { contact } = this.#options.userAgent;
    const hops =
      request
        .getHeaders('via')
        .join()
        .match(/SIP\s*\/\s*2\.0\s*\//gi) ?? [];

    if (event !== 'message-summary') {
      return false;
    }
    if (hops.length > 1 || request.ruri?.user !== contact.uri.user) {
      this.#reply(request, 481);
    } else if (isUnreadable(request, event)) {
      this.#reply(request, 415, [`Accept: ${CONTENT_TYPES[event]}`]);
    } else {
      this.#reply(request, 200);
      this.#options.report({ type: 'mailbox-told', body: request.body });
    }

    return true;
  }

  #receiveStray(request: Request): void {
    const isGoodbye = this.#left.has(request.callId);

    if (isGoodbye && /^\s*terminated/i.test(request.getHeader('subscription-state') ?? '')) {
      this.#left.delete(request.callId);
    }
    // Who hears 481 lets a subscription go that we know nothing of (RFC 6665 §4.2.2).
    this.#reply(request, isGoodbye ? 200 : 481);
  }

  #receiveNews(subscription: SubscriptionDialog, request: Request, event: EventPackage): void {
    const state = parseSubscriptionState(request.getHeader('subscription-state') ?? null);

    if (event !== subscription.wish.event) {
      this.#reply(request, 489);
    } else if (subscription.remoteTag !== null && subscription.remoteTag !== request.fromTag) {
      this.#reply(request, 481); // Another fork: one is enough.
    } else if (state === null) {
      this.#reply(request, 400);
    } else if (request.cseq <= subscription.remoteCseq) {
      this.#reply(request, 500); // RFC 3261 §12.2.2
    } else if (isUnreadable(request, event)) {
      this.#reply(request, 415, [`Accept: ${CONTENT_TYPES[event]}`]);
    } else {
      this.#reply(request, 200);
      keepDialog(subscription, request);
      if (state.state === 'terminated') {
        this.#subscriptions.delete(subscription.id);
      }
      this.#options.report({
        type: 'notified',
        id: subscription.id,
        news: { ...state, body: request.body },
      });
    }
  }

  #send(subscription: SubscriptionDialog, expiresS: number, retries: number): void {
    const { userAgent, aor, log } = this.#options;
    const to = UserAgent.makeURI(subscription.wish.uri);

    if (to === undefined) {
      this.#settle(subscription, subscription.request, null, null);
      return;
    }
    const request = nextSubscribe(subscription, { userAgent, aor, to, expiresS });
    const onFinal = ({ message }: Core.IncomingResponse) => {
      subscription.cseq = Math.max(subscription.cseq, request.cseq);
      this.#answered(subscription, request, message, retries);
    };

    subscription.request = request;
    try {
      // Not `core.subscribe`, which keeps a dialog and timers of its own.
      userAgent.userAgentCore.request(request, {
        onAccept: onFinal,
        onRedirect: onFinal,
        onReject: onFinal,
      });
    } catch (error) {
      log('warn', `SUBSCRIBE was not sent: ${describe(error)}`);
      this.#settle(subscription, request, null, null);
    }
  }

  #answered(
    subscription: SubscriptionDialog,
    request: Core.OutgoingRequestMessage,
    message: Response,
    retries: number,
  ): void {
    const leastS =
      message.statusCode === 423 && retries > 0
        ? minExpiryS(message.getHeader('min-expires') ?? null)
        : null;

    if (leastS !== null && subscription.request === request) {
      this.#send(subscription, leastS, retries - 1);
    } else {
      this.#settle(subscription, request, message, responseOf(message));
    }
  }

  /** Tells the outcome of what was asked last; of a subscription that was let go nobody asks. */
  #settle(
    subscription: SubscriptionDialog,
    request: Core.OutgoingRequestMessage | null,
    message: Response | null,
    response: ReturnType<typeof responseOf>,
  ): void {
    const { id } = subscription;
    const now = this.#subscriptions.get(id);

    if (now?.callId !== subscription.callId || subscription.request !== request) {
      return;
    }
    if (response !== null && response.statusCode < 300) {
      this.#options.report({
        type: 'subscribed',
        id,
        expiresInS: retryAfterS(message?.getHeader('expires') ?? null),
      });
      return;
    }
    if (response !== null && endsSubscription(response.statusCode)) {
      this.#subscriptions.delete(id);
    }
    this.#options.report({
      type: 'subscription-refused',
      id,
      response,
      retryAfterS: retryAfterS(message?.getHeader('retry-after') ?? null),
    });
  }

  #reply(request: Request, statusCode: number, extraHeaders: string[] = []): void {
    this.#options.userAgent.userAgentCore.replyStateless(request, { statusCode, extraHeaders });
  }
}
