import type { Core, Invitation } from 'sip.js';
import type { CallEnd, Remote } from '../../../src/call/call';
import type { CallEvent } from '../../../src/call/event';
import type { ReplacedDialog } from '../../../src/sip/replaces';
import type { SipJsAgent } from './agent';
import type { SipJsCall } from './call';
import { isSameDialog, type DialogName } from './dialog-name';
import type { SipJsIncomingCall } from './incoming-call';
import type { After } from './options';

/** An INVITE that is to take the place of a call of ours, ringing for the user's word. */
interface Replacement {
  readonly by: Remote;
  /** The INVITE itself; another one where the server rings again over a new connection. */
  next: SipJsIncomingCall;
  readonly callOff: () => void;
  isAccepted: boolean;
  /** What was heard of it before it was the call. */
  readonly early: CallEvent[];
}

/** What replacing takes from the stack around it. */
export interface ReplacementsOptions {
  readonly after: After;
  /** The calls that are up now, by their ids. */
  readonly callOf: (callId: string) => SipJsCall | undefined;
  /** From now on this is the call of that id. */
  readonly adopt: (callId: string, call: SipJsIncomingCall) => void;
  /** Somebody hears no yes. */
  readonly turnedAway: (call: SipJsIncomingCall) => void;
  readonly report: (callId: string, event: CallEvent) => void;
}

/** Who is asked and does not say a word wants things to stay as they are. */
const LONGEST_QUESTION_MS = 30_000;
/** More would be a hostile server's. */
const MOST_ENDED_KEPT = 32;

/** INVITEs with Replaces that come in (RFC 3891): a call goes on with somebody else. */
export class Replacements {
  readonly #options: ReplacementsOptions;
  readonly #asked = new Map<string, Replacement>();
  readonly #ended: DialogName[] = [];

  constructor(options: ReplacementsOptions) {
    this.#options = options;
  }

  /** Why this call can't be taken by an INVITE; null when it can (RFC 3891 §3). */
  refusalOf(
    callId: string | null,
    { isEarlyOnly, ...dialog }: ReplacedDialog,
  ): 481 | 486 | 603 | null {
    const call = callId === null ? undefined : this.#options.callOf(callId);

    if (callId === null || call?.isReplaceable !== true) {
      return this.#ended.some((ended) => isSameDialog(ended, dialog)) ? 603 : 481;
    }

    // Two at once would leave it to chance who gets the call.
    return this.#asked.has(callId) || (isEarlyOnly && call.sessionWhileUp !== null) ? 486 : null;
  }

