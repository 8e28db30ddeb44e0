import {
  TransportState,
  URI,
  UserAgent,
  UserAgentState,
  type Core,
  type Invitation,
  type SessionDescriptionHandlerFactory,
} from 'sip.js';
import { domainOf, userOf, type Account } from '../../../src/account/account';
import type { Clock } from '../../../src/phone/clock';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import type { SipReport } from '../../../src/phone/sip-stack';
import { describe } from './emitter';
import { failRequestsUnderWay, Flow } from './flow';
import type { After, SipJsStackOptions, StackTimes } from './options';
import { failureOf } from './opening';
import { receiveMessage, receiveNotify } from './outside-calls';
import { follow } from './own-address';
import { SipJsRegistration, type RegistrationOutcome } from './registration';
import { questionFor } from './sign-of-life';
import { SipJsSubscriptions } from './subscriptions';
import type { SipJsTransport } from './transport';
import { RingCentralDesk } from './ringcentral';
import { makeUserAgent } from './user-agent';

/** What an agent is made with. */
export interface AgentOptions extends Pick<
  SipJsStackOptions,
  'userAgent' | 'createSocket' | 'log'
> {
  readonly account: Account;
  /** Names our binding; null for one that must not replace another. */
  readonly instanceId: string | null;
  readonly after: After;
  readonly clock: Clock;
  readonly times: StackTimes;
  readonly mediaFactory: SessionDescriptionHandlerFactory;
  readonly onInvite: (invitation: Invitation) => void;
  /** What comes outside of any call. */
  readonly report: (report: SipReport) => void;
  /** A request inside a dialog; true when it is answered and none of SIP.js's business. */
  readonly onInDialog: (request: Core.IncomingRequestMessage) => boolean;
  /** What the server says of our subscriptions. */
  readonly onSubscription: (report: SipReport) => void;
  /** The connection is gone, and with it what was under way in calls. */
  readonly onCutOff: () => void;
  /** The connection is gone, unasked and not in the middle of an attempt to register. */
  readonly onLost: (failure: RegistrationFailure) => void;
}

/** How one attempt to connect and register came out. */
export type AttemptOutcome =
  | { readonly expiresInS: number; readonly isNewFlow: boolean }
  | { readonly failure: RegistrationFailure };

/** One account on the wire: its connection, its binding, and the SIP.js user agent of its calls. */
export class SipJsAgent {
  /** Another one takes its place where the registration serves both. */
  account: Account;
  readonly userAgent: UserAgent;
  readonly flow: Flow;
  readonly subscriptions: SipJsSubscriptions;
  /** RingCentral's own messages; null where the server speaks nothing but SIP. */
  readonly ringCentral: RingCentralDesk | null;
  readonly #transport: SipJsTransport;
  readonly #registration: SipJsRegistration;
  readonly #options: AgentOptions;
  readonly #proxyRoute: readonly string[];
  /** The connection over which we registered last, by its number. */
  #registeredFlow = 0;
  /** The server did not answer our last REGISTER, though it seems to be there. */
  #isSilent = false;
  #callOffLimit: () => void = () => undefined;
  /** The last word: one attempt at a time, and a newer one makes the older silent. */
  #turn = 0;

