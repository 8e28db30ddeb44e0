import { UserAgent, type Core, type Invitation, type Session } from 'sip.js';
import { sharesRegistration, type Account } from '../../src/account/account';
import type { CallAction } from '../../src/call/action';
import type { CallEvent } from '../../src/call/event';
import type { RegistrationFailure } from '../../src/phone/registration';
import { autoAnswerIn } from '../../src/sip/auto-answer';
import { callerIn, type Caller } from '../../src/sip/caller';
import { replacesField, type ReplacedDialog } from '../../src/sip/replaces';
import type { InviteWish, SipReport, SipStack, SubscribeWish } from '../../src/phone/sip-stack';
import { SipJsAgent } from './sipjs-agent';
import type { SipJsCall } from './sipjs-call';
import type { CallContext } from './sipjs-call-context';
import { callEnd } from './sipjs-call-end';
import { describe, guarded } from './sipjs-emitter';
import { SipJsIncomingCall } from './sipjs-incoming-call';
import { dialogIdOf } from './sipjs-in-dialog';
import { afterTimeout, STACK_TIMES, type CallMedia, type SipJsStackOptions } from './sipjs-options';
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
  /** The agent of the configured account; those before it live on in their calls and goodbyes. */
  #agent: SipJsAgent | null = null;

  constructor(options: SipJsStackOptions) {
    this.#options = { after: afterTimeout, random: Math.random, times: STACK_TIMES, ...options };
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
    const before = this.#agent;

    if (before !== null && account !== null && sharesRegistration(before.account, account)) {
      before.account = account;
      return;
    }
    this.#agent = null;
    if (before !== null) {
      this.#retire(before);
    }
    if (account !== null) {
      guarded(this.#options.log, () => {
        this.#agent = this.#makeAgent(account, this.#options.instanceId);
      });
    }
  }

  register(): void {
    const agent = this.#agent;

    if (agent === null) {
      this.#reportLater({
        type: 'registration-failed',
        failure: { code: 'refused', response: null },
      });
      return;
    }
    agent.register().then(
      (outcome) => {
        if (outcome === null || agent !== this.#agent) {
          return;
        }
        this.#report(
          'failure' in outcome
            ? { type: 'registration-failed', failure: outcome.failure }
            : { type: 'registered', expiresInS: outcome.expiresInS },
        );
      },
      (error: unknown) => {
        this.#options.log('error', `registering broke: ${describe(error)}`);
        this.#report({
          type: 'registration-failed',
          failure: { code: 'no-connection', response: null },
        });
      },
    );
  }

  unregister(): void {
    const agent = this.#agent;

    if (agent !== null) {
      this.#forget(agent.unregister(() => this.#hasCalls(agent)));
    }
  }

  async probe(account: Account): Promise<RegistrationFailure | null> {
    let agent: SipJsAgent | null = null;

    try {
      agent = this.#makeAgent(account, null);

      const outcome = await agent.register();

      if (outcome !== null && 'failure' in outcome) {
        return outcome.failure;
      }
      await agent.unregister();

      return null;
    } catch (error) {
      this.#options.log('warn', `the account could not be tried: ${describe(error)}`);
      return { code: 'refused', response: null };
    } finally {
      if (agent !== null) {
        agent.stop();
      }
    }
  }

  prepare(): void {
    const agent = this.#agent;

    if (agent !== null) {
      guarded(this.#options.log, () => {
        this.#options.media.prepare(agent.account.iceServers);
      });
    }
  }

  invite(callId: string, uri: string, wish: InviteWish = {}): void {
    const { referredBy, replaces } = wish;
    const agent = this.#agent;
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
    if (this.#agent?.isConnected === true) {
      this.#agent.subscriptions.subscribe(id, wish);
    } else {
      this.#reportLater({ type: 'subscription-refused', id, response: null, retryAfterS: null });
    }
  }

  unsubscribe(id: string): void {
    if (this.#agent?.isConnected === true) {
      this.#agent.subscriptions.unsubscribe(id);
    }
  }

  forgetSubscriptions(): void {
    this.#agent?.subscriptions.forget();
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

  #makeAgent(account: Account, instanceId: string | null): SipJsAgent {
    const { userAgent, createSocket, log, after, times } = this.#options;
    const agent: SipJsAgent = new SipJsAgent({
      account,
      instanceId,
      userAgent,
      createSocket,
      log,
      after,
      times: { ...STACK_TIMES, ...times },
      mediaFactory: (session) => this.#mediaOf(session, agent.account),
      onInvite: (invitation) => {
        guarded(log, () => {
          if (instanceId === null) {
            // An account that is only being tried takes no calls.
            this.#forget(invitation.reject({ statusCode: 480 }));
            return;
          }
          this.#invited(agent, invitation);
        });
      },
      report: (report) => {
        this.#report(report);
      },
      onInDialog: (request) =>
        request.method === 'MESSAGE' && !request.toTag
          ? this.#takesMessage(agent, request)
          : (this.#callIn(dialogIdOf(request))?.receive(request) ?? false),
      onSubscription: (report) => {
        if (agent === this.#agent) {
          this.#report(report);
        }
      },
      onLost: () => {
        this.#lost(agent);
      },
    });

    return agent;
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
      this.#forget(invitation.reject(refusal));
      return;
    }
    const replaced = replacedBy(invitation.request);

    if (replaced !== null) {
      this.#askedToReplace(agent, invitation, replaced);
      return;
    }
    const callId = this.#options.newId();
    const { remote: caller, isVouched } = callerOf(invitation, agent);
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
      this.#forget(invitation.reject({ statusCode: statusCode ?? 481 }));
      return;
    }
    const { remote, isVouched } = callerOf(invitation, agent);

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
      this.#tidy(live.agent);
    }
    this.#report({ type: 'call', callId, event });
  }

  #mediaOf(session: Session, account: Account): CallMedia {
    const known = this.#media.get(session);

    return known ?? this.#options.media.create(this.#options.newId(), account.iceServers);
  }

  #lost(agent: SipJsAgent): void {
    for (const [callId, live] of [...this.#calls]) {
      if (live.agent === agent) {
        this.#replacements.connectionLost(callId);
        live.call.connectionLost();
      }
    }
    if (agent === this.#agent) {
      this.#report({
        type: 'connection-lost',
        failure: { code: 'no-connection', response: null },
      });
    }
  }

  /** Lets an agent go as soon as it has said goodbye and its last call has ended. */
  #retire(agent: SipJsAgent): void {
    agent.subscriptions.forget();
    this.#forget(
      agent
        .unregister(() => this.#hasCalls(agent))
        .finally(() => {
          this.#tidy(agent);
        }),
    );
  }

  #tidy(agent: SipJsAgent): void {
    if (agent !== this.#agent && !this.#hasCalls(agent)) {
      // The last BYE is still on its way out.
      queueMicrotask(() => {
        agent.stop();
      });
    }
  }

  #callIn(dialogId: string): SipJsCall | undefined {
    return [...this.#calls.values()].find(({ call }) => call.dialogId === dialogId)?.call;
  }

  #hasCalls(agent: SipJsAgent): boolean {
    return [...this.#calls.values()].some((live) => live.agent === agent);
  }

  #forget(promise: Promise<unknown>): void {
    promise.catch((error: unknown) => {
      this.#options.log('warn', `leaving did not go well: ${describe(error)}`);
    });
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

function callerOf({ request }: Invitation, { account }: SipJsAgent): Caller {
  return callerIn((name) => request.getHeaders(name), account.profile.trustsIdentity);
}
