import type { Clock } from '../clock';
import { refreshDelayMs } from '../registration/registration';
import type { SipReport, SipStack } from '../sip-stack';
import {
  askAgainDelayMs,
  isPackageUnknown,
  leavesKnowledge,
  LIVED_WELL_MS,
  LONGEST_SILENCE_MS,
  subscriptionExpiry,
  WANTED_SUBSCRIPTION_S,
  type EventPackage,
  type SubscriptionFailure,
  type SubscriptionNews,
  type Watch,
} from './subscription';

/** Reports that are the subscriptions' own matter. */
export type SubscriptionReport = Extract<
  SipReport,
  { type: 'subscribed' | 'subscription-refused' | 'notified' }
>;

/** What subscriptions take from the phone around them. */
export interface SubscriptionsOptions {
  readonly sip: Pick<SipStack, 'subscribe' | 'unsubscribe' | 'forgetSubscriptions'>;
  readonly clock: Clock;
  /** News of something watched; null when nothing is known of it any more. */
  readonly onNews: (watch: Watch, body: string | null) => void;
}

interface Subscription {
  readonly id: string;
  readonly watch: Watch;
  /** `idle` until its time comes, `asking` while a SUBSCRIBE is out, `over` when it is no use. */
  step: 'idle' | 'asking' | 'up' | 'over';
  /** Failures since it last lived well. */
  failures: number;
  upSinceMs: number | null;
  /** What was told holds so long, and longer only when it is granted anew. */
  holdsUntilMs: number;
  lastAskedMs: number;
  /** True once a NOTIFY came since it was last begun. */
  isHeard: boolean;
  /** True while news was missed that was not asked for anew. */
  missesNews: boolean;
  /** When it is to be asked for again, and how that is called off. */
  nextMs: number;
  callOffNext: () => void;
  callOffSilence: () => void;
}

/** So many SUBSCRIBEs wait for their answers at once: a small PBX has other things to do. */
const MOST_UNANSWERED = 5;
/** Two SUBSCRIBEs are so far apart: two hundred take ten seconds. */
const GAP_MS = 50;
/** Who asks for everything anew because news was missed does so this often at most. */
const SHORTEST_AGAIN_MS = 5_000;

/**
 * A phone system without a package refuses everybody. One refusal may be that of the colleague's own
 * phone, which a mere proxy asks.
 */
const ENOUGH_UNKNOWING = 3;

const nothing = (): void => undefined;

