import type { Core } from 'sip.js';
import { Accounts, type Account } from './accounts';
import { letHear } from './bridge';
import { CallFromExtension } from './call-from-extension';
import { CallMedia, type RestartHabit } from './call-media';
import { CallToExtension } from './call-to-extension';
import type { CodecName } from './codecs';
import type { Connection, PassingMessage } from './connection';
import { Desks, type DeskCall } from './desks';
import { DialPlan } from './dial-plan';
import type { DigestAlgorithm } from './digest';
import { MessageLog, type LoggedMessage } from './message-log';
import { Notifier } from './notifier';
import type { CallContext, Party, PbxCall } from './pbx-call';
import { PARK, Parking } from './parking';
import { answerRefer } from './refer';
import { Reception, type RegisterRefusal } from './reception';
import { Registrar, type Contact, type ExpiryRules } from './registrar';
import type { Sound } from './sound-source';
import { playTarget, soundOf, TONE_HZ } from './targets';
import { Waiting } from './waiting';
import { WsServer } from './ws-server';

/** How a PBX is set up. */
export interface PbxOptions {
  /** Accounts by the user part of their SIP address. */
  readonly users?: Readonly<Record<string, Account>>;
  /** Digest algorithm, or several in the order in which they are offered. */
  readonly algorithm?: DigestAlgorithm | readonly DigestAlgorithm[];
  /** Dialled numbers that reach a target: number -> target name. Spaces and punctuation in them don't matter. */
  readonly numbers?: Readonly<Record<string, string>>;
  readonly domain?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Where it listens for sockets; sound goes there too unless it has an address of its own. */
  readonly address?: string;
  readonly mediaAddress?: string;
  /** What it says instead of that address, where it stands behind a gateway. */
  readonly announcedMediaAddress?: string | null;
  /** Codecs the PBX takes part in. */
  readonly codecs?: readonly CodecName[];
  readonly expiry?: Partial<ExpiryRules>;
  /** How long a call is kept whose phone has lost its socket; it may come back over another. */
  readonly keepsCallsForMs?: number;
}

/** How an account is rung. */
export interface RingWish {
  readonly from?: { readonly user: string; readonly displayName?: string };
  /** What the extension hears once it has answered. */
  readonly media?: 'tone' | 'echo' | 'silence';
  /** Frequency of `tone`. */
  readonly freqHz?: number;
  /** Further header lines of the INVITE. */
  readonly headers?: readonly string[];
}

/** As long as a phone may wait for the ACK of its answer (RFC 3261 section 13.3.1.4). */
const KEEPS_CALLS_FOR_MS = 32_000;
const LOOPBACK = '127.0.0.1';
const ECHO: Party = { user: 'echo', displayName: 'Echo' };
const CUSTOMER: Party = { user: '+442079460321', displayName: 'A customer' };
const TRANSFER: Party = { user: 'transfer', displayName: 'Transfer' };

/** A small PBX on loopback: registrar, targets to call, calls to be placed, and a script to misbehave by. */
export class Pbx {
  readonly domain: string;
  /** Calls that the extension placed, oldest first. */
  readonly calls: CallFromExtension[] = [];
  /** Calls that the PBX placed, oldest first. */
  readonly placedCalls: CallToExtension[] = [];
  /** Calls that ring at desks which are no phones, for whoever takes them up. */
  readonly desks: Desks;
  /** Who is told of mailboxes, calls and moods. */
  readonly notifier: Notifier;
  readonly #server: WsServer;
  readonly #log = new MessageLog();
  readonly #waiting = new Waiting(() => this.#log.tail());
  readonly #address: string;
  readonly #accounts: Accounts;
  readonly #registrar: Registrar;
  readonly #reception: Reception;
  readonly #context: CallContext;
  readonly #dialPlan: DialPlan;
  readonly #parking = new Parking();
  /** What lets parties hear each other inside the PBX. */
  readonly #bridges: (() => void)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #fetchedCalls = 0;
  #refusesReplaces: number | null = null;
  #mediaAddress: string;