  constructor(options: AgentOptions) {
    const { account } = options;

    this.#options = options;
    this.account = account;
    this.#proxyRoute = account.outboundProxy === null ? [] : [`<${account.outboundProxy};lr>`];

    const aor = UserAgent.makeURI(account.address);

    if (aor === undefined) {
      throw new Error('the address is no SIP URI');
    }
    this.flow = new Flow(() => this.isConnected, options.log);

    const { userAgent, transport } = makeUserAgent({
      ...options,
      aor,
      proxyRoute: this.#proxyRoute,
      transport: {
        ...options,
        probe: (method) =>
          questionFor(this.userAgent, this.account, method, this.#transport.protocol),
        mayLeave: (message) => this.flow.takes(message),
      },
      delegate: {
        onInvite: options.onInvite,
        onDisconnect: (error) => {
          this.#disconnected(error);
        },
        onNotify: (notification) => {
          receiveNotify(notification, options.report);
        },
        onMessage: (message) => {
          receiveMessage(message, this.ringCentral);
        },
      },
      takes: (request) => this.subscriptions.receive(request) || options.onInDialog(request),
    });

    this.userAgent = userAgent;
    this.#transport = transport;
    this.subscriptions = new SipJsSubscriptions({
      userAgent: this.userAgent,
      aor,
      report: options.onSubscription,
      log: options.log,
    });
    this.ringCentral =
      account.profile.preset === 'ringcentral'
        ? new RingCentralDesk({
            ...options,
            userAgent: this.userAgent,
            client: account.loginName ?? userOf(account),
          })
        : null;
    this.#registration = new SipJsRegistration({
      ...options,
      userAgent: this.userAgent,
      registrar: new URI('sip', '', domainOf(account)),
      aor,
      contact: this.#contact(options.instanceId),
      proxyRoute: this.#proxyRoute,
      expiresS: account.expiresS,
      timeoutMs: options.times.registerMs,
    });
  }

  get isConnected(): boolean {
    return this.#transport.isConnected();
  }

  get state(): TransportState {
    return this.#transport.state;
  }

  /** Connected to another server, which is good for something still. */
  isGoodElsewhere(server: string): boolean {
    return this.isConnected && this.#transport.url !== server && !this.#isSilent;
  }

  /** One attempt; null when a newer one, or leaving, has taken its place. */
  async register(server: string, withinMs: number | null): Promise<AttemptOutcome | null> {
    const turn = (this.#turn += 1);

    this.#limit(withinMs);
    const outcome = await this.#connectAndRegister(server);

    if (turn !== this.#turn) {
      return null;
    }
    this.#limit(null);
    this.#isSilent = 'failure' in outcome && outcome.failure.response === null;
    if ('failure' in outcome) {
      return outcome;
    }
    const { flow } = this.#transport;
    const isNewFlow = flow !== this.#registeredFlow;

    this.#registeredFlow = flow;

    this.#transport.setFlowTimer(outcome.flowTimerS);
    follow(this.userAgent, this.#proxyRoute, outcome.wish);

    return { expiresInS: outcome.expiresInS, isNewFlow };
  }

  /** Lets go of the connection unless the server gives a sign of life within this time. */
  checkConnection(withinMs: number): void {
    this.#transport.check(withinMs);
  }

  /** Whether a call is up from now on. */
  setKeepAlive(inCall: boolean): void {
    this.#transport.setInCall(inCall);
  }

  /** Leaves the registrar and, as far as no call needs it, the connection. */
  async unregister(keepConnection: () => boolean = () => false): Promise<void> {
    const turn = (this.#turn += 1);

    this.#limit(null);
    this.#registration.abort();
    if (this.isConnected) {
      await this.#registration.unregister();
    }
    if (turn === this.#turn && !keepConnection()) {
      await this.#transport.disconnect();
    }
  }

  /** Frees everything; calls that are up are cut off. */
  stop(): void {
    this.#turn += 1;
    this.#limit(null);
    void this.userAgent.stop().catch((error: unknown) => {
      this.#options.log('debug', `the user agent did not stop well: ${describe(error)}`);
    });
    void this.#transport.disconnect();
  }

  /** Connects for the sake of calls, without a registration of its own; false when that failed. */
  async reach(server: string): Promise<boolean> {
    try {
      await this.#connect(server);
    } catch {
      return false;
    }
    this.flow.isBack();

    return true;
  }

  async #connectAndRegister(server: string): Promise<RegistrationOutcome> {
    try {
      await this.#connect(server);
    } catch (error) {
      return { failure: failureOf(error) };
    }

    const outcome = await this.#registration.register();

    if ('expiresInS' in outcome) {
      this.flow.isBack();
    }

    return outcome;
  }

  async #connect(server: string): Promise<void> {
    if (this.state === TransportState.Connecting) {
      void this.#transport.disconnect(); // Of an attempt that this one takes the place of.
    }
    this.#transport.leadTo(server);
    await (this.userAgent.state === UserAgentState.Stopped
      ? this.userAgent.start()
      : this.#transport.connect());
  }

  /** Gives the attempt so long; for ever where that is null. */
  #limit(withinMs: number | null): void {
    this.#callOffLimit();
    this.#callOffLimit =
      withinMs === null
        ? () => undefined
        : this.#options.after(withinMs, () => {
            this.#transport.giveUp('no-answer');
            this.#registration.abort('no-answer');
          });
  }

  #disconnected(error: Error | undefined): void {
    const wasRegistering = this.#registration.abort();

    this.flow.lose();
    failRequestsUnderWay(this.userAgent.userAgentCore);
    this.#options.onCutOff();
    if (error !== undefined && !wasRegistering) {
      this.#options.onLost(failureOf(error));
    }
  }

  #contact(instanceId: string | null): string {
    const contact = `<${this.userAgent.contact.uri.toString()}>`;

    // RFC 5626 §4.2.1: registrars that know it replace our binding even under a new address.
    return instanceId === null
      ? contact
      : `${contact};+sip.instance="<urn:uuid:${instanceId}>";reg-id=1`;
  }
}