/**
 * Everything the phone is told of unasked afterwards (RFC 6665): when to ask, when to ask again,
 * and when to let it be. The stack sends one SUBSCRIBE when it is told to, and never on its own.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #subscriptions = new Map<string, Subscription>();
  /** How many, one after the other, knew nothing of a package; granted once, it is known. */
  readonly #unknown = new Map<EventPackage, number>();
  readonly #unanswered = new Set<string>();
  #queue: string[] = [];
  #isOnline = false;
  #callOffGap: (() => void) | null = null;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
  }

  /** Watches these and nothing else, in this order. */
  want(watches: readonly Watch[]): void {
    const wanted = new Map(watches.map((watch) => [idOf(watch), watch]));

    for (const subscription of [...this.#subscriptions.values()]) {
      if (!wanted.has(subscription.id)) {
        this.#drop(subscription);
      }
    }
    for (const [id, watch] of wanted) {
      if (!this.#subscriptions.has(id)) {
        this.#subscriptions.set(id, newSubscription(id, watch));
        this.#ask(id);
      }
    }
    this.#pump(); // Who is wanted no more may have been waited for.
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
    this.#queue = [];
    this.#unanswered.clear();
    this.#callOffGap?.();
    this.#callOffGap = null;
    this.#options.sip.forgetSubscriptions();
    for (const subscription of this.#subscriptions.values()) {
      this.#rest(subscription, subscription.step === 'over' ? 'over' : 'idle');
      this.#options.onNews(subscription.watch, null);
    }
  }

  /** Another account: nothing of the old one holds, its refusals included. */
  reset(): void {
    this.offline();
    this.#subscriptions.clear();
    this.#unknown.clear();
  }

  /** Asks for all there is to know of something, because news of it was missed. */
  askForAll(watch: Watch): void {
    const subscription = this.#subscriptions.get(idOf(watch));

    if (subscription !== undefined) {
      subscription.missesNews = true;
      if (subscription.step === 'up') {
        this.#askAt(subscription, this.#soonestMs(subscription));
      }
    }
  }

  receive(report: SubscriptionReport): void {
    const subscription = this.#subscriptions.get(report.id);

    // Who says that it is over needs not answer any more.
    if (report.type !== 'notified' || report.news.state === 'terminated') {
      this.#unanswered.delete(report.id);
    }
    if (subscription !== undefined) {
      this.#follow(subscription, report);
    }
    this.#pump();
  }

  #follow(subscription: Subscription, report: SubscriptionReport): void {
    switch (report.type) {
      case 'subscribed':
        if (subscription.step === 'asking') {
          this.#granted(subscription, report.expiresInS);
        }
        break;
      case 'subscription-refused':
        if (subscription.step === 'asking') {
          this.#failed(subscription, { ...report, type: 'refused' });
        }
        break;
      case 'notified':
        if (subscription.step !== 'over') {
          this.#heard(subscription, report.news);
        }
    }
  }

  #granted(subscription: Subscription, expiresInS: number | null): void {
    const { clock } = this.#options;

    subscription.step = 'up';
    this.#unknown.set(subscription.watch.event, -Infinity);
    subscription.upSinceMs ??= this.#nowMs();
    subscription.holdsUntilMs = this.#nowMs() + subscriptionExpiry(expiresInS) * 1000;
    this.#askAt(
      subscription,
      subscription.missesNews
        ? this.#soonestMs(subscription)
        : this.#nowMs() + this.#refreshMs(expiresInS),
    );
    if (!subscription.isHeard) {
      subscription.callOffSilence = clock.after(LONGEST_SILENCE_MS, () => {
        this.#failed(subscription, { type: 'refused', response: null, retryAfterS: null });
      });
    }
  }

  #heard(subscription: Subscription, news: SubscriptionNews): void {
    subscription.isHeard = true;
    subscription.callOffSilence();
    if (news.body !== '') {
      this.#options.onNews(subscription.watch, news.body);
    }
    if (news.state === 'terminated') {
      this.#failed(subscription, { ...news, type: 'terminated' });
    } else if (subscription.step === 'up' && news.expiresInS !== null) {
      // A notifier may shorten the time, never prolong it (RFC 6665 §4.2.2).
      const nextMs = this.#nowMs() + this.#refreshMs(news.expiresInS);

      if (nextMs < subscription.nextMs) {
        this.#askAt(subscription, nextMs);
      }
    }
  }

  #failed(subscription: Subscription, failure: SubscriptionFailure): void {
    const { clock, onNews } = this.#options;
    const { event } = subscription.watch;

    if (
      subscription.upSinceMs !== null &&
      this.#nowMs() - subscription.upSinceMs >= LIVED_WELL_MS
    ) {
      subscription.failures = 0;
    }
    const delayMs = askAgainDelayMs(failure, subscription.failures, clock.random());

    subscription.failures += 1;
    this.#rest(subscription, delayMs === null ? 'over' : 'idle');
    if (!leavesKnowledge(failure) || this.#nowMs() >= subscription.holdsUntilMs) {
      onNews(subscription.watch, null);
    }
    if (failure.type === 'refused' && isPackageUnknown(failure.response)) {
      this.#unknown.set(event, (this.#unknown.get(event) ?? 0) + 1);
    } else if (delayMs !== null) {
      this.#askAt(subscription, this.#nowMs() + delayMs);
    }
  }

  #askAt(subscription: Subscription, atMs: number): void {
    subscription.callOffNext();
    subscription.nextMs = atMs;
    subscription.callOffNext = this.#options.clock.after(atMs - this.#nowMs(), () => {
      this.#ask(subscription.id);
    });
  }

  #ask(id: string): void {
    if (this.#isOnline && !this.#queue.includes(id)) {
      this.#queue.push(id);
      this.#pump();
    }
  }

  /** Lets the next in the queue go when there is room for it. */
  #pump(): void {
    while (this.#callOffGap === null && this.#unanswered.size < MOST_UNANSWERED) {
      const id = this.#queue.shift();
      const subscription = id === undefined ? undefined : this.#subscriptions.get(id);

      if (id === undefined) {
        return;
      }
      if (subscription === undefined || !this.#canAsk(subscription)) {
        continue;
      }
      subscription.step = 'asking';
      subscription.lastAskedMs = this.#nowMs();
      subscription.missesNews = false;
      this.#unanswered.add(id);
      this.#callOffGap = this.#options.clock.after(GAP_MS, () => {
        this.#callOffGap = null;
        this.#pump();
      });
      this.#options.sip.subscribe(id, { ...subscription.watch, expiresS: WANTED_SUBSCRIPTION_S });
    }
  }

  #canAsk({ step, watch }: Subscription): boolean {
    const isKnown = (this.#unknown.get(watch.event) ?? 0) < ENOUGH_UNKNOWING;

    return (step === 'idle' || step === 'up') && isKnown;
  }

  #drop(subscription: Subscription): void {
    this.#rest(subscription, 'over');
    this.#subscriptions.delete(subscription.id);
    this.#queue = this.#queue.filter((id) => id !== subscription.id);
    this.#unanswered.delete(subscription.id);
    this.#options.sip.unsubscribe(subscription.id);
  }

  #rest(subscription: Subscription, step: 'idle' | 'over'): void {
    subscription.callOffNext();
    subscription.callOffSilence();
    subscription.step = step;
    subscription.isHeard = false;
    subscription.upSinceMs = null;
  }

  #soonestMs({ lastAskedMs }: Subscription): number {
    return Math.max(lastAskedMs + SHORTEST_AGAIN_MS, this.#nowMs());
  }

  #refreshMs(expiresInS: number | null): number {
    return refreshDelayMs(subscriptionExpiry(expiresInS), this.#options.clock.random());
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }
}

function idOf({ event, uri }: Watch): string {
  return `${event} ${uri}`;
}

function newSubscription(id: string, watch: Watch): Subscription {
  return {
    id,
    watch,
    step: 'idle',
    failures: 0,
    upSinceMs: null,
    holdsUntilMs: 0,
    lastAskedMs: 0,
    isHeard: false,
    missesNews: false,
    nextMs: 0,
    callOffNext: nothing,
    callOffSilence: nothing,
  };
}
