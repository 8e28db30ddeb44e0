import type { Session } from 'sip.js';
import type { Account } from '../../../src/account/account';
import type { CallAction } from '../../../src/call/action';
import type { CallEvent } from '../../../src/call/event';
import type { FailedProbe } from '../../../src/phone/registration/failed-probe';
import type { SavedDialog } from '../../../src/sip/dialog';
import type { InviteWish, SipReport, SipStack, SubscribeWish } from '../../../src/phone/sip-stack';
import type { SipJsAgent } from './agent';
import { Agents } from './agents';
import { BeingInvited } from './being-invited';
import type { CallContext } from './call-context';
import { Calls } from './calls';
import { guarded } from './emitter';
import { afterTimeout, STACK_TIMES, type CallMedia, type SipJsStackOptions } from './options';
import { Placing } from './placing';
import { Replacements } from './replacements';
import { sayByeIn } from './saved-dialog';
import { TurnedAway } from './turned-away';

/** The SIP stack of the phone, on SIP.js. */
export class SipJsStack implements SipStack {
  onReport: (report: SipReport) => void = () => undefined;

  readonly #options: Required<SipJsStackOptions>;
  readonly #calls: Calls;
  readonly #media = new WeakMap<Session, CallMedia>();
  readonly #replacements: Replacements;
  readonly #agents: Agents;
  readonly #turnedAway: TurnedAway;
  readonly #placing: Placing;
  readonly #invited: BeingInvited;

