import { isLive } from '../../call/call';
import type { Clock } from '../clock';
import type { SnapshotStore } from '../snapshot-store';
import { quietSince, updateStep, waitingUpdate } from './update';

/** What restarting takes from the phone around it. */
export interface UpdatingOptions {
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly hangUp: (callId: string) => void;
  /** Leaves the registrar. */
  readonly leave: () => void;
  /** Registers again, after a restart that did not come. */
  readonly comeBack: () => void;
  /** All is said and done: whoever can restart the extension does it now. */
  readonly restart: () => void;
}

/** Time for a BYE and its answer, or for a registrar that wants to know who says goodbye. */
const LEAVING_MS = 1_000;
/** Who is still here after this long was not restarted. */
const STILL_HERE_MS = 10_000;
/** A laptop's sleep stops timers and not the days: so they are counted anew now and then. */
const LOOK_AT_DAYS_MS = 3_600_000;

/**
 * Waits with an update until the phone is quiet, then leaves the registrar and has the extension
 * restarted. A call that comes while it leaves keeps it here. The phone's own clock does the
 * waiting: the worker sleeps, and its alarms may come half a minute late.
 *
 * ```txt
 * none ──update──► waiting ──quiet──► leaving ──1 s──► restarting ──10 s──► waiting
 *                     ▲───────a call──────┘
 * ```
 */
export class Updating {
  readonly #options: UpdatingOptions;
  #quietSinceMs: number | null;
  #sinceMs: number | null = null;
  #isLeaving = false;
  #isForced = false;
  #callOff: () => void = () => undefined;
  #callOffDays: () => void = () => undefined;

  constructor(options: UpdatingOptions) {
    this.#options = options;
    // Who knows what was before this document: perhaps a call.
    this.#quietSinceMs = options.clock.nowMs();
    options.store.subscribe(() => {
      this.#follow();
    });
  }

  /** An update waits since then; told as often as anybody likes. */
  waits(sinceMs: number): void {
    if (this.#sinceMs === null) {
      this.#sinceMs = sinceMs;
      this.#tell();
      this.#look();
    }
  }

  /** The user wants it now: calls that are up end. */
  restartNow(): void {
    if (this.#sinceMs === null) {
      return;
    }
    this.#isForced = true;
    for (const { id } of this.#options.store.snapshot.calls.filter(isLive)) {
      this.#options.hangUp(id);
    }
    this.#leave();
  }

  #follow(): void {
    const { clock, store } = this.#options;
    const before = this.#quietSinceMs;

    this.#quietSinceMs = quietSince(before, store.snapshot.calls, clock.nowMs());
    if (this.#isForced || (before === null) === (this.#quietSinceMs === null)) {
      return;
    }
    if (this.#isLeaving && this.#quietSinceMs === null) {
      this.#stay();
    } else {
      this.#look();
    }
  }

  #look(): void {
    const { clock } = this.#options;

    if (this.#sinceMs === null || this.#isLeaving) {
      return;
    }
    const step = updateStep(this.#quietSinceMs, clock.nowMs());

    this.#callOff();
    if (step.type === 'restart') {
      this.#leave();
    } else if (step.type === 'look-again') {
      this.#callOff = clock.after(step.inMs, () => {
        this.#look();
      });
    }
  }

  #leave(): void {
    const { clock, store, leave, restart } = this.#options;

    if (this.#isLeaving) {
      return;
    }
    this.#isLeaving = true;
    this.#callOff();
    leave();
    // Nobody is to dial now: the call would be cut off.
    store.publish({ registration: { state: 'unregistered' } });
    this.#callOff = clock.after(LEAVING_MS, () => {
      restart();
      this.#callOff = clock.after(STILL_HERE_MS, () => {
        this.#quietSinceMs &&= clock.nowMs(); // Not again at once.
        this.#stay();
        this.#look();
      });
    });
  }

  #stay(): void {
    this.#callOff();
    this.#isLeaving = false;
    this.#isForced = false;
    this.#options.comeBack();
  }

  #tell(): void {
    const { clock, store } = this.#options;

    if (this.#sinceMs === null) {
      return;
    }
    const update = waitingUpdate(this.#sinceMs, clock.nowMs());

    if (store.snapshot.update?.asks !== update.asks) {
      store.publish({ update });
    }
    this.#callOffDays();
    if (!update.asks) {
      this.#callOffDays = clock.after(LOOK_AT_DAYS_MS, () => {
        this.#tell();
      });
    }
  }
}
