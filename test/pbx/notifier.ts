import { Core, URI } from 'sip.js';
import type { Connection } from './connection';
import type { DeskCall } from './desks';
import type { Contact } from './registrar';

/** What waits in a mailbox. */
export interface Mailbox {
  readonly newMessages: number;
  readonly oldMessages: number;
}

/** What somebody's phone and they themselves say of them. */
export interface Mood {
  readonly isOpen: boolean;
  readonly note?: string;
  /** An element of RFC 4480, `meeting` for one. */
  readonly activity?: string;
}

/** Where the notifier looks up what it tells. */
export interface NotifierWorld {
  readonly domain: string;
  callsAt(user: string): readonly DeskCall[];
  changed(): void;
}

type EventPackage = keyof typeof CONTENT_TYPES;

interface Subscription {
  readonly event: EventPackage;
  readonly user: string;
  readonly connection: Connection;
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly watcher: URI;
  readonly contact: URI;
  cseq: number;
  version: number;
  expiresAtMs: number;
}

const CONTENT_TYPES = {
  'message-summary': 'application/simple-message-summary',
  dialog: 'application/dialog-info+xml',
  presence: 'application/pidf+xml',
} as const;

const LONGEST_S = 3600;

/** Tells who asked for it of mailboxes, calls and moods (RFC 6665). */
export class Notifier {
  /** Packages that it pretends not to know. */
  readonly unknownPackages = new Set<string>();
  #subscriptions: Subscription[] = [];
  readonly #mailboxes = new Map<string, Mailbox>();
  readonly #moods = new Map<string, Mood>();
  readonly #world: NotifierWorld;

  constructor(world: NotifierWorld) {
    this.#world = world;
  }

  /** Whom anybody watches now, each with its package: `dialog 204`. */
  get watched(): readonly string[] {
    return this.#subscriptions.map(({ event, user }) => `${event} ${user}`);
  }

  /** Puts messages into a mailbox, and says so. */
  setMailbox(user: string, mailbox: Mailbox): void {
    this.#mailboxes.set(user, mailbox);
    this.tell(user, 'message-summary');
  }

  setMood(user: string, mood: Mood): void {
    this.#moods.set(user, mood);
    this.tell(user, 'presence');
  }

  /** Tells of a mailbox nobody asked about, as Asterisk does. */
  tellUnasked(contact: Contact): void {
    const { core, contact: own } = contact.connection;
    const to = new URI('sip', contact.user, this.#world.domain);
    core.request(
      core.makeOutgoingRequestMessage(
        'NOTIFY',
        contact.uri,
        to,
        to,
        {},
        ['Event: message-summary', `Contact: ${own}`],
        this.#body('message-summary', contact.user, 0),
      ),
    );
  }

  /** Tells all who watch somebody. */
  tell(user: string, event: EventPackage): void {
    for (const subscription of this.#subscriptions) {
      if (subscription.user === user && subscription.event === event) {
        this.#notify(subscription);
      }
    }
  }

  /** Ends every subscription with those words, `terminated;reason=deactivated`. */
  end(state: string): void {
    const ended = this.#subscriptions;
    this.#subscriptions = [];
    for (const subscription of ended) {
      this.#notify(subscription, state);
    }
  }

  /** Forgets every subscription without a word, as a restart does. */
  forget(connection: Connection | null = null): void {
    this.#subscriptions = this.#subscriptions.filter(
      (known) => connection !== null && known.connection !== connection,
    );
    this.#world.changed();
  }

