import type { CallEvent } from '../call/event';
import type { CallFigures } from '../call/figures';
import { NEW_QUALITY_WATCH, watchQuality, type QualityWatch } from '../call/quality';
import {
  newWay,
  renewalDueAtMs,
  wayChanged,
  wayRenewed,
  waySuspected,
  wayWanted,
  type SoundWay,
} from '../call/sound-way';
import { NEW_WATCH, watchSound, type SoundWatch } from '../call/sound-watch';
import type { Clock } from './clock';
import type { LiveCalls } from './live-calls';
import type { NetworkChange } from './registration/registering';
import type { SipStack } from './sip-stack';

/** What watching the sound takes from the phone around it. */
export interface SoundingOptions {
  readonly sip: Pick<SipStack, 'perform'>;
  readonly clock: Clock;
  readonly calls: LiveCalls;
}

interface Watched {
  readonly way: SoundWay;
  readonly watch: SoundWatch;
  readonly quality: QualityWatch;
  readonly callOff: () => void;
}

/** Whether the calls that are up can be heard, and what is done about it where they can't. */
export class Sounding {
  readonly #options: SoundingOptions;
  readonly #watched = new Map<string, Watched>();

  constructor(options: SoundingOptions) {
    this.#options = options;
  }

  /** The network did something to a call. */
  happened(callId: string, event: CallEvent): void {
    switch (event.type) {
      case 'way-changed':
        this.#follow(callId, (way, nowMs) => wayChanged(way, event.way, nowMs));
        return;
      case 'confirmed':
        // Sound may have come, and gone, before the answer.
        this.#follow(callId, (way) => way);
        return;
      case 'way-renewed':
        this.#follow(callId, wayRenewed);
        return;
      case 'ended':
        this.#watched.get(callId)?.callOff();
        this.#watched.delete(callId);
        return;
      default:
    }
  }

  /** The network may be another one, or time has passed unseen. */
  networkChanged(change: NetworkChange): void {
    for (const callId of this.#watched.keys()) {
      // `changed` comes with every new estimate of the speed: it is a suspicion and no more.
      this.#follow(callId, change === 'online' || change === 'woke' ? wayWanted : waySuspected);
    }
  }

  /** How the sound of a call has been doing for two seconds. */
  figuresTaken(callId: string, figures: CallFigures): void {
    const { calls } = this.#options;
    const call = calls.isUp(callId) ? calls.call(callId) : null;

    if (call === null) {
      return;
    }
    const { watch, lostSound, mends, asks } = watchSound(this.#of(callId).watch, figures, call);

    const quality = watchQuality(this.#of(callId).quality, figures);

    this.#watched.set(callId, { ...this.#of(callId), watch, quality });
    calls.happened(callId, { type: 'sound-watched', lostSound, asks });
    calls.happened(callId, { type: 'quality-watched', isPoor: quality.isPoor });
    if (mends) {
      this.#follow(callId, wayWanted);
    }
  }

  #of(callId: string): Watched {
    return (
      this.#watched.get(callId) ?? {
        way: newWay(this.#options.clock.nowMs()),
        watch: NEW_WATCH,
        quality: NEW_QUALITY_WATCH,
        callOff: () => undefined,
      }
    );
  }

  #follow(callId: string, change: (way: SoundWay, nowMs: number) => SoundWay): void {
    const { clock } = this.#options;
    const watched = this.#of(callId);
    const way = change(watched.way, clock.nowMs());
    const dueAtMs = renewalDueAtMs(way);

    watched.callOff();
    this.#watched.set(callId, {
      ...watched,
      way,
      callOff:
        dueAtMs === null
          ? () => undefined
          : clock.after(Math.max(0, dueAtMs - clock.nowMs()), () => {
              this.#renew(callId);
            }),
    });
  }

  #renew(callId: string): void {
    const { calls, sip } = this.#options;

    // A call that is on its way out, or not there yet, has other worries.
    if (calls.isUp(callId)) {
      this.#follow(callId, wayRenewed);
      sip.perform(callId, { type: 'renew-media' });
    }
  }
}
