import type { Core } from 'sip.js';
import { Accounts, type Account } from './accounts';
import { CallFromExtension } from './call-from-extension';
import { CallMedia } from './call-media';
import { CallToExtension } from './call-to-extension';
import type { CodecName } from './codecs';
import { Connection, type ConnectionDelegate } from './connection';
import type { DigestAlgorithm } from './digest';
import { MessageLog, type LoggedMessage } from './message-log';
import type { CallContext, Party, PbxCall } from './pbx-call';
import { answerRefer } from './refer';
import { Registrar, type Contact, type ExpiryRules } from './registrar';
import type { Sound } from './sound-source';
import { isTarget, playTarget, TONE_HZ } from './targets';
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
  /** Codecs the PBX takes part in. */
  readonly codecs?: readonly CodecName[];
  readonly expiry?: Partial<ExpiryRules>;
}

/** How an account is rung. */
export interface RingWish {
  readonly from?: { readonly user: string; readonly displayName?: string };
  /** What the extension hears once it has answered. */
  readonly media?: 'tone' | 'echo' | 'silence';
  /** Frequency of `tone`. */
  readonly freqHz?: number;
  readonly headers?: readonly string[];
}

const LOOPBACK = '127.0.0.1';
const ECHO: Party = { user: 'echo', displayName: 'Echo' };

/** A small PBX on loopback: registrar, targets to call, calls to be placed, and a script to misbehave by. */
export class Pbx {
  readonly domain: string;
  /** Calls that the extension placed, oldest first. */
  readonly calls: CallFromExtension[] = [];
  /** Calls that the PBX placed, oldest first. */
  readonly placedCalls: CallToExtension[] = [];
  readonly #server: WsServer;
  readonly #log = new MessageLog();
  readonly #waiting = new Waiting(() => this.#log.tail());
  readonly #accounts: Accounts;
  readonly #registrar: Registrar;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #codecs: readonly CodecName[];
  readonly #connections = new Set<Connection>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #socketCount = 0;
  #fetchedCalls = 0;
  #isSilent = false;
  #refusal: number | null = null;
  #registerRefusal: { statusCode: number; headers: string[] } | null = null;

