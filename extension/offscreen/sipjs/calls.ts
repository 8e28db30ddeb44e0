import type { Core } from 'sip.js';
import type { SipJsAgent } from './agent';
import type { SipJsCall } from './call';
import { CrossedRings } from './crossed-rings';
import type { DialogName } from './dialog-name';
import { SipJsIncomingCall } from './incoming-call';
import { dialogIdOf } from './in-dialog';
import type { After } from './options';

/** One live call and whose account it goes over. */
export interface LiveCall {
  readonly call: SipJsCall;
  readonly agent: SipJsAgent;
}

/** The live calls, and for which of them a request is. */
export class Calls {
  readonly #live = new Map<string, LiveCall>();
  readonly #crossed: CrossedRings;

  constructor(after: After) {
    this.#crossed = new CrossedRings(after);
  }

  get(callId: string): LiveCall | undefined {
    return this.#live.get(callId);
  }

  set(callId: string, live: LiveCall): void {
    this.#live.set(callId, live);
  }

  delete(callId: string): void {
    this.#live.delete(callId);
  }

  /** Those over one account, as they are now. */
  of(agent: SipJsAgent): { readonly callId: string; readonly call: SipJsCall }[] {
    return [...this.#live]
      .filter(([, live]) => live.agent === agent)
      .map(([callId, { call }]) => ({ callId, call }));
  }

  /** The call that the other side means by that name; null where there is none. */
  named(agent: SipJsAgent, name: DialogName): string | null {
    return this.of(agent).find(({ call }) => call.isNamed(name))?.callId ?? null;
  }

  /** The call for which the server rings us once more. */
  rungBy(agent: SipJsAgent, request: Core.IncomingRequestMessage) {
    for (const { callId, call } of this.of(agent)) {
      if (call instanceof SipJsIncomingCall && call.isRungBy(request)) {
        return { callId, call };
      }
    }

    return null;
  }

  /** True where one of the calls has answered the request, and it is none of SIP.js's business. */
  takes(agent: SipJsAgent, request: Core.IncomingRequestMessage): boolean {
    if (request.method === 'MESSAGE' && !request.toTag) {
      return this.#takesMessage(agent, request);
    }
    if (request.method === 'INVITE' && !request.toTag) {
      return this.#holdsRing(agent, request);
    }
    if (request.method === 'CANCEL') {
      return this.#crossed.takesCancel(agent.userAgent.userAgentCore, request);
    }
    const dialogId = dialogIdOf(request);
    const live = [...this.#live.values()].find(({ call }) => call.dialogId === dialogId);

    return live?.call.receive(request) ?? false;
  }

  /** Makes room for an INVITE that rings for a call once more; SIP.js makes an invitation of it. */
  #holdsRing(agent: SipJsAgent, request: Core.IncomingRequestMessage): boolean {
    const core = agent.userAgent.userAgentCore;
    const call = this.rungBy(agent, request)?.call;

    if (call === undefined || core.userAgentServers.has(request.viaBranch)) {
      return false;
    }
    if (call.isAnswerOnItsWay && this.#crossed.hold(core, request, () => !call.isEnded)) {
      return true;
    }
    call.makeRoom();

    return false;
  }

  /** Words instead of an answer come outside of the call that they are about. */
  #takesMessage(agent: SipJsAgent, request: Core.IncomingRequestMessage): boolean {
    for (const { call } of this.of(agent)) {
      const answer = call.answerTo(request);

      if (answer !== null) {
        agent.userAgent.userAgentCore.replyStateless(request, answer);
        return true;
      }
    }

    return false;
  }
}
