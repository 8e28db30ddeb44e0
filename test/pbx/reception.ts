import type { Core } from 'sip.js';
import type { WebSocket } from 'ws';
import type { Accounts } from './accounts';
import { Connection, type ConnectionDelegate, type PassingMessage } from './connection';
import type { MessageLog } from './message-log';
import type { Registrar } from './registrar';

/** What the reception tells the PBX. */
export interface ReceptionDelegate {
  /** Somebody who may call calls. */
  onCall(connection: Connection, request: Core.IncomingInviteRequest): void;
  /** Somebody who may ask to be told of something does. */
  onSubscribe(connection: Connection, message: Core.IncomingRequestMessage): void;
  /** A phone can be rung over that connection from now on. */
  onRegistered(connection: Connection): void;
  onClose(connection: Connection): void;
  /** A registration, a socket or the like came or went. */
  onChange(): void;
}

/** What every REGISTER is answered with. */
export interface RegisterRefusal {
  readonly statusCode: number;
  /** What usually stands beside the status, where it is left out. */
  readonly reasonPhrase?: string;
  readonly headers: readonly string[];
}

/** A moment at which a socket is cut. */
export interface Cut {
  readonly fits: (message: PassingMessage) => boolean;
  readonly when: 'before' | 'after';
  readonly done: () => void;
}

/** Takes the sockets in, checks who is there, keeps the registrations; misbehaves when told to. */
export class Reception implements ConnectionDelegate {
  readonly connections = new Set<Connection>();
  /** True while nothing is read or answered. */
  isSilent = false;
  /** The status that every request is answered with, null for normal work. */
  refuseEverythingWith: number | null = null;
  /** What every REGISTER is answered with, null for normal work. */
  registerRefusal: RegisterRefusal | null = null;
  #heldChallenges: (() => void)[] | null = null;
  readonly #accounts: Accounts;
  readonly #registrar: Registrar;
  readonly #domain: string;
  readonly #log: MessageLog;
  readonly #delegate: ReceptionDelegate;
  /** Every connection that there was: those that are gone may have a successor. */
  readonly #known: Connection[] = [];
  readonly #cuts: Cut[] = [];
  #socketCount = 0;

  constructor(
    accounts: Accounts,
    registrar: Registrar,
    domain: string,
    log: MessageLog,
    delegate: ReceptionDelegate,
  ) {
    this.#accounts = accounts;
    this.#registrar = registrar;
    this.#domain = domain;
    this.#log = log;
    this.#delegate = delegate;
  }

  open(socket: WebSocket): void {
    this.#socketCount += 1;
    const connection = new Connection(this.#socketCount, socket, this.#domain, this.#log, this);
    this.connections.add(connection);
    this.#known.push(connection);
    this.#delegate.onChange();
  }

  /** Keeps the challenges to calls back, or sends those kept back. */
  holdChallenges(on: boolean): void {
    const held = this.#heldChallenges ?? [];

    this.#heldChallenges = on ? held : null;
    if (!on) {
      for (const send of held) {
        send();
      }
    }
  }

  /** The newest socket that the account has spoken over. */
  connectionOf(user: string): Connection | null {
    return [...this.connections].reverse().find((known) => known.user === user) ?? null;
  }

  onRegister(connection: Connection, request: Core.IncomingRegisterRequest): void {
    if (this.registerRefusal !== null) {
      const { headers, ...status } = this.registerRefusal;
      request.reject({ ...status, extraHeaders: [...headers] });
      return;
    }
    if (!this.#isAdmitted(connection, request)) {
      return;
    }

    const outcome = this.#registrar.register(connection.user ?? '', connection, request.message);
    if (outcome.kind === 'ok') {
      this.#succeed(connection);
      request.accept({ statusCode: 200, extraHeaders: outcome.headers });
    } else if (outcome.kind === 'bad') {
      request.reject({ statusCode: 400 });
    } else {
      request.reject({ statusCode: 423, extraHeaders: outcome.headers });
    }
    this.#delegate.onChange();
    if (outcome.kind === 'ok') {
      this.#delegate.onRegistered(connection);
    }
  }

  /** The next message that fits cuts its socket, before it arrives or after. */
  cutWhen(cut: Cut): void {
    this.#cuts.push(cut);
  }

  cutAt(message: PassingMessage): 'before' | 'after' | null {
    const index = this.#cuts.findIndex(({ fits }) => fits(message));
    const [cut] = index === -1 ? [] : this.#cuts.splice(index, 1);
    cut?.done();
    return cut?.when ?? null;
  }

  /** Forgets every call and transaction, and their timers. */
  reset(): void {
    for (const { core } of this.#known) {
      core.reset();
    }
  }

  /** The same phone over another connection takes the place of those before (RFC 5626 section 6). */
  #succeed(connection: Connection): void {
    connection.instance = this.#registrar.instanceOf(connection);
    for (const known of this.#known) {
      const isSamePhone = known.user === connection.user && known.instance === connection.instance;
      if (isSamePhone && connection.instance !== null) {
        known.succeedBy(connection);
      }
    }
  }

  onInvite(connection: Connection, request: Core.IncomingInviteRequest): void {
    if (this.#isAdmitted(connection, request)) {
      this.#delegate.onCall(connection, request);
    }
  }

  onSubscribe(connection: Connection, message: Core.IncomingRequestMessage): void {
    const admission = this.#accounts.admit(message);
    if (admission.kind === 'refused') {
      const { statusCode, headers } = admission;
      connection.core.replyStateless(message, { statusCode, extraHeaders: headers });
      return;
    }
    connection.user = admission.user;
    this.#delegate.onSubscribe(connection, message);
  }

  onClose(connection: Connection): void {
    this.connections.delete(connection);
    this.#registrar.forget(connection);
    this.#delegate.onClose(connection);
  }

  #isAdmitted(connection: Connection, request: Core.IncomingRequest): boolean {
    const admission = this.#accounts.admit(request.message);
    if (admission.kind === 'refused') {
      const refuse = (): void => {
        request.reject({ statusCode: admission.statusCode, extraHeaders: admission.headers });
      };
      if (request.message.method === 'INVITE' && this.#heldChallenges !== null) {
        this.#heldChallenges.push(refuse);
      } else {
        refuse();
      }
      return false;
    }
    connection.user = admission.user;
    return true;
  }
}
