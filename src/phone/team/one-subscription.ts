import type { Clock } from '../clock';
import { refreshDelayMs } from '../registration/registration';
import type { SipReport } from '../sip-stack';
import type { KnownPackages } from './known-packages';
import {
  askAgainDelayMs,
  isPackageUnknown,
  leavesKnowledge,
  LIVED_WELL_MS,
  LONGEST_SILENCE_MS,
  subscriptionExpiry,
  type SubscriptionFailure,
  type SubscriptionNews,
  type Watch,
} from './subscription';

/** Reports that are a subscription's own matter. */
export type SubscriptionReport = Extract<
  SipReport,
  { type: 'subscribed' | 'subscription-refused' | 'notified' }
>;

/** What a subscription takes from those around it. */
export interface OneSubscriptionOptions {
  readonly watch: Watch;
  readonly clock: Clock;
  readonly packages: KnownPackages;
  /** News of what is watched; null when nothing is known of it any more. */
  readonly onNews: (watch: Watch, body: string | null) => void;
  /** It is time to ask for it again. */
  readonly onDue: () => void;
}

/** Who asks for everything anew because news was missed does so this often at most. */
const SHORTEST_AGAIN_MS = 5_000;

const nothing = (): void => undefined;

/** One thing that is watched: granted, refused, heard of and over; and when to ask again. */
export class OneSubscription {
  readonly watch: Watch;
  readonly #options: OneSubscriptionOptions;
  /** `idle` until its time comes, `asking` while a SUBSCRIBE is out, `over` when it is no use. */
  #step: 'idle' | 'asking' | 'up' | 'over' = 'idle';
  /** Failures since it last lived well. */
  #failures = 0;
  #upSinceMs: number | null = null;
  /** What was told holds so long, and longer only when it is granted anew. */
  #holdsUntilMs = 0;
  #lastAskedMs = 0;
  /** True once a NOTIFY came since it was last begun. */
  #isHeard = false;
  /** True while news was missed that was not asked for anew. */
  #missesNews = false;
  /** When it is to be asked for again, and how that is called off. */
  #nextMs = 0;
  #callOffNext = nothing;
  #callOffSilence = nothing;

  constructor(options: OneSubscriptionOptions) {
    this.#options = options;
    this.watch = options.watch;
  }

  get canBeAskedFor(): boolean {
    const isUseful = this.#step === 'idle' || this.#step === 'up';

    return isUseful && this.#options.packages.mayKnow(this.watch.event);
  }

  /** A SUBSCRIBE is about to leave. */
  asked(): void {
    this.#step = 'asking';
    this.#lastAskedMs = this.#nowMs();
    this.#missesNews = false;
  }

  /** News of it was missed: asks for all there is to know, as soon as may be. */
  missedNews(): void {
    this.#missesNews = true;
    if (this.#step === 'up') {
      this.#askAt(this.#soonestMs());
    }
  }

  receive(report: SubscriptionReport): void {
    switch (report.type) {
      case 'subscribed':
        if (this.#step === 'asking') {
          this.#granted(report.expiresInS);
        }
        break;
      case 'subscription-refused':
        if (this.#step === 'asking') {
          this.#failed({ ...report, type: 'refused' });
        }
        break;
      case 'notified':
        if (this.#step !== 'over') {
          this.#heard(report.news);
        }
    }
  }

  /** The server is out of reach; what it refused for good stays refused. */
  offline(): void {
    this.#rest(this.#step === 'over' ? 'over' : 'idle');
    this.#options.onNews(this.watch, null);
  }

  /** Nobody wants it any more. */
  end(): void {
    this.#rest('over');
  }

  #granted(expiresInS: number | null): void {
    const { clock, packages } = this.#options;

    this.#step = 'up';
    packages.granted(this.watch.event);
    this.#upSinceMs ??= this.#nowMs();
    this.#holdsUntilMs = this.#nowMs() + subscriptionExpiry(expiresInS) * 1000;
    this.#askAt(this.#missesNews ? this.#soonestMs() : this.#nowMs() + this.#refreshMs(expiresInS));
    if (!this.#isHeard) {
      this.#callOffSilence = clock.after(LONGEST_SILENCE_MS, () => {
        this.#failed({ type: 'refused', response: null, retryAfterS: null });
      });
    }
  }

  #heard(news: SubscriptionNews): void {
    this.#isHeard = true;
    this.#callOffSilence();
    if (news.body !== '') {
      this.#options.onNews(this.watch, news.body);
    }
    if (news.state === 'terminated') {
      this.#failed({ ...news, type: 'terminated' });
    } else if (this.#step === 'up' && news.expiresInS !== null) {
      // A notifier may shorten the time, never prolong it (RFC 6665 §4.2.2).
      const nextMs = this.#nowMs() + this.#refreshMs(news.expiresInS);

      if (nextMs < this.#nextMs) {
        this.#askAt(nextMs);
      }
    }
  }

  #failed(failure: SubscriptionFailure): void {
    const { clock, packages, onNews } = this.#options;

    if (this.#upSinceMs !== null && this.#nowMs() - this.#upSinceMs >= LIVED_WELL_MS) {
      this.#failures = 0;
    }
    const delayMs = askAgainDelayMs(failure, this.#failures, clock.random());

    this.#failures += 1;
    this.#rest(delayMs === null ? 'over' : 'idle');
    if (!leavesKnowledge(failure) || this.#nowMs() >= this.#holdsUntilMs) {
      onNews(this.watch, null);
    }
    if (failure.type === 'refused' && isPackageUnknown(failure.response)) {
      packages.refused(this.watch.event);
    } else if (delayMs !== null) {
      this.#askAt(this.#nowMs() + delayMs);
    }
  }

  #askAt(atMs: number): void {
    this.#callOffNext();
    this.#nextMs = atMs;
    this.#callOffNext = this.#options.clock.after(atMs - this.#nowMs(), () => {
      this.#options.onDue();
    });
  }

  #rest(step: 'idle' | 'over'): void {
    this.#callOffNext();
    this.#callOffSilence();
    this.#step = step;
    this.#isHeard = false;
    this.#upSinceMs = null;
  }

  #soonestMs(): number {
    return Math.max(this.#lastAskedMs + SHORTEST_AGAIN_MS, this.#nowMs());
  }

  #refreshMs(expiresInS: number | null): number {
    return refreshDelayMs(subscriptionExpiry(expiresInS), this.#options.clock.random());
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }
}
