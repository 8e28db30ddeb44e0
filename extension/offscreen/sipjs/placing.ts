import { UserAgent, type Session } from 'sip.js';
import type { CallEvent } from '../../../src/call/event';
import type { InviteWish, SipReport } from '../../../src/phone/sip-stack';
import { replacing } from '../../../src/sip/dialog';
import { replacesField } from '../../../src/sip/replaces';
import type { SipJsAgent } from './agent';
import type { CallContext } from './call-context';
import { callEnd } from './call-end';
import type { Calls } from './calls';
import { guarded } from './emitter';
import type { Log } from './options';
import { SipJsOutgoingCall } from './outgoing-call';
import { PromptInviter } from './prompt-inviter';
import type { FollowedReferral } from './referral';

/** What placing calls takes from the stack around it. */
export interface PlacingOptions {
  readonly calls: Calls;
  /** By which account calls are placed now; null where none is configured. */
  readonly agent: () => SipJsAgent | null;
  readonly contextOf: (callId: string, agent: SipJsAgent, session: Session) => CallContext;
  /** For what is known at once: nobody expects an answer before they finished asking. */
  readonly reportLater: (report: SipReport) => void;
  readonly log: Log;
}

/** Calls somebody: for the user, for the other side of another call, or to take a call up. */
export class Placing {
  readonly #options: PlacingOptions;

  constructor(options: PlacingOptions) {
    this.#options = options;
  }

  invite(callId: string, uri: string, wish: InviteWish = {}): void {
    const { calls } = this.#options;
    const { referredBy, recovers } = wish;
    const replaces = recovers === undefined ? wish.replaces : replacing(recovers.dialog);
    const agent = this.#options.agent();
    const followed =
      referredBy === undefined ? null : (calls.get(referredBy)?.call.followReferral() ?? null);
    const target = UserAgent.makeURI(followed?.uri ?? uri);

    if (agent === null || target === undefined) {
      const problem = target === undefined ? 'internal' : 'connection-lost';
      const event: CallEvent = { type: 'ended', end: callEnd('error', { problem }) };

      followed?.tell(event);
      this.#options.reportLater({ type: 'call', callId, event });
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
    const { calls, contextOf, log } = this.#options;

    guarded(log, () => {
      const before = calls.get(callId)?.call;
      const inviter = makeInviter();
      const context = contextOf(callId, agent, inviter);
      const report = (event: CallEvent) => {
        context.report(event);
        followed?.tell(event);
      };
      const call = new SipJsOutgoingCall(inviter, { ...context, report }, () => {
        this.#place(callId, agent, followed, makeInviter);
      });

      calls.set(callId, { call, agent });
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
}
