import type { PbxCall } from './pbx-call';
import type { Sound } from './sound-source';

/** Where calls are sent to be parked. */
export const PARK = '700';

const FIRST_PLACE = 701;
const LAST_PLACE = 720;

/** Calls that wait until somebody dials the place they are in. */
export class Parking {
  readonly #waiting = new Map<string, Sound>();

  /** Puts the PBX's side of a call into the first free place; null when none is left. */
  park(call: PbxCall): string | null {
    for (let place = FIRST_PLACE; place <= LAST_PLACE; place++) {
      if (!this.#waiting.has(String(place))) {
        this.#waiting.set(String(place), call.media.sound);
        return String(place);
      }
    }
    return null;
  }

  /** What is heard of whoever waits there, who then waits no longer; null when the place is empty. */
  take(place: string): Sound | null {
    const sound = this.#waiting.get(place) ?? null;
    this.#waiting.delete(place);
    return sound;
  }

  /** The places that are taken. */
  get places(): readonly string[] {
    return [...this.#waiting.keys()];
  }
}
