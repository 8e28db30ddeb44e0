import type { Clock } from '../clock';
import type { SipStack } from '../sip-stack';
import { AskingInTurn } from './asking-in-turn';
import { KnownPackages } from './known-packages';
import { OneSubscription, type SubscriptionReport } from './one-subscription';
import { WANTED_SUBSCRIPTION_S, type Watch } from './subscription';

/** What subscriptions take from the phone around them. */
export interface SubscriptionsOptions {
  readonly sip: Pick<SipStack, 'subscribe' | 'unsubscribe' | 'forgetSubscriptions'>;
  readonly clock: Clock;
  /** News of something watched; null when nothing is known of it any more. */
  readonly onNews: (watch: Watch, body: string | null) => void;
}

/**
 * Everything the phone is told of unasked afterwards (RFC 6665): what is wanted, and asked for in
 * turn while the server can be. The stack sends one SUBSCRIBE when it is told to, and never on its
 * own.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #subscriptions = new Map<string, OneSubscription>();
  readonly #packages = new KnownPackages();
  readonly #turns: AskingInTurn;
  #isOnline = false;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.#turns = new AskingInTurn({
      clock: options.clock,
      isStillWanted: (id) => this.#subscriptions.get(id)?.canBeAskedFor === true,
      ask: (id) => {
        this.#send(id);
      },
    });
  }

  /** Watches these and nothing else, in this order. */
  want(watches: readonly Watch[]): void {
    const wanted = new Map(watches.map((watch) => [idOf(watch), watch]));

    for (const [id, subscription] of [...this.#subscriptions]) {
      if (!wanted.has(id)) {
        this.#drop(id, subscription);
      }
    }
    for (const [id, watch] of wanted) {
      if (!this.#subscriptions.has(id)) {
        this.#subscriptions.set(id, this.#subscriptionTo(id, watch));
        this.#ask(id);
      }
    }
    this.#turns.goOn(); // Who is wanted no more may have been waited for.
  }

  /** The server can be asked: the phone is registered. */
  online(): void {
    if (!this.#isOnline) {
      this.#isOnline = true;
      for (const id of this.#subscriptions.keys()) {
        this.#ask(id);
      }
    }
  }

  /** The server is out of reach, and what it told may be wrong by now. */
  offline(): void {
    if (!this.#isOnline) {
      return;
    }
    this.#isOnline = false;
    this.#turns.stop();
    this.#options.sip.forgetSubscriptions();
    for (const subscription of this.#subscriptions.values()) {
      subscription.offline();
    }
  }

  /** Another account: nothing of the old one holds, its refusals included. */
  reset(): void {
    this.offline();
    this.#subscriptions.clear();
    this.#packages.reset();
  }

  /** Asks for all there is to know of something, because news of it was missed. */
  askForAll(watch: Watch): void {
    this.#subscriptions.get(idOf(watch))?.missedNews();
  }

  receive(report: SubscriptionReport): void {
    // Who says that it is over needs not answer any more.
    if (report.type !== 'notified' || report.news.state === 'terminated') {
      this.#turns.answered(report.id);
    }
    this.#subscriptions.get(report.id)?.receive(report);
    this.#turns.goOn();
  }

  #subscriptionTo(id: string, watch: Watch): OneSubscription {
    const { clock, onNews } = this.#options;

    return new OneSubscription({
      watch,
      clock,
      packages: this.#packages,
      onNews,
      onDue: () => {
        this.#ask(id);
      },
    });
  }

  #ask(id: string): void {
    if (this.#isOnline) {
      this.#turns.add(id);
    }
  }

  #send(id: string): void {
    const subscription = this.#subscriptions.get(id);

    if (subscription !== undefined) {
      subscription.asked();
      this.#options.sip.subscribe(id, { ...subscription.watch, expiresS: WANTED_SUBSCRIPTION_S });
    }
  }

  #drop(id: string, subscription: OneSubscription): void {
    subscription.end();
    this.#subscriptions.delete(id);
    this.#turns.forget(id);
    this.#options.sip.unsubscribe(id);
  }
}

function idOf({ event, uri }: Watch): string {
  return `${event} ${uri}`;
}
