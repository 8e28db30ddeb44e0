import type { EventPackage } from './subscription';

/**
 * A phone system without a package refuses everybody. One refusal may be that of the colleague's own
 * phone, which a mere proxy asks.
 */
const ENOUGH_UNKNOWING = 3;

/** Which packages the phone system knows, as far as its answers say. */
export class KnownPackages {
  /** How many, one after the other, knew nothing of a package; granted once, it is known. */
  readonly #unknowing = new Map<EventPackage, number>();

  /** True while there is any use in asking for a package. */
  mayKnow(event: EventPackage): boolean {
    return (this.#unknowing.get(event) ?? 0) < ENOUGH_UNKNOWING;
  }

  granted(event: EventPackage): void {
    this.#unknowing.set(event, -Infinity);
  }

  /** Somebody knows nothing of a package. */
  refused(event: EventPackage): void {
    this.#unknowing.set(event, (this.#unknowing.get(event) ?? 0) + 1);
  }

  /** Another phone system knows others. */
  reset(): void {
    this.#unknowing.clear();
  }
}