  /** A SUBSCRIBE of somebody who may. */
  receive(connection: Connection, message: Core.IncomingRequestMessage): void {
    const event = message.getHeader('event')?.split(';')[0]?.trim() ?? '';
    const expiresS = Math.min(Number(message.getHeader('expires') ?? LONGEST_S), LONGEST_S);
    if (!isKnown(event) || this.unknownPackages.has(event)) {
      connection.core.replyStateless(message, { statusCode: 489 });
      return;
    }
    const subscription = message.toTag
      ? this.#subscriptions.find(
          ({ callId, localTag }) => callId === message.callId && localTag === message.toTag,
        )
      : begun(connection, message, event);
    if (subscription === undefined) {
      connection.core.replyStateless(message, { statusCode: 481 });
      return;
    }
    subscription.expiresAtMs = Date.now() + expiresS * 1000;
    connection.core.replyStateless(message, {
      statusCode: 200,
      toTag: subscription.localTag,
      extraHeaders: [`Expires: ${String(expiresS)}`, `Contact: ${connection.contact}`],
    });
    this.#subscriptions = this.#subscriptions.filter((known) => known !== subscription);
    if (expiresS > 0) {
      this.#subscriptions.push(subscription);
    }
    this.#notify(subscription, expiresS > 0 ? undefined : 'terminated;reason=timeout');
    this.#world.changed();
  }

  #notify(subscription: Subscription, state?: string): void {
    const { connection, event, user, callId, localTag, remoteTag, watcher, contact } = subscription;
    const leftS = Math.max(0, Math.round((subscription.expiresAtMs - Date.now()) / 1000));
    subscription.cseq += 1;
    const message = connection.core.makeOutgoingRequestMessage(
      'NOTIFY',
      contact,
      new URI('sip', user, this.#world.domain),
      watcher,
      { callId, cseq: subscription.cseq, fromTag: localTag, toTag: remoteTag },
      [
        `Event: ${event}`,
        `Subscription-State: ${state ?? `active;expires=${String(leftS)}`}`,
        `Contact: ${connection.contact}`,
      ],
      this.#body(event, user, subscription.version),
    );
    subscription.version += 1;
    connection.core.request(message);
  }

  #body(event: EventPackage, user: string, version: number): Core.Body {
    const content = {
      'message-summary': () => this.#summary(user),
      dialog: () => this.#dialogs(user, version),
      presence: () => this.#presence(user),
    }[event]();
    return { contentDisposition: 'render', contentType: CONTENT_TYPES[event], content };
  }

  #summary(user: string): string {
    const { newMessages, oldMessages } = this.#mailboxes.get(user) ?? {
      newMessages: 0,
      oldMessages: 0,
    };
    return [
      `Messages-Waiting: ${newMessages > 0 ? 'yes' : 'no'}`,
      `Message-Account: sip:${user}@${this.#world.domain}`,
      `Voice-Message: ${String(newMessages)}/${String(oldMessages)} (0/0)`,
      '',
    ].join('\r\n');
  }

  #dialogs(user: string, version: number): string {
    const { domain } = this.#world;
    const dialogs = this.#world
      .callsAt(user)
      .map(
        ({ callId, deskTag, callerTag, caller, state }) =>
          `<dialog id="${callId}" call-id="${callId}" local-tag="${deskTag}" remote-tag="${callerTag}" direction="recipient">` +
          `<state>${state === 'ringing' ? 'early' : 'confirmed'}</state>` +
          `<remote><identity display="${caller.displayName}">sip:${caller.user}@${domain}</identity>` +
          `<target uri="sip:${caller.user}@${domain}"/></remote></dialog>`,
      );
    return `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${String(version)}" state="full" entity="sip:${user}@${domain}">${dialogs.join('')}</dialog-info>`;
  }

  #presence(user: string): string {
    const { isOpen, note, activity } = this.#moods.get(user) ?? { isOpen: true };
    const doing =
      activity === undefined
        ? ''
        : `<dm:person id="p"><rpid:activities><rpid:${activity}/></rpid:activities></dm:person>`;
    return (
      '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" ' +
      `xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="sip:${user}@${this.#world.domain}">` +
      `<tuple id="t"><status><basic>${isOpen ? 'open' : 'closed'}</basic></status></tuple>${doing}` +
      `${note === undefined ? '' : `<note>${note}</note>`}</presence>`
    );
  }
}

function begun(
  connection: Connection,
  message: Core.IncomingRequestMessage,
  event: EventPackage,
): Subscription | undefined {
  const contact: unknown = message.parseHeader('contact');
  if (!(contact instanceof Core.NameAddrHeader)) {
    return undefined;
  }
  return {
    event,
    user: message.to.uri.user ?? '',
    connection,
    callId: message.callId,
    localTag: Math.random().toString(36).slice(2, 10),
    remoteTag: message.fromTag,
    watcher: message.from.uri,
    contact: contact.uri,
    cseq: 0,
    version: 0,
    expiresAtMs: 0,
  };
}

function isKnown(event: string): event is EventPackage {
  return Object.hasOwn(CONTENT_TYPES, event);
}
