import { isLive } from '../../call/call';
import type { Clock } from '../clock';
import { newsBetween } from './device-news';
import { devicesFrom, type DeviceFacts } from './devices';
import type { SnapshotStore } from '../snapshot-store';

/** What using devices takes from the phone around it. */
export interface UsingDevicesOptions {
  readonly clock: Clock;
  readonly store: SnapshotStore;
}

/** Long enough to read a line twice. */
const NEWS_SHOWN_MS = 8_000;

/** What the phone speaks and hears through, and what is said of it when that changes in a call. */
export class UsingDevices {
  readonly #options: UsingDevicesOptions;
  #callOffEnd: () => void = () => undefined;

  constructor(options: UsingDevicesOptions) {
    this.#options = options;
  }

  /** What is known of the devices now. */
  found(facts: DeviceFacts): void {
    const { clock, store } = this.#options;
    const { calls, devices: before } = store.snapshot;
    const now = devicesFrom(facts);
    const news = calls.some(isLive) ? newsBetween(before, now, facts.list) : [];

    if (JSON.stringify({ ...now, news: before.news }) === JSON.stringify(before)) {
      return;
    }
    this.#callOffEnd();
    store.publish({ devices: { ...now, news } });
    if (news.length > 0) {
      this.#callOffEnd = clock.after(NEWS_SHOWN_MS, () => {
        store.publish({ devices: { ...store.snapshot.devices, news: [] } });
      });
    }
  }
}
