import { UserAgent, type Invitation, type Session } from 'sip.js';
import type { Account } from '../../../src/account/account';
import type { CallAction } from '../../../src/call/action';
import type { CallEvent } from '../../../src/call/event';
import type { FailedProbe } from '../../../src/phone/registration/failed-probe';
import { autoAnswerIn } from '../../../src/sip/auto-answer';
import { replacing, type SavedDialog } from '../../../src/sip/dialog';
import { replacesField, type ReplacedDialog } from '../../../src/sip/replaces';
import type { InviteWish, SipReport, SipStack, SubscribeWish } from '../../../src/phone/sip-stack';
import type { SipJsAgent } from './agent';
import { Agents } from './agents';
import type { CallContext } from './call-context';
import { callEnd } from './call-end';
import { Calls } from './calls';
import { guarded, letGo } from './emitter';
import { SipJsIncomingCall } from './incoming-call';
import { afterTimeout, STACK_TIMES, type CallMedia, type SipJsStackOptions } from './options';
import { callerOf } from './message';
import type { FollowedReferral } from './referral';
import { refusalOf, replacedBy } from './refusal';
import { Replacements } from './replacements';
import { withQueue } from './ringcentral';
import { sayByeIn } from './saved-dialog';
import { SipJsOutgoingCall } from './outgoing-call';
import { PromptInviter } from './prompt-inviter';
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
        this.#invited(agent, invitation);
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
    const { referredBy, recovers } = wish;
    const replaces = recovers === undefined ? wish.replaces : replacing(recovers.dialog);
    const agent = this.#agents.current;
    const followed =
      referredBy === undefined
        ? null
        : (this.#calls.get(referredBy)?.call.followReferral() ?? null);
    const target = UserAgent.makeURI(followed?.uri ?? uri);

    if (agent === null || target === undefined) {
      const problem = target === undefined ? 'internal' : 'connection-lost';
      const event: CallEvent = { type: 'ended', end: callEnd('error', { problem }) };

      followed?.tell(event);
      this.#reportLater({ type: 'call', callId, event });
      return;
    }
    const headers = [
      ...(followed?.headers ?? []),
      ...(replaces === undefined ? [] : [replacesField(replaces), 'Require: replaces']),
      ...(wish.headers ?? []),
    ];

    this.#place(
      callId,
      agent,
      followed,
      () => new PromptInviter(agent.userAgent, target, headers, wish),
    );
  }

  /** The same call may be placed once more, when its INVITE got lost with the connection. */
  #place(
    callId: string,
    agent: SipJsAgent,
    followed: FollowedReferral | null,
    makeInviter: () => PromptInviter,
  ): void {
    guarded(this.#options.log, () => {
      const before = this.#calls.get(callId)?.call;
      const inviter = makeInviter();
      const context = this.#context(callId, agent, inviter);
      const report = (event: CallEvent) => {
        context.report(event);
        followed?.tell(event);
      };
      const call = new SipJsOutgoingCall(inviter, { ...context, report }, () => {
        this.#place(callId, agent, followed, makeInviter);
      });

      this.#calls.set(callId, { call, agent });
      if (before !== undefined) {
        call.perform({ type: 'set-microphone', on: before.isMicrophoneOn });
        report({ type: 'calling-again' });
      }
      call.start();
      if (!agent.flow.isUp) {
        call.cutOff(); // It leaves as soon as the server can be reached.
      }
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

  #invited(agent: SipJsAgent, invitation: Invitation): void {
    const { request } = invitation;
    const refusal = this.#turnedAway.refusalOf(request) ?? refusalOf(invitation);

    if (refusal !== null) {
      letGo(this.#options.log, invitation.reject(refusal));
      return;
    }
    const replaced = replacedBy(invitation.request);

    if (replaced !== null) {
      this.#askedToReplace(agent, invitation, replaced);
      return;
    }
    const before = this.#calls.rungBy(agent, request);
    const callId = before?.callId ?? this.#options.newId();
    const { remote: caller, isVouched } = callerOf(invitation, agent.account);
    const remote = agent.ringCentral === null ? caller : withQueue(caller, invitation);
    const afterS = autoAnswerIn((name) => invitation.request.getHeaders(name));
    const call = new SipJsIncomingCall(
      invitation,
      this.#context(callId, agent, invitation),
      agent.ringCentral?.announce(callId, remote, invitation) ?? null,
    );

    this.#calls.set(callId, { call, agent });
    if (before !== null) {
      before.call.moveTo(call);
      return;
    }
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
    const askedAgain = this.#replacements.askedAgainBy(invitation.request);
    const callId = askedAgain ?? this.#calls.named(agent, replaced);
    const statusCode = askedAgain === null ? this.#replacements.refusalOf(callId, replaced) : null;

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
