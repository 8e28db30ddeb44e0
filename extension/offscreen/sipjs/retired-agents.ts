import { LEAST_BETWEEN_ATTEMPTS_MS } from '../../../src/phone/registration/attempts';
import { retryDelayMs } from '../../../src/phone/registration/registration';
import type { SipJsAgent } from './agent';
import { letGo } from './emitter';
import type { After, Log } from './options';

/** What letting agents go takes from the stack around it. */
export interface RetiredAgentsOptions {
  readonly hasCalls: (agent: SipJsAgent) => boolean;
  /** One of them has a connection again, for the calls that it has left. */
  readonly onReached: (agent: SipJsAgent) => void;
  readonly after: After;
  readonly random: () => number;
  readonly log: Log;
}

/** RFC 3261 §17.1.1.2: as long as a request may wait for its answer (64*T1). */
const LONGEST_ON_THE_WAY_MS = 32_000;

/** The agents that are no longer current, and who still have calls or a goodbye to say. */
export class RetiredAgents {
  readonly #options: RetiredAgentsOptions;
  readonly #agents = new Set<SipJsAgent>();
  /** Those of them that somebody may still be on the way to. */
  readonly #left = new Set<SipJsAgent>();

  constructor(options: RetiredAgentsOptions) {
    this.#options = options;
  }

  get all(): readonly SipJsAgent[] {
    return [...this.#agents];
  }

  /** Lets an agent go as soon as it has said goodbye and its last call has ended. */
  retire(agent: SipJsAgent): void {
    const { hasCalls, log } = this.#options;

    this.#agents.add(agent);
    agent.subscriptions.forget();
    letGo(
      log,
      agent
        .unregister(() => hasCalls(agent))
        .finally(() => {
          this.tidy(agent);
        }),
    );
  }

  /**
   * Lets the server before go without a goodbye: where both ask one registrar, that would remove
   * the binding that was just made, which has the same name. Whoever called by way of it may still
   * be on the way to us.
   */
  leave(agent: SipJsAgent): void {
    agent.subscriptions.forget();
    this.#agents.add(agent);
    this.#left.add(agent);
    this.#options.after(LONGEST_ON_THE_WAY_MS, () => {
      this.#left.delete(agent);
      this.tidy(agent);
    });
  }

  /** For calls by way of a server that was left: nobody wants them any more. */
  waitNoLonger(): void {
    for (const agent of [...this.#left]) {
      this.#left.delete(agent);
      this.tidy(agent);
    }
  }

  /** Frees an agent, once its last call has ended. */
  tidy(agent: SipJsAgent): void {
    if (!this.#left.has(agent) && !this.#options.hasCalls(agent)) {
      this.#agents.delete(agent);
      // The last BYE is still on its way out.
      queueMicrotask(() => {
        agent.stop();
      });
    }
  }

  /** Connects an agent once more that nobody registers any more, for as long as it has calls. */
  reach(agent: SipJsAgent, failures = 0): void {
    const { after, random, log, hasCalls, onReached } = this.#options;
    const delayMs = retryDelayMs({ code: 'no-connection', response: null }, failures, random());

    after(Math.max(delayMs ?? 0, failures === 0 ? 0 : LEAST_BETWEEN_ATTEMPTS_MS), () => {
      const { servers } = agent.account;

      if (this.#agents.has(agent) && hasCalls(agent)) {
        letGo(
          log,
          agent.reach(servers[failures % servers.length] ?? servers[0]).then((isReached) => {
            if (isReached) {
              onReached(agent);
            } else {
              this.reach(agent, failures + 1);
            }
          }),
        );
      }
    });
  }
}
