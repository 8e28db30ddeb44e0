import type { Core, Invitation, Session } from 'sip.js';
import { sharesRegistration, type Account } from '../../../src/account/account';
import type { FailedProbe } from '../../../src/phone/registration/failed-probe';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import type { SipReport } from '../../../src/phone/sip-stack';
import { SipJsAgent, type AttemptOutcome } from './agent';
import { describe, guarded, letGo } from './emitter';
import { STACK_TIMES, type CallMedia, type SipJsStackOptions } from './options';
import { RetiredAgents } from './retired-agents';

/** What the agents take from the stack around them. */
export interface AgentsOptions {
  readonly hasCalls: (agent: SipJsAgent) => boolean;
  readonly mediaOf: (session: Session, account: Account) => CallMedia;
  readonly onInvite: (agent: SipJsAgent, invitation: Invitation) => void;
  /** A request inside a dialog; true when it is answered and none of SIP.js's business. */
  readonly onInDialog: (agent: SipJsAgent, request: Core.IncomingRequestMessage) => boolean;
  /** An agent's connection is gone. */
  readonly onCutOff: (agent: SipJsAgent) => void;
  /** An agent that is no longer current has a connection again, for the calls that it has left. */
  readonly onReached: (agent: SipJsAgent) => void;
  readonly report: (report: SipReport) => void;
}

/** The agent of the configured account; those before it live on in their calls and goodbyes. */
export class Agents {
  readonly #stack: Required<SipJsStackOptions>;
  readonly #options: AgentsOptions;
  #current: SipJsAgent | null = null;
  /** Who tries another server, while the current one stays where it is. */
  #moving: SipJsAgent | null = null;
  readonly #retired: RetiredAgents;
  /** The last word: one attempt at a time, whichever agent makes it. */
  #turn = 0;
  #inCall = false;

  constructor(stack: Required<SipJsStackOptions>, options: AgentsOptions) {
    this.#stack = stack;
    this.#options = options;
    this.#retired = new RetiredAgents({ ...stack, ...options });
  }

  get current(): SipJsAgent | null {
    return this.#current;
  }

  configure(account: Account | null): void {
    const before = this.#current;

    if (before !== null && account !== null && sharesRegistration(before.account, account)) {
      before.account = account;
      return;
    }
    this.#current = null;
    this.#turn += 1;
    this.#stay();
    this.#retired.waitNoLonger();
    if (before !== null) {
      this.#retired.retire(before);
    }
    if (account !== null) {
      guarded(this.#stack.log, () => {
        this.#current = this.#makeAgent(account, this.#stack.instanceId);
      });
    }
  }

  register(server: string, withinMs: number | null): void {
    const turn = (this.#turn += 1);
    const current = this.#current;

    this.#stay();
    const agent = current?.isGoodElsewhere(server) === true ? this.#move(current.account) : current;

    if (agent === null) {
      queueMicrotask(() => {
        this.#failed('refused');
      });
      return;
    }
    agent.register(server, withinMs).then(
      (outcome) => {
        // A renewal that was under way when a move began says nothing of where the phone is now.
        if (outcome !== null && turn === this.#turn) {
          this.#settled(agent, outcome);
        }
      },
      (error: unknown) => {
        this.#stack.log('error', `registering broke: ${describe(error)}`);
        this.#failed('no-connection');
      },
    );
  }

  checkConnection(withinMs: number): void {
    for (const agent of this.#all()) {
      agent.checkConnection(withinMs);
    }
  }

  setKeepAlive(inCall: boolean): void {
    this.#inCall = inCall;
    for (const agent of this.#all()) {
      agent.setKeepAlive(inCall);
    }
  }

  unregister(): void {
    const agent = this.#current;

    this.#turn += 1;
    this.#stay();
    this.#retired.waitNoLonger();
    if (agent !== null) {
      letGo(
        this.#stack.log,
        agent.unregister(() => this.#options.hasCalls(agent)),
      );
    }
  }

  async probe(account: Account): Promise<FailedProbe | null> {
    // One after the other: what the first refuses, a wrong password say, is not tried at the rest.
    for (const server of account.servers) {
      const failure = await this.#probeAt({ ...account, servers: [server] });

      if (failure !== null) {
        return { server, failure };
      }
    }

    return null;
  }

  async #probeAt(account: Account): Promise<RegistrationFailure | null> {
    let agent: SipJsAgent | null = null;

    try {
      agent = this.#makeAgent(account, null);

      const outcome = await agent.register(account.servers[0], null);

      if (outcome !== null && 'failure' in outcome) {
        return outcome.failure;
      }
      await agent.unregister();

      return null;
    } catch (error) {
      this.#stack.log('warn', `the account could not be tried: ${describe(error)}`);
      return { code: 'refused', response: null };
    } finally {
      if (agent !== null) {
        agent.stop();
      }
    }
  }

  /** Frees an agent that is no longer current, once its last call has ended. */
  tidy(agent: SipJsAgent): void {
    if (agent !== this.#current) {
      this.#retired.tidy(agent);
    }
  }

  #makeAgent(account: Account, instanceId: string | null): SipJsAgent {
    const { onInvite, onInDialog, onCutOff, mediaOf, report } = this.#options;
    const { userAgent, createSocket, log, after, nowMs, random, times } = this.#stack;
    const agent: SipJsAgent = new SipJsAgent({
      account,
      instanceId,
      userAgent,
      createSocket,
      log,
      after,
      clock: { after, nowMs, random },
      times: { ...STACK_TIMES, ...times },
      mediaFactory: (session) => mediaOf(session, agent.account),
      onInvite: (invitation) => {
        guarded(log, () => {
          if (instanceId === null) {
            // An account that is only being tried takes no calls.
            letGo(log, invitation.reject({ statusCode: 480 }));
            return;
          }
          onInvite(agent, invitation);
        });
      },
      report,
      onInDialog: (request) => onInDialog(agent, request),
      onSubscription: (told) => {
        if (agent === this.#current) {
          report(told);
        }
      },
      onCutOff: () => {
        onCutOff(agent);
      },
      onLost: (failure) => {
        if (agent === this.#current) {
          report({ type: 'connection-lost', failure });
        } else {
          this.#retired.reach(agent);
        }
      },
    });

    agent.setKeepAlive(this.#inCall);

    return agent;
  }

  #all(): SipJsAgent[] {
    return [...(this.#current === null ? [] : [this.#current]), ...this.#retired.all];
  }

  #settled(agent: SipJsAgent, outcome: AttemptOutcome): void {
    const { report } = this.#options;

    if ('failure' in outcome) {
      this.#stay();
      report({ type: 'registration-failed', failure: outcome.failure });
      return;
    }
    if (agent === this.#moving) {
      this.#moving = null;
      if (this.#current !== null) {
        this.#retired.leave(this.#current);
      }
      this.#current = agent;
    }
    report({ type: 'registered', ...outcome });
  }

  /** An agent for another server; the one that is current goes on with what it has. */
  #move(account: Account): SipJsAgent | null {
    guarded(this.#stack.log, () => {
      this.#moving = this.#makeAgent(account, this.#stack.instanceId);
    });

    return this.#moving;
  }

  /** Gives up an attempt to move. */
  #stay(): void {
    this.#moving?.stop();
    this.#moving = null;
  }

  #failed(code: RegistrationFailure['code']): void {
    this.#options.report({ type: 'registration-failed', failure: { code, response: null } });
  }
}
