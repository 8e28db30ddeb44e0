import type { CallAction } from '../../call/action';
import type { SipResponse } from '../../call/call';
import { command } from '../../call/command';
import type { CallEvent } from '../../call/event';
import type { SavedDialog } from '../../sip/dialog';
import type { Clock } from '../clock';
import type { LiveCalls } from '../live-calls';
import { lostEnd, recoveryOf, type AwaitedCall, type Circumstances } from './recovery';
import type { SavedPhone } from './saved-calls';
import type { SipStack } from '../sip-stack';
import type { SnapshotStore } from '../snapshot-store';

/** What taking up calls again takes from the phone around it. */
export interface RecoveringOptions {
  readonly sip: Pick<SipStack, 'invite' | 'perform' | 'leave'>;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly calls: () => LiveCalls;
}

/** How long the calls wait for the phone to be registered. */
const LONGEST_WAIT_MS = 30_000;
/** How long the other side may take to say yes: nobody has to lift a receiver. */
const LONGEST_QUESTION_MS = 10_000;

/** A call on its way back. */
interface Awaited extends AwaitedCall {
  /** Whether the INVITE that is to take its place has left. */
  isAsked: boolean;
  /** What the user wants done as soon as there is a call to do it with. */
  readonly later: CallAction[];
  callOff: () => void;
}

/** The calls of a phone that is gone, taken up again by INVITE with Replaces (RFC 3891). */
export class Recovering {
  readonly #options: RecoveringOptions;
  readonly #awaited = new Map<string, Awaited>();
  #left: readonly SavedDialog[] = [];
  /** Whose calls they are. */
  #address: string | null = null;
  readonly #recordingIds = new Map<string, string>();

  constructor(options: RecoveringOptions) {
    this.#options = options;
  }

  /** Shows the calls at once; `registered` takes them up. */
  begin(saved: SavedPhone, circumstances: Omit<Circumstances, 'nowMs'>): void {
    const { store, clock, calls } = this.#options;
    const recovery = recoveryOf(saved, { ...circumstances, nowMs: clock.nowMs() });

    this.#left = recovery.left;
    this.#address = saved.address;
    for (const awaited of recovery.awaited) {
      this.#awaited.set(awaited.callId, {
        ...awaited,
        isAsked: false,
        later: [],
        callOff: clock.after(LONGEST_WAIT_MS, () => {
          this.#lost(awaited.callId, null);
        }),
      });
    }
    store.publish(recovery.shown);
    calls().fade(recovery.shown.calls);
  }

  /** The server knows us: asks for the calls back. */
  registered(): void {
    const { sip, clock, store } = this.#options;

    if (store.snapshot.account?.address !== this.#address) {
      this.#giveUp();
      return;
    }
    for (const dialog of this.#left) {
      sip.leave(dialog);
    }
    this.#left = [];
    for (const awaited of [...this.#awaited.values()].filter(({ isAsked }) => !isAsked)) {
      const { callId, dialog, isHeld } = awaited;
      const call = store.snapshot.calls.find(({ id }) => id === callId);

      awaited.isAsked = true;
      awaited.callOff();
      awaited.callOff = clock.after(LONGEST_QUESTION_MS, () => {
        sip.perform(callId, { type: 'send-cancel' });
        this.#lost(callId, null);
      });
      sip.invite(callId, dialog.remoteTarget, {
        recovers: { dialog, isHeld },
        // Who was called is named as at the beginning; who called us is answered as who we are.
        ...(call?.direction === 'outgoing'
          ? { from: { uri: dialog.localUri, displayName: null } }
          : {}),
      });
      if (call?.muted === true) {
        sip.perform(callId, { type: 'set-microphone', on: false });
      }
    }
  }

  /** The dialog that a call on its way back had; null for any other. */
  dialogOf(callId: string): SavedDialog | null {
    return this.#awaited.get(callId)?.dialog ?? null;
  }

  /** Does to a call what was decided, or keeps it in mind until there is a call to do it with. */
  perform(callId: string, action: CallAction): void {
    const { sip } = this.#options;
    const awaited = this.#awaited.get(callId);

    if (awaited === undefined) {
      sip.perform(callId, action);
      return;
    }
    switch (action.type) {
      case 'send-bye':
        this.#hangUp(awaited);
        return;
      case 'set-microphone':
      case 'recover':
        if (awaited.isAsked) {
          sip.perform(callId, action);
        }
        return;
      default:
        awaited.later.push(action);
    }
  }

  /** What the network did to a call on its way back; false where it is about any other. */
  takes(callId: string, event: CallEvent): boolean {
    const awaited = this.#awaited.get(callId);

    if (awaited === undefined) {
      return false;
    }
    switch (event.type) {
      case 'confirmed':
        this.#back(awaited);
        return true;
      case 'ended':
        this.#lost(callId, event.end.response);
        return true;
      case 'remote-hold-changed':
      case 'remote-identified':
        return false;
      default:
        return true;
    }
  }

  #back({ callId, later, recording }: Awaited): void {
    const { sip } = this.#options;
    const calls = this.#options.calls();

    this.#forget(callId);
    calls.happened(callId, { type: 'confirmed' });
    calls.happened(callId, { type: 'came-back' });
    for (const action of later) {
      sip.perform(callId, action);
    }
    if (recording !== null && calls.isUp(callId)) {
      const as = { ...recording, id: this.#recordingIdAfter(recording.id) };

      calls.take(command(calls.call(callId), { type: 'record', on: true, as }));
    }
  }

  /** Merged calls go on in one recording. */
  #recordingIdAfter(before: string): string {
    const id = this.#recordingIds.get(before) ?? this.#options.newId();

    this.#recordingIds.set(before, id);

    return id;
  }

  #hangUp(awaited: Awaited): void {
    const { callId, isAsked } = awaited;

    this.#forget(callId);
    if (isAsked) {
      this.#options.sip.perform(callId, { type: 'send-cancel' });
    }
    this.#leave(awaited);
    this.#options.calls().happened(callId, {
      type: 'ended',
      end: { cause: 'local-bye', response: null, reason: null, problem: null },
    });
  }

  #lost(callId: string, response: SipResponse | null): void {
    const awaited = this.#awaited.get(callId);

    this.#forget(callId);
    this.#options.calls().happened(callId, { type: 'ended', end: lostEnd(response) });
    // Whoever knows nothing of the call any more need not be told that it is over.
    if (awaited !== undefined && !GONE.includes(response?.statusCode ?? 0)) {
      this.#leave(awaited);
    }
  }

  /** Says goodbye for good, as soon as there is somebody to say it to. */
  #leave({ dialog, isAsked }: Awaited): void {
    if (isAsked) {
      this.#options.sip.leave(dialog);
    } else {
      this.#left = [...this.#left, dialog];
    }
  }

  /** The user has another account by now, whose server knows nothing of these calls. */
  #giveUp(): void {
    for (const { callId, isAsked } of [...this.#awaited.values()]) {
      if (!isAsked) {
        this.#lost(callId, null);
      }
    }
    this.#left = [];
  }

  #forget(callId: string): void {
    this.#awaited.get(callId)?.callOff();
    this.#awaited.delete(callId);
  }
}

/** There is no such call, or not any more (RFC 3891 §3). */
const GONE: readonly number[] = [481, 603];