  private constructor(server: WsServer, options: PbxOptions) {
    const { algorithm = 'MD5', domain = 'pbx.test', users = {}, numbers = {} } = options;
    const algorithms = typeof algorithm === 'string' ? [algorithm] : algorithm;
    this.#server = server;
    this.#address = options.address ?? LOOPBACK;
    this.#mediaAddress = options.mediaAddress ?? this.#address;
    this.domain = domain;
    this.desks = new Desks(this.#waiting, (desk) => {
      this.notifier.tell(desk, 'dialog');
    });
    this.notifier = new Notifier({
      domain,
      callsAt: (desk) => this.desks.callsAt(desk),
      changed: () => {
        this.#waiting.changed();
      },
    });
    this.#accounts = new Accounts(users, domain, algorithms);
    this.#registrar = new Registrar({ defaultS: 600, minS: 1, maxS: 3600, ...options.expiry });
    this.#reception = new Reception(this.#accounts, this.#registrar, domain, this.#log, {
      onCall: (connection, request) => {
        this.#receiveCall(connection, request);
      },
      onSubscribe: (connection, message) => {
        this.notifier.receive(connection, message);
      },
      onClose: (connection) => {
        this.notifier.forget(connection);
        this.#after(options.keepsCallsForMs ?? KEEPS_CALLS_FOR_MS, () => {
          this.#lose(connection);
        });
        this.#waiting.changed();
      },
      onRegistered: (connection) => {
        this.#ringAgain(connection);
      },
      onChange: () => {
        this.#waiting.changed();
      },
    });
    this.#dialPlan = new DialPlan(numbers);
    this.#context = this.#makeContext(options);
    this.#log.onMessage(() => {
      this.#waiting.changed();
    });
    server.onSocket((socket) => {
      this.#reception.open(socket);
    });
  }

  static async start(options: PbxOptions = {}): Promise<Pbx> {
    const { address = LOOPBACK, port = 0 } = options;
    return new Pbx(await WsServer.listen(address, port), options);
  }

  /** Where the extension connects to. */
  get url(): string {
    return `ws://${this.#address}:${String(this.#server.port)}`;
  }

  /** The latest SIP messages, oldest first. */
  get messages(): readonly LoggedMessage[] {
    return this.#log.messages;
  }

  /** How many sockets are open. */
  get socketCount(): number {
    return this.#reception.connections.size;
  }

  /** Calls back for every message; the returned function ends that. */
  onMessage(listener: (message: LoggedMessage) => void): () => void {
    return this.#log.onMessage(listener);
  }

  /** Resolves with the first message, from the epoch time `sinceMs` on, that fits. */
  untilMessage(
    predicate: (message: LoggedMessage) => boolean,
    { timeoutMs, sinceMs = 0 }: { timeoutMs?: number; sinceMs?: number } = {},
  ): Promise<LoggedMessage> {
    return this.#waiting.until(
      'a SIP message',
      () => this.messages.find((message) => message.atMs >= sinceMs && predicate(message)),
      timeoutMs,
    );
  }

  /** Resolves when that many sockets are open. */
  async untilSockets(count: number, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    const what = `${String(count)} open sockets`;
    await this.#waiting.until(what, () => this.socketCount === count, timeoutMs);
  }

  /** The places where calls are parked now. */
  get parkedAt(): readonly string[] {
    return this.#parking.places;
  }

  /** Where the account can be rung now. */
  contactsOf(user: string): readonly Contact[] {
    return this.#registrar.contactsOf(user);
  }

  /** Resolves when the account has that many contacts (at least one, unless told otherwise). */
  async untilRegistered(
    user: string,
    { contacts = 1, timeoutMs }: { contacts?: number; timeoutMs?: number } = {},
  ): Promise<void> {
    const probe = (): boolean => this.contactsOf(user).length >= contacts;
    await this.#waiting.until(`${user} to be registered`, probe, timeoutMs);
  }

  /** Resolves when the account has no contact any more. */
  async untilUnregistered(user: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    const probe = (): boolean => this.contactsOf(user).length === 0;
    await this.#waiting.until(`${user} to be unregistered`, probe, timeoutMs);
  }

  /** Rings every contact of an account. */
  async ring(user: string, wish: RingWish = {}): Promise<CallToExtension> {
    const contacts = this.contactsOf(user);
    if (contacts.length === 0) {
      throw new Error(`PBX: ${user} is not registered.\n${this.#log.tail()}`);
    }
    const { from = { user: 'bob' }, media = 'tone', freqHz = TONE_HZ, headers = [] } = wish;
    const sound: Sound = media === 'tone' ? { kind: 'tone', freqHz } : { kind: media };
    const call = await CallToExtension.place(this.#context, contacts, this.domain, {
      from: { user: from.user, displayName: from.displayName ?? '' },
      to: { user, displayName: this.#accounts.get(user)?.displayName ?? '' },
      sound,
      headers,
    });
    this.placedCalls.push(call);
    this.#waiting.changed();
    return call;
  }

  /** Rings at a desk that is no phone of the accounts'; who takes the call up hears that tone. */
  ringDesk(
    desk: string,
    { from = { user: 'bob' }, freqHz = TONE_HZ }: Pick<RingWish, 'from' | 'freqHz'> = {},
  ): DeskCall {
    return this.desks.ring(desk, { user: from.user, displayName: from.displayName ?? '' }, freqHz);
  }

  /** Resolves when somebody watches that: `dialog 204`. */
  async untilWatched(what: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    const probe = (): boolean => this.notifier.watched.includes(what);
    await this.#waiting.until(`a subscription to ${what}`, probe, timeoutMs);
  }

  /** The next call from the extension that this method has not given out before. */
  nextCall({ timeoutMs }: { timeoutMs?: number } = {}): Promise<CallFromExtension> {
    const claim = (): CallFromExtension | undefined => {
      const call = this.calls[this.#fetchedCalls];
      if (call !== undefined) {
        this.#fetchedCalls += 1;
      }
      return call;
    };
    return this.#waiting.until('a call from the extension', claim, timeoutMs);
  }

  /**
   * Another machine has the sound from now on, at this address: new calls go there, and those that
   * are up do when they look for their way anew.
   */
  moveMediaTo(address: string): void {
    this.#mediaAddress = address;
  }

  /** Rings phones once more that come back over another socket while a call rings for them. */
  ringsAgain = false;

  /** What it does in calls from now on when the other side looks for its way anew. */
  restarts: RestartHabit = 'follows';

  /**
   * Cuts the socket of the next message that fits: `before` it arrives, so that it is lost, or
   * `after`, so that its answer is. Resolves when that has happened.
   */
  async cutWhen(
    fits: (message: PassingMessage) => boolean,
    when: 'before' | 'after' = 'after',
  ): Promise<void> {
    let isDone = false;
    const done = (): void => {
      isDone = true;
      this.#waiting.changed();
    };
    this.#reception.cutWhen({ fits, when, done });
    await this.#waiting.until('a message to cut its socket at', () => isDone);
  }

  /** Cuts every socket without a word, as a lost network does. */
  dropSockets(): void {
    this.#server.drop();
  }

  /** Hears nothing more from the sockets there are, though nobody closes them; takes new ones. */
  forgetSockets(): void {
    this.#server.forget();
  }

  /** Knows nothing of its calls any more, as after a restart; nobody is told. */
  async forgetCalls(): Promise<void> {
    this.#reception.reset();
    await Promise.all([...this.calls, ...this.placedCalls].map((call) => call.dispose()));
  }

  /** Reads nothing and answers nothing, while the sockets stay open. */
  goSilent(isSilent: boolean): void {
    this.#reception.isSilent = isSilent;
    this.#server.goSilent(isSilent);
  }

  /** How many sockets were refused so far. */
  get refusedSockets(): number {
    return this.#server.refused;
  }

  /** Refuses new sockets with that HTTP status; null takes them again. */
  refuseSocketsWith(httpStatus: number | null): void {
    this.#server.refuseWith(httpStatus);
  }

  /** Answers every request with that status; null goes back to work. */
  answerEverythingWith(statusCode: number | null): void {
    this.#reception.refuseEverythingWith = statusCode;
  }

  /** Answers every REGISTER with that status; null goes back to work. */
  refuseRegistrationsWith(
    statusCode: number | null,
    { headers = [], ...said }: Partial<Omit<RegisterRefusal, 'statusCode'>> = {},
  ): void {
    this.#reception.registerRefusal = statusCode === null ? null : { statusCode, headers, ...said };
  }

  /** Refuses with that status to let a call go on in another; null lets it. */
  refuseReplacesWith(statusCode: number | null): void {
    this.#refusesReplaces = statusCode;
  }

  /** Leaves calls waiting for the question who places them, until it is told to go on. */
  holdChallenges(on: boolean): void {
    this.#reception.holdChallenges(on);
  }

  /** Makes every nonce given out so far stale. */
  forgetNonces(): void {
    this.#accounts.forgetNonces();
  }

  /** Sends any text, well-formed or not, to the account's newest socket. */
  sendRaw(user: string, text: string): void {
    const connection = this.#reception.connectionOf(user);
    if (connection === null) {
      throw new Error(`PBX: ${user} has no socket`);
    }
    connection.send(text);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
    for (const end of this.#bridges) {
      end();
    }
    await this.#server.close();
    await Promise.all([...this.calls, ...this.placedCalls].map((call) => call.dispose()));
    this.#reception.reset();
    this.#waiting.close();
  }

  /** Nobody came back for the calls of that connection. */
  #lose(connection: Connection): void {
    if (!connection.isSucceeded) {
      for (const lost of connection.line) {
        for (const call of [...this.calls, ...this.placedCalls]) {
          call.lose(lost);
        }
        lost.core.reset();
      }
      this.#waiting.changed();
    }
  }

  #ringAgain(connection: Connection): void {
    const contact = this.#registrar.contactOver(connection);
    if (this.ringsAgain && contact !== null) {
      for (const call of this.placedCalls) {
        // A call that ends meanwhile is its test's to see.
        call.ringAgain(contact).catch(() => undefined);
      }
    }
  }

  #makeContext({
    codecs = ['opus', 'PCMU', 'PCMA'],
    announcedMediaAddress = null,
  }: PbxOptions): CallContext {
    return {
      waiting: this.#waiting,
      openMedia: (onDigit) =>
        CallMedia.open({
          codecs,
          address: () => this.#mediaAddress,
          announced: announcedMediaAddress,
          restarts: this.restarts,
          waiting: this.#waiting,
          onDigit,
        }),
      onRedirect: (call, user) => {
        const target = this.#dialPlan.targetOf(user);
        const sound = target === null ? null : soundOf(target);
        if (sound !== null) {
          this.#bridges.push(letHear(call.audio, sound));
        }
      },
      onRefer: (transferee, referTo, report) =>
        answerRefer(transferee, referTo, report, {
          targetOf: (dialled) => this.#dialPlan.targetOf(dialled),
          park: (call, dialled) => dialled === PARK && this.#parking.park(call) !== null,
          callOf: (callId) =>
            [...this.calls, ...this.placedCalls].find((call) => call.callId === callId) ?? null,
          letHear: (call, sound) => {
            this.#bridges.push(letHear(call.audio, sound));
          },
          ring: (user) =>
            this.contactsOf(user).length === 0
              ? null
              : this.ring(user, { from: TRANSFER, media: 'echo' }),
        }),
    };
  }

  #receiveCall(connection: Connection, request: Core.IncomingInviteRequest): void {
    const dialled = decodeURIComponent(request.message.ruri?.user ?? '');
    const replaced = this.#callReplacedBy(request.message);
    const deskCall =
      replaced === undefined ? this.desks.takenBy(request.message, dialled) : undefined;
    const target = deskCall === undefined ? this.#dialPlan.targetOf(dialled) : null;
    const parked = this.#parking.take(dialled);
    const peer = replaced?.peer ?? deskCall?.caller ?? { user: dialled, displayName: '' };
    const call = new CallFromExtension(this.#context, request, connection, peer, target);
    this.calls.push(call);
    if (replaced !== undefined && this.#refusesReplaces !== null) {
      call.reject(this.#refusesReplaces);
    } else if (replaced !== undefined) {
      call.takeOver(replaced).catch(() => undefined); // As below.
    } else if (deskCall) {
      deskCall.moveTo('taken');
      // A call that ends meanwhile is its test's to see.
      call.answer({ kind: 'tone', freqHz: deskCall.freqHz }).catch(() => undefined);
    } else if (parked !== null) {
      call.answer(parked).catch(() => undefined); // As above.
    } else if (target === null) {
      // RFC 3891 section 3: what is to be replaced is not there, or not any more.
      call.reject(deskCall === null ? 481 : 404);
    } else {
      playTarget(target, call, this.#targetContext);
    }
    this.#waiting.changed();
  }

  /** Only the extension that is in a call may go on with it elsewhere (RFC 3891 section 3). */
  #callReplacedBy(invite: Core.IncomingRequestMessage): PbxCall | undefined {
    const replaces = invite.getHeader('replaces');
    return replaces === undefined
      ? undefined
      : [...this.calls, ...this.placedCalls].find(
          (call) =>
            call.isNamedBy(replaces) && call.extension.user === (invite.from.uri.user ?? ''),
        );
  }

  readonly #targetContext = {
    callBack: (user: string, afterMs: number): void => {
      this.#after(afterMs, () => {
        // Who has gone meanwhile is not called back.
        this.ring(user, { from: ECHO, media: 'echo' }).catch(() => undefined);
      });
    },
    ringDesk: (desk: string): void => {
      this.ringDesk(desk, { from: CUSTOMER });
    },
    after: (delayMs: number, run: () => void): void => {
      this.#after(delayMs, run);
    },
  };

  #after(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, delayMs);
    this.#timers.add(timer);
  }
}