  private constructor(server: WsServer, options: PbxOptions) {
    const { algorithm = 'MD5', domain = 'pbx.test', users = {}, numbers = {} } = options;
    this.#server = server;
    this.domain = domain;
    this.#accounts = new Accounts(
      users,
      domain,
      typeof algorithm === 'string' ? [algorithm] : algorithm,
    );
    this.#registrar = new Registrar({ defaultS: 600, minS: 1, maxS: 3600, ...options.expiry });
    this.#numbers = new Map(
      Object.entries(numbers).map(([number, target]) => [plainNumber(number), target]),
    );
    this.#codecs = options.codecs ?? ['opus', 'PCMU', 'PCMA'];
    this.#log.onMessage(() => {
      this.#waiting.changed();
    });
  }

  static async start(options: PbxOptions = {}): Promise<Pbx> {
    const server = await WsServer.listen(LOOPBACK, options.port ?? 0);
    const pbx = new Pbx(server, options);
    server.onSocket((socket) => {
      pbx.#open(socket);
    });
    return pbx;
  }

  /** Where the extension connects to. */
  get url(): string {
    return `ws://${LOOPBACK}:${String(this.#server.port)}`;
  }

  /** Every SIP message so far, oldest first. */
  get messages(): readonly LoggedMessage[] {
    return this.#log.messages;
  }

  /** How many sockets are open. */
  get socketCount(): number {
    return this.#connections.size;
  }

  /** Calls back for every message; the returned function ends that. */
  onMessage(listener: (message: LoggedMessage) => void): () => void {
    return this.#log.onMessage(listener);
  }

  /** Resolves with the first message, old or new (from index `since` on), that fits. */
  untilMessage(
    predicate: (message: LoggedMessage) => boolean,
    { timeoutMs, since = 0 }: { timeoutMs?: number; since?: number } = {},
  ): Promise<LoggedMessage> {
    const probe = (): LoggedMessage | undefined => this.messages.slice(since).find(predicate);
    return this.#waiting.until('a SIP message', probe, timeoutMs);
  }

  contactsOf(user: string): readonly Contact[] {
    return this.#registrar.contactsOf(user);
  }

  /** Resolves when the account has that many contacts (at least one, unless told otherwise). */
  async untilRegistered(
    user: string,
    { contacts = 1, timeoutMs }: { contacts?: number; timeoutMs?: number } = {},
  ): Promise<void> {
    await this.#waiting.until(
      `${user} to be registered`,
      () => this.contactsOf(user).length >= contacts,
      timeoutMs,
    );
  }

  /** Resolves when the account has no contact any more. */
  async untilUnregistered(user: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    await this.#waiting.until(
      `${user} to be unregistered`,
      () => this.contactsOf(user).length === 0,
      timeoutMs,
    );
  }

  /** Rings every contact of an account. */
  async ring(user: string, wish: RingWish = {}): Promise<CallToExtension> {
    const contacts = this.contactsOf(user);
    if (contacts.length === 0) {
      throw new Error(`PBX: ${user} is not registered.\n${this.#log.tail()}`);
    }
    const { from = { user: 'bob' }, media = 'tone', freqHz = TONE_HZ, headers = [] } = wish;
    const call = await CallToExtension.place(this.#context, contacts, this.domain, {
      from: { user: from.user, displayName: from.displayName ?? '' },
      to: { user, displayName: this.#accounts.get(user)?.displayName ?? '' },
      sound: soundOf(media, freqHz),
      headers,
    });
    this.placedCalls.push(call);
    this.#waiting.changed();
    return call;
  }

  /** The next call from the extension that this method has not given out before. */
  nextCall({ timeoutMs }: { timeoutMs?: number } = {}): Promise<CallFromExtension> {
    const index = this.#fetchedCalls;
    this.#fetchedCalls += 1;
    return this.#waiting.until('a call from the extension', () => this.calls[index], timeoutMs);
  }

  /** Cuts every socket without a word, as a lost network does. */
  dropSockets(): void {
    this.#server.drop();
  }

  /** Reads nothing and answers nothing, while the sockets stay open. */
  goSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.#server.goSilent(isSilent);
  }

  /** Refuses new sockets with that HTTP status; null takes them again. */
  refuseSocketsWith(httpStatus: number | null): void {
    this.#server.refuseWith(httpStatus);
  }

  /** Answers every request with that status; null goes back to work. */
  answerEverythingWith(statusCode: number | null): void {
    this.#refusal = statusCode;
  }

  /** Answers every REGISTER with that status; null goes back to work. */
  refuseRegistrationsWith(
    statusCode: number | null,
    { headers = [] }: { headers?: string[] } = {},
  ): void {
    this.#registerRefusal = statusCode === null ? null : { statusCode, headers };
  }

  /** Makes every nonce given out so far stale. */
  forgetNonces(): void {
    this.#accounts.forgetNonces();
  }

  /** Sends any text, well-formed or not, to the account's newest socket. */
  sendRaw(user: string, text: string): void {
    const connection = [...this.#connections].reverse().find((known) => known.user === user);
    if (connection === undefined) throw new Error(`PBX: ${user} has no socket`);
    connection.send(text);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#server.close();
    const calls = [...this.calls, ...this.placedCalls];
    await Promise.all(calls.map((call) => call.dispose()));
  }

  readonly #delegate: ConnectionDelegate = ((pbx) => ({
    get isSilent() {
      return pbx.#isSilent;
    },
    get refuseEverythingWith() {
      return pbx.#refusal;
    },
    onRegister(connection: Connection, request: Core.IncomingRegisterRequest) {
      pbx.#register(connection, request);
    },
    onInvite(connection: Connection, request: Core.IncomingInviteRequest) {
      pbx.#invite(connection, request);
    },
    onClose(connection: Connection) {
      pbx.#connections.delete(connection);
      pbx.#registrar.forget(connection);
      for (const call of [...pbx.calls, ...pbx.placedCalls]) call.lose(connection);
      pbx.#waiting.changed();
    },
  }))(this);

  readonly #context: CallContext = {
    waiting: this.#waiting,
    openMedia: (onDigit) =>
      CallMedia.open({
        codecs: this.#codecs,
        address: LOOPBACK,
        waiting: this.#waiting,
        onDigit,
      }),
    onRefer: (_call: PbxCall, referTo, report) => {
      void answerRefer(referTo, report, {
        targetOf: (dialled) => this.#targetOf(dialled),
        ring: (user) =>
          this.contactsOf(user).length === 0
            ? null
            : this.ring(user, {
                from: { user: 'transfer', displayName: 'Transfer' },
                media: 'echo',
              }),
      });
    },
  };

  #open(socket: ConstructorParameters<typeof Connection>[1]): void {
    this.#socketCount += 1;
    this.#connections.add(
      new Connection(this.#socketCount, socket, this.domain, this.#log, this.#delegate),
    );
    this.#waiting.changed();
  }

  #register(connection: Connection, request: Core.IncomingRegisterRequest): void {
    const admission = this.#accounts.admit(request.message);
    if (this.#registerRefusal !== null) {
      const { statusCode, headers } = this.#registerRefusal;
      request.reject({ statusCode, extraHeaders: [...headers] });
    } else if (admission.kind === 'refused') {
      request.reject({ statusCode: admission.statusCode, extraHeaders: admission.headers });
    } else {
      connection.user = admission.user;
      const outcome = this.#registrar.register(admission.user, connection, request.message);
      if (outcome.kind === 'ok') request.accept({ statusCode: 200, extraHeaders: outcome.headers });
      else if (outcome.kind === 'bad') request.reject({ statusCode: 400 });
      else request.reject({ statusCode: 423, extraHeaders: outcome.headers });
      this.#waiting.changed();
    }
  }

  #invite(connection: Connection, request: Core.IncomingInviteRequest): void {
    const admission = this.#accounts.admit(request.message);
    if (admission.kind === 'refused') {
      request.reject({ statusCode: admission.statusCode, extraHeaders: admission.headers });
      return;
    }
    connection.user = admission.user;
    const dialled = request.message.ruri?.user ?? '';
    const target = this.#targetOf(dialled);
    const call = new CallFromExtension(this.#context, request, connection, {
      user: dialled,
      displayName: '',
    });
    this.calls.push(call);
    if (target === null) call.reject(404);
    else playTarget(target, call, this.#targetContext);
    this.#waiting.changed();
  }

  readonly #targetContext = {
    callBack: (user: string, afterMs: number): void => {
      this.#after(afterMs, () => {
        if (this.contactsOf(user).length > 0) void this.ring(user, { from: ECHO, media: 'echo' });
      });
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

  #targetOf(dialled: string): string | null {
    const decoded = decodeURIComponent(dialled);
    const name = this.#numbers.get(plainNumber(decoded)) ?? decoded;
    return isTarget(name) ? name : null;
  }
}

function plainNumber(number: string): string {
  return /[a-z]/i.test(number) ? number : number.replace(/[^+\d*#]/g, '');
}

function soundOf(media: 'tone' | 'echo' | 'silence', freqHz: number): Sound {
  return media === 'tone' ? { kind: 'tone', freqHz } : { kind: media };
}
