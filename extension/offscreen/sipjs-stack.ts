import { UserAgent, type Core, type Invitation, type Session } from 'sip.js';
import type { Account } from '../../src/account/account';
import type { CallAction } from '../../src/call/action';
import type { CallEvent } from '../../src/call/event';
import type { FailedProbe } from '../../src/phone/failed-probe';
import { autoAnswerIn } from '../../src/sip/auto-answer';
import { replacesField, type ReplacedDialog } from '../../src/sip/replaces';
import type { InviteWish, SipReport, SipStack, SubscribeWish } from '../../src/phone/sip-stack';
import type { SipJsAgent } from './sipjs-agent';
import { Agents } from './sipjs-agents';
import type { SipJsCall } from './sipjs-call';
import type { CallContext } from './sipjs-call-context';
import { callEnd } from './sipjs-call-end';
import { guarded, letGo } from './sipjs-emitter';
import { SipJsIncomingCall } from './sipjs-incoming-call';
import { dialogIdOf } from './sipjs-in-dialog';
import { afterTimeout, STACK_TIMES, type CallMedia, type SipJsStackOptions } from './sipjs-options';
import { callerOf } from './sipjs-message';
import { refusalOf, replacedBy } from './sipjs-refusal';
import { Replacements } from './sipjs-replacements';
import { withQueue } from './sipjs-ringcentral';
import { PromptInviter, SipJsOutgoingCall } from './sipjs-outgoing-call';

/** One live call and whose account it goes over. */
interface LiveCall {
  readonly call: SipJsCall;
  readonly agent: SipJsAgent;
}

/** The SIP stack of the phone, on SIP.js. */
export class SipJsStack implements SipStack {
  onReport: (report: SipReport) => void = () => undefined;

  readonly #options: Required<SipJsStackOptions>;
  readonly #calls = new Map<string, LiveCall>();
  readonly #media = new WeakMap<Session, CallMedia>();
  readonly #replacements: Replacements;
  readonly #agents: Agents;

  constructor(options: SipJsStackOptions) {
    this.#options = {
      after: afterTimeout,
      nowMs: Date.now,
      random: Math.random,
      times: STACK_TIMES,
      ...options,
    };
    this.#agents = new Agents(this.#options, {
      hasCalls: (agent) => [...this.#calls.values()].some((live) => live.agent === agent),
      mediaOf: (session, { iceServers }) =>
        this.#media.get(session) ?? this.#options.media.create(this.#options.newId(), iceServers),
      onInvite: (agent, invitation) => {
        this.#invited(agent, invitation);
      },
      onInDialog: (agent, request) => this.#takes(agent, request),
      onLost: (agent) => {
        this.#lost(agent);
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
      report: (callId, event) => {
        this.#heard(callId, event);
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

  invite(callId: string, uri: string, wish: InviteWish = {}): void {
    const { referredBy, replaces } = wish;
    const agent = this.#agents.current;
    const followed =
      referredBy === undefined ? null : this.#calls.get(referredBy)?.call.followReferral();
    const target = UserAgent.makeURI(followed?.uri ?? uri);

    if (agent === null || target === undefined || !agent.isConnected) {
      const problem = target === undefined ? 'internal' : 'connection-lost';
      const event: CallEvent = { type: 'ended', end: callEnd('error', { problem }) };

      followed?.tell(event);
      this.#reportLater({ type: 'call', callId, event });
      return;
    }
    guarded(this.#options.log, () => {
      const headers = [
        ...(followed?.headers ?? []),
        ...(replaces === undefined ? [] : [replacesField(replaces), 'Require: replaces']),
        ...(wish.headers ?? []),
      ];
      const inviter = new PromptInviter(agent.userAgent, target, headers, wish);
      const context = this.#context(callId, agent, inviter);
      const call = new SipJsOutgoingCall(inviter, {
        ...context,
        report: (event) => {
          context.report(event);
          followed?.tell(event);
        },
      });

      this.#calls.set(callId, { call, agent });
      call.start();
    });
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
    this.#calls.get(callId)?.call.perform(action);
  }

  #takes(agent: SipJsAgent, request: Core.IncomingRequestMessage): boolean {
    if (request.method === 'MESSAGE' && !request.toTag) {
      return this.#takesMessage(agent, request);
    }
    const dialogId = dialogIdOf(request);
    const live = [...this.#calls.values()].find(({ call }) => call.dialogId === dialogId);

    return live?.call.receive(request) ?? false;
  }

  /** Words instead of an answer come outside of the call that they are about. */
  #takesMessage(agent: SipJsAgent, request: Core.IncomingRequestMessage): boolean {
    for (const live of this.#calls.values()) {
      const answer = live.agent === agent ? live.call.answerTo(request) : null;

      if (answer !== null) {
        agent.userAgent.userAgentCore.replyStateless(request, answer);
        return true;
      }
    }

    return false;
  }

  #invited(agent: SipJsAgent, invitation: Invitation): void {
    const refusal = refusalOf(invitation);

    if (refusal !== null) {
      letGo(this.#options.log, invitation.reject(refusal));
      return;
    }
    const replaced = replacedBy(invitation.request);

    if (replaced !== null) {
      this.#askedToReplace(agent, invitation, replaced);
      return;
    }
    const callId = this.#options.newId();
    const { remote: caller, isVouched } = callerOf(invitation, agent.account);
    const remote = agent.ringCentral === null ? caller : withQueue(caller, invitation);
    const afterS = autoAnswerIn((name) => invitation.request.getHeaders(name));
    const call = new SipJsIncomingCall(
      invitation,
      this.#context(callId, agent, invitation),
      agent.ringCentral?.announce(callId, remote, invitation) ?? null,
    );

    this.#calls.set(callId, { call, agent });
    this.#report({
      type: 'invited',
      callId,
      remote,
      ...(afterS === null ? {} : { intercom: { afterS, isVouched } }),
    });
    call.start();
  }

  /** RFC 3891 §3. */
  #askedToReplace(agent: SipJsAgent, invitation: Invitation, replaced: ReplacedDialog): void {
    const [callId = null] =
      [...this.#calls].find(([, live]) => live.agent === agent && live.call.isNamed(replaced)) ??
      [];
    const statusCode = this.#replacements.refusalOf(callId, replaced);

    if (callId === null || statusCode !== null) {
      letGo(this.#options.log, invitation.reject({ statusCode: statusCode ?? 481 }));
      return;
    }
    const { remote, isVouched } = callerOf(invitation, agent.account);

    this.#replacements.ask(
      callId,
      invitation,
      remote,
      isVouched,
      (report) =>
        new SipJsIncomingCall(invitation, { ...this.#context(callId, agent, invitation), report }),
    );
  }

  #context(callId: string, agent: SipJsAgent, session: Session): CallContext {
    const { after, random, log, media } = this.#options;
    const callMedia = media.create(callId, agent.account.iceServers);

    this.#media.set(session, callMedia);

    return {
      media: callMedia,
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
      this.#replacements.remember(live.call.dialog);
      if (this.#replacements.goesOn(callId, event.end)) {
        return;
      }
      this.#calls.delete(callId);
      this.#agents.tidy(live.agent);
    }
    this.#report({ type: 'call', callId, event });
  }

  #lost(agent: SipJsAgent): void {
    for (const [callId, live] of [...this.#calls]) {
      if (live.agent === agent) {
        this.#replacements.connectionLost(callId);
        live.call.connectionLost();
      }
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
