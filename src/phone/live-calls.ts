import { isLive, isRingingIn, type Call } from '../call/call';
import type { Step } from '../call/action';
import { command, InvalidStateError, type CallCommand } from '../call/command';
import { apply, type CallEvent } from '../call/event';
import type { Clock } from './clock';
import {
  conferenceStep,
  isMember,
  toldTogether,
  type ConferenceCommand,
  type Told,
} from './conference';
import { afterConsults } from './consult';
import { parkedAfter } from './parked';
import { UnknownCallError } from './refusal';
import { afterSwap, heldAll, hungUpAll, newSwap, type Swap } from './several-calls';
import type { SipStack } from './sip-stack';
import type { SnapshotStore } from './snapshot-store';

/** What the calls take from the phone around them. */
export interface LiveCallsOptions {
  readonly sip: Pick<SipStack, 'perform'>;
  readonly clock: Clock;
  readonly store: SnapshotStore;
}

/** How long an ended call stays on screen to say how it ended. */
const ENDED_CALL_SHOWN_MS = 8_000;
/** The same where the user has to decide: whether to call somebody else, or once more. */
const QUESTION_SHOWN_MS = 60_000;

/** The calls among each other: each step of one of them, and what it means for the others. */
export class LiveCalls {
  readonly #options: LiveCallsOptions;
  #swap: Swap | null = null;

  constructor(options: LiveCallsOptions) {
    this.#options = options;
  }

  /** @throws UnknownCallError when there is no such call. */
  call(callId: string): Call {
    const call = this.#find(callId);

    if (call === undefined) {
      throw new UnknownCallError(callId);
    }

    return call;
  }

  isUp(callId: string): boolean {
    return this.#find(callId)?.state === 'established';
  }

  add(call: Call): void {
    this.#options.store.publish({ calls: [...this.#snapshot.calls, call] });
  }

  /** Takes an ended call off the screen. */
  dismiss(callId: string): void {
    this.#options.store.publish({
      calls: this.#snapshot.calls.filter((call) => call.id !== callId || isLive(call)),
    });
  }

  /** What the network did to a call; late news of one that is gone changes nothing. */
  happened(callId: string, event: CallEvent): void {
    const call = this.#find(callId);

    if (call !== undefined) {
      this.take(apply(call, event, this.#options.clock.nowMs()));
    }
  }

  /** The server can be reached again, over another connection: every call says where it is now. */
  flowBack(): void {
    for (const call of this.#snapshot.calls.filter(isLive)) {
      this.#options.sip.perform(call.id, { type: 'recover' });
    }
  }

  /** Whoever records here began, or could not: every call in that recording learns it. */
  recordingReported(recordingId: string, event: CallEvent): void {
    for (const call of this.#snapshot.calls) {
      if (call.recording?.id === recordingId) {
        this.take(apply(call, event, this.#options.clock.nowMs()));
      }
    }
  }

  /** State first, then the wire: a subscriber never sees an action without its cause. */
  take({ call, actions }: Step): void {
    const { sip, clock, store } = this.#options;
    const before = this.#find(call.id);

    if (call !== before) {
      store.publish({
        calls: this.#snapshot.calls.map((other) => (other.id === call.id ? call : other)),
        parked: parkedAfter(this.#snapshot.parked, call, clock.nowMs()),
      });
    }
    for (const action of actions) {
      sip.perform(call.id, action);
    }
    if (before !== undefined && isLive(before)) {
      this.fade([call]);
    }
    this.#follow();
  }

  /** Leaves those that have ended on screen for as long as they take to read. */
  fade(calls: readonly Call[]): void {
    for (const call of calls.filter((one) => !isLive(one))) {
      // Who has to decide whether to call somebody else, or once more, needs time for it.
      const isQuestion = call.movedTo.length > 0 || call.end?.problem === 'lost';

      this.#options.clock.after(isQuestion ? QUESTION_SHOWN_MS : ENDED_CALL_SHOWN_MS, () => {
        this.dismiss(call.id);
      });
    }
  }

  /** A conference is told together what one of its members is told. */
  takeTogether(step: Step, told: Told): void {
    const { calls, conference } = this.#snapshot;

    this.take(step);
    for (const other of toldTogether(told, conference, calls)) {
      this.command(other.callId, other.command);
    }
  }

  /** Tells one call alone. @throws InvalidStateError, UnknownCallError */
  command(callId: string, request: CallCommand): void {
    this.take(command(this.call(callId), request));
  }

  holdOthers(exceptCallId: string | null): void {
    const { calls, conference } = this.#snapshot;
    // A conference is taken up as a whole.
    const stays = (callId: string) =>
      callId === exceptCallId ||
      (exceptCallId !== null && isMember(conference, exceptCallId) && isMember(conference, callId));

    for (const call of calls) {
      const talks = call.state === 'established' && !call.hold.local;

      // A hold already under way will do; a resume under way cannot be crossed (RFC 3261 §14.1).
      if (!stays(call.id) && talks && call.hold.requested === null) {
        this.take(command(call, { type: 'hold', on: true }));
      }
    }
  }

  /** Ends whom the user talks to or calls; who was put on hold before stays there. */
  hangUpOthers(exceptCallId: string): void {
    for (const call of this.#snapshot.calls) {
      if (call.id !== exceptCallId && !isRingingIn(call) && !call.hold.local && isLive(call)) {
        this.take(command(call, { type: 'hang-up' }));
      }
    }
  }

  holdAll(): void {
    this.#tell(heldAll(this.#snapshot.calls));
  }

  hangUpAll(): void {
    this.#tell(hungUpAll(this.#snapshot.calls));
  }

  /** @throws InvalidStateError where this call can't be taken up now. */
  swapTo(callId: string): void {
    const { calls } = this.#snapshot;
    const swap = newSwap(callId, calls);

    if (swap === null) {
      throw new InvalidStateError(this.call(callId), { type: 'hold', on: false });
    }
    this.#swap = swap;
    this.#tell(heldAll(calls));
    this.#follow(); // Where there is nobody to hold.
  }

  /**
   * Merges and splits; the phone system does it where it has digits for that.
   *
   * @throws InvalidConferenceError when it can't be done with these calls.
   */
  conference(request: ConferenceCommand, digits: string | null): void {
    const { conference, calls, consults } = this.#snapshot;
    const { members, told } = conferenceStep(request, conference, calls, digits);

    this.#options.store.publish({
      conference: members,
      // Who talks together has nobody left to be asked about.
      consults: consults.filter(({ callId }) => !isMember(members, callId)),
    });
    for (const { callId, command: each } of told) {
      this.command(callId, each);
    }
  }

  #tell(told: readonly Told[]): void {
    for (const one of told) {
      const call = this.call(one.callId);

      // Another member of its conference may have taken it along.
      if (one.command.type !== 'hold' || call.hold.requested === null) {
        this.takeTogether(command(call, one.command), one);
      }
    }
  }

  /** What follows from how the calls are now. */
  #follow(): void {
    const { consults, told } = afterConsults(this.#snapshot.consults, this.#snapshot.calls);

    if (consults !== this.#snapshot.consults) {
      this.#options.store.publish({ consults });
    }
    this.#tell(told);

    const swapped = afterSwap(this.#swap, this.#snapshot.calls);

    this.#swap = swapped.swap;
    this.#tell(swapped.told);
  }

  get #snapshot() {
    return this.#options.store.snapshot;
  }

  #find(callId: string): Call | undefined {
    return this.#snapshot.calls.find(({ id }) => id === callId);
  }
}