  /** Asks the user on the call's own card, or takes the word of a server that vouches for it. */
  ask(
    callId: string,
    invitation: Invitation,
    by: Remote,
    isVouchedFor: boolean,
    make: (report: (event: CallEvent) => void) => SipJsIncomingCall,
  ): void {
    const next = make((event) => {
      this.#heard(callId, next, event);
    });
    const before = this.#asked.get(callId);

    if (before !== undefined) {
      this.#askAgain(callId, before, next);
      return;
    }
    this.#asked.set(callId, {
      by,
      next,
      isAccepted: false,
      early: [],
      callOff: this.#options.after(LONGEST_QUESTION_MS, () => {
        this.#asked.get(callId)?.next.perform({ type: 'send-reject', statusCode: 480 });
      }),
    });
    // A call on hold is one where nobody listens: a voice must not open it.
    if (isVouchedFor && this.#options.callOf(callId)?.isHeld === false) {
      this.accept(callId);
      return;
    }
    next.start(false);
    this.#options.report(callId, { type: 'replacement-asked', by });
  }

  accept(callId: string): void {
    const asked = this.#asked.get(callId);

    if (asked !== undefined && !asked.isAccepted) {
      asked.isAccepted = true;
      asked.callOff();
      this.#answer(callId, asked);
    }
  }

  refuse(callId: string): void {
    this.#asked.get(callId)?.next.perform({ type: 'send-reject', statusCode: 603 });
  }

  /** A call's end; true when it does not end at all but goes on with somebody else. */
  goesOn(callId: string, { cause }: CallEnd): boolean {
    const asked = this.#asked.get(callId);

    if (asked === undefined) {
      return false;
    }
    // Who was replaced may leave before whoever comes has said ACK.
    if (asked.isAccepted && cause === 'remote-bye') {
      this.#replace(callId, asked);
      return true;
    }
    asked.next.perform({ type: 'send-reject', statusCode: 603 });
    asked.next.perform({ type: 'send-bye' });

    return false;
  }

  /** The connection is gone: the question stays for as long as any call waits that rings here. */
  cutOff(callId: string): void {
    this.#asked.get(callId)?.next.cutOff();
  }

  /** The server can be reached again: whether somebody still waits for an answer is theirs to say. */
  recover(callId: string): void {
    this.#asked.get(callId)?.next.perform({ type: 'recover' });
  }

  /** The call about which the server asks once more, over a new connection; null for any other INVITE. */
  askedAgainBy(request: Core.IncomingRequestMessage): string | null {
    return [...this.#asked].find(([, { next }]) => next.isRungBy(request))?.[0] ?? null;
  }

  /** Lets such an INVITE in, which SIP.js would answer with 482. */
  makeRoomFor({ userAgent }: SipJsAgent, request: Core.IncomingRequestMessage): void {
    const isNew =
      request.method === 'INVITE' &&
      !request.toTag &&
      !userAgent.userAgentCore.userAgentServers.has(request.viaBranch);
    const callId = isNew ? this.askedAgainBy(request) : null;

    if (callId !== null) {
      this.#asked.get(callId)?.next.makeRoom();
    }
  }

  /** Remembers a call that has ended: whoever still asks for it hears that, and not that it never was. */
  remember(dialog: DialogName | null): void {
    if (dialog !== null) {
      this.#ended.push(dialog);
      this.#ended.splice(0, this.#ended.length - MOST_ENDED_KEPT);
    }
  }

  #heard(callId: string, next: SipJsIncomingCall, event: CallEvent): void {
    const asked = this.#asked.get(callId);

    if (asked?.next !== next) {
      // It is the call now, or nobody's any more.
      if (this.#options.callOf(callId) === next) {
        this.#options.report(callId, event);
      }
    } else if (event.type === 'confirmed') {
      this.#replace(callId, asked);
    } else if (event.type === 'ended') {
      asked.callOff();
      this.#asked.delete(callId);
      this.#options.turnedAway(next);
      this.#options.report(callId, { type: 'replacement-withdrawn' });
    } else if (event.type !== 'cut-off' && event.type !== 'reconnected') {
      asked.early.push(event); // The call itself says when it is cut off.
    }
  }

  #askAgain(callId: string, asked: Replacement, next: SipJsIncomingCall): void {
    asked.next = next;
    asked.early.length = 0;
    next.start(false);
    if (asked.isAccepted) {
      this.#answer(callId, asked);
    }
  }

  #answer(callId: string, asked: Replacement): void {
    this.#mute(callId, asked);
    asked.next.perform({ type: 'send-answer' });
  }

  #replace(callId: string, asked: Replacement): void {
    const before = this.#options.callOf(callId);

    this.#mute(callId, asked);
    this.#asked.delete(callId);
    this.remember(before?.dialog ?? null);
    this.#options.adopt(callId, asked.next);
    this.#options.report(callId, { type: 'replaced', by: asked.by });
    before?.giveWay();
    for (const event of asked.early) {
      this.#options.report(callId, event);
    }
  }

  /** Who had muted the call did not mean the other party only. */
  #mute(callId: string, { next }: Replacement): void {
    const on = this.#options.callOf(callId)?.isMicrophoneOn ?? true;

    next.perform({ type: 'set-microphone', on });
  }
}