  constructor(options: SipJsStackOptions) {
    this.#options = {
      after: afterTimeout,
      nowMs: Date.now,
      random: Math.random,
      times: STACK_TIMES,
      ...options,
    };
    this.#calls = new Calls(this.#options.after);
    this.#turnedAway = new TurnedAway(this.#options.after);
    this.#agents = new Agents(this.#options, {
      hasCalls: (agent) => this.#calls.of(agent).length > 0,
      mediaOf: (session, { iceServers }) =>
        this.#media.get(session) ?? this.#options.media.create(this.#options.newId(), iceServers),
      onInvite: (agent, invitation) => {
        this.#invited.receive(agent, invitation);
      },
      onInDialog: (agent, request) => {
        this.#replacements.makeRoomFor(agent, request);
        return this.#calls.takes(agent, request);
      },
      onCutOff: (agent) => {
        this.#cutOff(agent);
      },
      onReached: (agent) => {
        this.#reached(agent);
      },
      report: (report) => {
        this.#report(report);
      },
    });
    this.#replacements = new Replacements({
      after: this.#options.after,
      callOf: (callId) => this.#calls.get(callId)?.call,
      adopt: (callId, call) => {
        const before = this.#calls.get(callId);

        if (before !== undefined) {
          this.#calls.set(callId, { ...before, call });
        }
      },
      turnedAway: (call) => {
        this.#turnedAway.remember(call);
      },
      report: (callId, event) => {
        this.#heard(callId, event);
      },
    });
    const around = {
      ...this.#options,
      calls: this.#calls,
      contextOf: (callId: string, agent: SipJsAgent, session: Session) =>
        this.#context(callId, agent, session),
    };

    this.#placing = new Placing({
      ...around,
      agent: () => this.#agents.current,
      reportLater: (report) => {
        this.#reportLater(report);
      },
    });
    this.#invited = new BeingInvited({
      ...around,
      turnedAway: this.#turnedAway,
      replacements: this.#replacements,
      report: (report) => {
        this.#report(report);
      },
    });
  }

  configure(account: Account | null): void {
    this.#agents.configure(account);
  }

  register(server: string, withinMs: number | null): void {
    this.#agents.register(server, withinMs);
  }

  checkConnection(withinMs: number): void {
    guarded(this.#options.log, () => {
      this.#agents.checkConnection(withinMs);
    });
  }

  setKeepAlive(inCall: boolean): void {
    this.#agents.setKeepAlive(inCall);
  }

  unregister(): void {
    this.#agents.unregister();
  }

  probe(account: Account): Promise<FailedProbe | null> {
    return this.#agents.probe(account);
  }

  prepare(): void {
    const agent = this.#agents.current;

    if (agent !== null) {
      guarded(this.#options.log, () => {
        this.#options.media.prepare(agent.account.iceServers);
      });
    }
  }

  invite(callId: string, uri: string, wish?: InviteWish): void {
    this.#placing.invite(callId, uri, wish);
  }

  subscribe(id: string, wish: SubscribeWish): void {
    if (this.#agents.current?.isConnected === true) {
      this.#agents.current.subscriptions.subscribe(id, wish);
    } else {
      this.#reportLater({ type: 'subscription-refused', id, response: null, retryAfterS: null });
    }
  }

  unsubscribe(id: string): void {
    if (this.#agents.current?.isConnected === true) {
      this.#agents.current.subscriptions.unsubscribe(id);
    }
  }

  forgetSubscriptions(): void {
    this.#agents.current?.subscriptions.forget();
  }

  perform(callId: string, action: CallAction): void {
    if (action.type === 'accept-replacement') {
      this.#replacements.accept(callId);
      return;
    }
    if (action.type === 'refuse-replacement') {
      this.#replacements.refuse(callId);
      return;
    }
    const live = this.#calls.get(callId);

    // What the current connection is for is not what this call waits for.
    if (action.type !== 'recover' || live?.agent.flow.isUp === true) {
      live?.call.perform(action);
    }
    if (action.type === 'recover' && live?.agent.flow.isUp === true) {
      this.#replacements.recover(callId);
    }
  }

  dialogOf(callId: string): SavedDialog | null {
    return this.#calls.get(callId)?.call.savedDialog ?? null;
  }

  leave(dialog: SavedDialog): void {
    const agent = this.#agents.current;

    if (agent?.isConnected === true) {
      guarded(this.#options.log, () => {
        sayByeIn(dialog, agent.userAgent);
      });
    }
  }

  #context(callId: string, agent: SipJsAgent, session: Session): CallContext {
    const { after, random, log, media } = this.#options;
    const callMedia = media.create(callId, agent.account.iceServers);

    this.#media.set(session, callMedia);

    return {
      media: callMedia,
      flow: agent.flow,
      dtmfMethod: agent.account.dtmfMethod,
      dtmfPace: agent.account.dtmfPace,
      trustsIdentity: agent.account.profile.trustsIdentity,
      profile: agent.account.profile,
      after,
      random,
      log,
      sessionOf: (other) => this.#calls.get(other)?.call.sessionWhileUp ?? null,
      report: (event) => {
        this.#heard(callId, event);
      },
    };
  }

  #heard(callId: string, event: CallEvent): void {
    const live = this.#calls.get(callId);

    if (event.type === 'ended' && live !== undefined) {
      this.#turnedAway.remember(live.call);
      this.#replacements.remember(live.call.dialog);
      if (this.#replacements.goesOn(callId, event.end)) {
        return;
      }
      this.#calls.delete(callId);
      this.#agents.tidy(live.agent);
    }
    this.#report({ type: 'call', callId, event });
  }

  #reached(agent: SipJsAgent): void {
    for (const { callId } of this.#calls.of(agent)) {
      this.perform(callId, { type: 'recover' });
    }
  }

  #cutOff(agent: SipJsAgent): void {
    for (const { callId, call } of this.#calls.of(agent)) {
      this.#replacements.cutOff(callId);
      call.cutOff();
    }
  }

  #report(report: SipReport): void {
    guarded(this.#options.log, () => {
      this.onReport(report);
    });
  }

  /** For what is known at once: nobody expects an answer before they finished asking. */
  #reportLater(report: SipReport): void {
    queueMicrotask(() => {
      this.#report(report);
    });
  }
}
