import type { Invitation, Session } from 'sip.js';
import type { SipReport } from '../../../src/phone/sip-stack';
import { autoAnswerIn } from '../../../src/sip/auto-answer';
import type { ReplacedDialog } from '../../../src/sip/replaces';
import type { SipJsAgent } from './agent';
import type { CallContext } from './call-context';
import type { Calls } from './calls';
import { letGo } from './emitter';
import { SipJsIncomingCall } from './incoming-call';
import { callerOf } from './message';
import type { Log } from './options';
import { refusalOf, replacedBy } from './refusal';
import type { Replacements } from './replacements';
import { withQueue } from './ringcentral';
import type { TurnedAway } from './turned-away';

/** What being invited takes from the stack around it. */
export interface BeingInvitedOptions {
  readonly newId: () => string;
  readonly calls: Calls;
  readonly turnedAway: TurnedAway;
  readonly replacements: Replacements;
  readonly contextOf: (callId: string, agent: SipJsAgent, session: Session) => CallContext;
  readonly report: (report: SipReport) => void;
  readonly log: Log;
}

/** What becomes of an INVITE from outside: a call that rings, another's new place, or nothing. */
export class BeingInvited {
  readonly #options: BeingInvitedOptions;

  constructor(options: BeingInvitedOptions) {
    this.#options = options;
  }

  receive(agent: SipJsAgent, invitation: Invitation): void {
    const { calls, turnedAway, newId, contextOf, report, log } = this.#options;
    const { request } = invitation;
    const refusal = turnedAway.refusalOf(request) ?? refusalOf(invitation);

    if (refusal !== null) {
      letGo(log, invitation.reject(refusal));
      return;
    }
    const replaced = replacedBy(invitation.request);

    if (replaced !== null) {
      this.#askedToReplace(agent, invitation, replaced);
      return;
    }
    const before = calls.rungBy(agent, request);
    const callId = before?.callId ?? newId();
    const { remote: caller, isVouched } = callerOf(invitation, agent.account);
    const remote = agent.ringCentral === null ? caller : withQueue(caller, invitation);
    const afterS = autoAnswerIn((name) => invitation.request.getHeaders(name));
    const call = new SipJsIncomingCall(
      invitation,
      contextOf(callId, agent, invitation),
      agent.ringCentral?.announce(callId, remote, invitation) ?? null,
    );

    calls.set(callId, { call, agent });
    if (before !== null) {
      before.call.moveTo(call);
      return;
    }
    report({
      type: 'invited',
      callId,
      remote,
      ...(afterS === null ? {} : { intercom: { afterS, isVouched } }),
    });
    call.start();
  }

  /** RFC 3891 §3. */
  #askedToReplace(agent: SipJsAgent, invitation: Invitation, replaced: ReplacedDialog): void {
    const { calls, replacements, contextOf, log } = this.#options;
    const askedAgain = replacements.askedAgainBy(invitation.request);
    const callId = askedAgain ?? calls.named(agent, replaced);
    const statusCode = askedAgain === null ? replacements.refusalOf(callId, replaced) : null;

    if (callId === null || statusCode !== null) {
      letGo(log, invitation.reject({ statusCode: statusCode ?? 481 }));
      return;
    }
    const { remote, isVouched } = callerOf(invitation, agent.account);

    replacements.ask(
      callId,
      invitation,
      remote,
      isVouched,
      (report) =>
        new SipJsIncomingCall(invitation, { ...contextOf(callId, agent, invitation), report }),
    );
  }
}
