import type { Account } from '../../account/account';
import type { Colleague } from '../../account/team';
import { isAbout, parseDialogInfo, withDialogInfo } from '../../sip/dialog-info';
import { parseMessageSummary, type MessageSummary } from '../../sip/message-summary';
import { parsePresence } from '../../sip/presence';
import type { Clock } from '../clock';
import type { SipReport, SipStack } from '../sip-stack';
import type { Watch } from './subscription';
import type { SubscriptionReport } from './one-subscription';
import { Subscriptions } from './subscriptions';
import {
  memberOf,
  NOTHING_KNOWN,
  ringingCallOf,
  type KnownOfMember,
  type RingingCall,
  type TeamMember,
} from './team';

/** What the phone shows of what it watches. */
export interface Watched {
  /** In the user's order. */
  readonly team: readonly TeamMember[];
  /** What waits in the user's mailbox; null where nobody says. */
  readonly voicemail: MessageSummary | null;
}

/** What watching takes from the phone around it. */
export interface WatchingOptions {
  readonly sip: Pick<SipStack, 'subscribe' | 'unsubscribe' | 'forgetSubscriptions'>;
  readonly clock: Clock;
  readonly publish: (watched: Watched) => void;
}

/** Reports about what is watched. */
type WatchingReport = SubscriptionReport | Extract<SipReport, { type: 'mailbox-told' }>;

/** A colleague and the address that stands for them on the wire; null for what is none. */
export interface Addressed {
  readonly colleague: Colleague;
  readonly uri: string | null;
}

/** News that comes within so long is shown at once: nobody reads ten changes a second. */
const SHOWN_TOGETHER_MS = 100;

/** The colleagues and the mailbox that the phone watches, and what it knows of them. */
export class Watching {
  readonly #options: WatchingOptions;
  readonly #subscriptions: Subscriptions;
  readonly #known = new Map<string, KnownOfMember>();
  #account: Account | null = null;
  #team: readonly Addressed[] = [];
  #voicemail: MessageSummary | null = null;
  /** True while the mailbox was last told of unasked: then no refusal to tell takes that back. */
  #isToldUnasked = false;
  #shown: readonly TeamMember[] = [];
  #callOffShowing: (() => void) | null = null;

  constructor(options: WatchingOptions) {
    this.#options = options;
    this.#subscriptions = new Subscriptions({
      ...options,
      onNews: (watch, body) => {
        this.#learn(watch, body);
      },
    });
  }

  /** Another account: what was known is of no use, and what was refused may be granted. */
  reset(): void {
    this.#subscriptions.reset();
    this.#known.clear();
    this.#voicemail = null;
    this.#isToldUnasked = false;
  }

  /** Watches these colleagues and the account's mailbox; shows them at once. */
  watch(account: Account | null, team: readonly Addressed[]): void {
    const uris = [...new Set(team.flatMap(({ uri }) => (uri === null ? [] : [uri])))];

    this.#account = account;
    this.#team = team;
    for (const uri of [...this.#known.keys()]) {
      if (!uris.includes(uri)) {
        this.#known.delete(uri);
      }
    }
    this.#subscriptions.want(
      account === null
        ? []
        : [
            { event: 'message-summary', uri: account.address },
            ...uris.map((uri): Watch => ({ event: 'dialog', uri })),
            ...uris.map((uri): Watch => ({ event: 'presence', uri })),
          ],
    );
    this.#show();
  }

  online(): void {
    this.#subscriptions.online();
  }

  offline(): void {
    this.#subscriptions.offline();
    this.#isToldUnasked = false;
    if (this.#voicemail !== null) {
      this.#voicemail = null;
      this.#showSoon();
    }
  }

  receive(report: WatchingReport): void {
    if (report.type === 'mailbox-told') {
      this.#voicemail = parseMessageSummary(report.body) ?? this.#voicemail;
      this.#isToldUnasked = true;
      this.#showSoon();
    } else {
      this.#subscriptions.receive(report);
    }
  }

  /** The call that rings at a colleague's; null where none does, or it cannot be taken up by name. */
  ringingCallOf(number: string): RingingCall | null {
    const uri = this.#team.find(({ colleague }) => colleague.number === number)?.uri ?? null;

    return ringingCallOf(this.#knownOf(uri));
  }

  #learn(watch: Watch, body: string | null): void {
    const { event, uri } = watch;
    const known = this.#knownOf(uri);

    switch (event) {
      case 'message-summary':
        this.#learnMailbox(body);
        break;
      case 'dialog':
        this.#known.set(uri, { ...known, dialogs: this.#dialogsAfter(watch, known, body) });
        break;
      case 'presence':
        this.#known.set(uri, { ...known, presence: presenceAfter(uri, known, body) });
    }
    this.#showSoon();
  }

  #learnMailbox(body: string | null): void {
    if (body !== null) {
      this.#voicemail = parseMessageSummary(body) ?? this.#voicemail;
      this.#isToldUnasked = false;
    } else if (!this.#isToldUnasked) {
      this.#voicemail = null;
    }
  }

  #dialogsAfter(watch: Watch, { dialogs }: KnownOfMember, body: string | null) {
    if (body === null) {
      return null;
    }
    const info = parseDialogInfo(body);

    if (info === null || !isAbout(info.entity, watch.uri)) {
      return dialogs;
    }
    const { known, isGap } = withDialogInfo(dialogs, info);

    if (isGap) {
      this.#subscriptions.askForAll(watch);
    }

    return known;
  }

  #knownOf(uri: string | null): KnownOfMember {
    return (uri === null ? null : this.#known.get(uri)) ?? NOTHING_KNOWN;
  }

  #showSoon(): void {
    this.#callOffShowing ??= this.#options.clock.after(SHOWN_TOGETHER_MS, () => {
      this.#show();
    });
  }

  #show(): void {
    const way = this.#account?.profile.pickUp?.by;
    const pickUp = way === 'call' ? 'code' : (way ?? null);

    this.#callOffShowing?.();
    this.#callOffShowing = null;
    this.#shown = this.#team.map(({ colleague, uri }, index) => {
      const now = memberOf(colleague, this.#knownOf(uri), pickUp);
      const before = this.#shown[index];

      // Who did not change is the same object, so that it is easy to see who did.
      return JSON.stringify(before) === JSON.stringify(now) ? (before ?? now) : now;
    });
    this.#options.publish({ team: this.#shown, voicemail: this.#voicemail });
  }
}

function presenceAfter(uri: string, { presence }: KnownOfMember, body: string | null) {
  const now = body === null ? null : parsePresence(body);

  return body === null ? null : now !== null && isAbout(now.entity, uri) ? now : presence;
}

/** True where something watched is not what it was. Who did not change is the same object. */
export function isOtherThan(watched: Watched, before: Watched): boolean {
  return (
    watched.team.length !== before.team.length ||
    watched.team.some((member, index) => member !== before.team[index]) ||
    JSON.stringify(watched.voicemail) !== JSON.stringify(before.voicemail)
  );
}
