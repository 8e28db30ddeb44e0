import { domainOf } from '../account/account';
import { isBeingPlaced } from '../call/call';
import { canTransfer } from '../call/transfer';
import { command, InvalidStateError, type CallCommand } from '../call/command';
import { redialTarget } from '../number/dial-target';
import type { Addressing } from './addressing';
import { byProfile, recorderBy } from './by-profile';
import { incomingByProfile } from './incoming-by-profile';
import type { LiveCalls } from './live-calls';
import type { Placing } from './placing';
import type { SeveralCommand } from './several-calls';
import type { SnapshotStore } from './snapshot-store';

/** What commanding calls takes from the phone around it. */
export interface CommandingOptions {
  readonly newId: () => string;
  readonly store: SnapshotStore;
  readonly addressing: Addressing;
  readonly calls: LiveCalls;
  readonly placing: Placing;
}

/** What the user asks of calls that there are, read as the phone system wants it. */
export class Commanding {
  readonly #options: CommandingOptions;
  #recordingBeeps = false;

  constructor(options: CommandingOptions) {
    this.#options = options;
  }

  /** Whether those whose calls are recorded from now on hear a beep again and again. */
  setRecordingBeeps(on: boolean): void {
    this.#recordingBeeps = on;
  }

  /** @throws InvalidStateError when the call is in no state for it. */
  command(callId: string, request: CallCommand): void {
    const { calls, placing } = this.#options;
    const call = calls.call(callId);

    if (request.type === 'transfer-to-call' && !calls.isUp(request.callId)) {
      throw new InvalidStateError(call, request);
    }
    const readable = this.#readable(request);
    const step = command(call, readable);

    if (request.type === 'accept-referral' && call.referral !== null) {
      placing.readyAccount();
      calls.take(step);
      placing.callOut(call.referral, call.referral.uri, { referredBy: callId });
      return;
    }

    // One voice at a time: who takes up a call leaves the other on hold.
    if (request.type === 'answer' && request.others === 'hang-up') {
      calls.hangUpOthers(callId);
    } else if (takesUp(request)) {
      calls.holdOthers(callId);
    }
    calls.takeTogether(step, { callId, command: readable });
  }

  /** @throws InvalidStateError, PhoneRefusedError, InvalidTargetError when it can't be done now. */
  several(request: SeveralCommand): void {
    const { calls } = this.#options;

    switch (request.type) {
      case 'consult':
        this.#consult(request.callId, request.target);
        break;
      case 'connect':
        this.#connect(request.withCallId);
        break;
      case 'swap':
        calls.swapTo(request.callId);
        break;
      case 'hold-all':
        calls.holdAll();
        break;
      case 'hang-up-all':
        calls.hangUpAll();
    }
  }

  #consult(callId: string, target: string): void {
    const { store, calls, placing } = this.#options;
    const call = calls.call(callId);
    const resumes = !call.hold.local;

    if (!canTransfer(call)) {
      throw new InvalidStateError(call, { type: 'transfer', target });
    }
    const withCallId = placing.dial(target);
    const others = store.snapshot.consults.filter((other) => other.callId !== callId);

    store.publish({ consults: [...others, { callId, withCallId, resumes }] });
  }

  /**
   * Who has not answered yet can't be connected by Replaces: his phone refuses it for a call that
   * still rings there (RFC 3891 §3). So it stops ringing, and the other party calls.
   */
  #connect(withCallId: string): void {
    const { store, calls, placing } = this.#options;
    const asked = calls.call(withCallId);
    const consult = store.snapshot.consults.find((other) => other.withCallId === withCallId);

    if (consult === undefined || !isBeingPlaced(asked)) {
      this.command(consult?.callId ?? withCallId, { type: 'transfer-to-call', callId: withCallId });
      return;
    }
    const target = redialTarget(asked.remote.uri, domainOf(placing.readyAccount()));
    const transfer = command(
      calls.call(consult.callId),
      this.#readable({ type: 'transfer', target }),
    );

    calls.take(transfer);
    calls.take(command(asked, { type: 'hang-up' }));
  }

  /** A target as typed becomes the address that the phone system knows. */
  #readable(request: CallCommand): CallCommand {
    const { newId, addressing } = this.#options;
    const profile = addressing.account?.profile ?? null;

    if (request.type === 'record' && request.on) {
      return {
        ...request,
        as: { id: newId(), by: recorderBy(profile), beeps: this.#recordingBeeps },
      };
    }
    const command = byProfile(request, profile);

    if (command.type === 'park' && command.way?.by === 'transfer') {
      return { ...command, way: { ...command.way, uri: this.#wireUri(command.way.uri) } };
    }

    return 'target' in command
      ? { ...command, target: this.#wireUri(command.target) }
      : incomingByProfile(command, profile, (target) => this.#wireUri(target));
  }

  #wireUri(target: string): string {
    const { addressing, placing } = this.#options;

    return addressing.wireUri(target, placing.readyAccount());
  }
}

/** True where the user goes to talk in this call: one voice at a time. */
function takesUp(request: CallCommand): boolean {
  return (
    request.type === 'answer' ||
    request.type === 'accept-replacement' ||
    (request.type === 'hold' && !request.on)
  );
}
