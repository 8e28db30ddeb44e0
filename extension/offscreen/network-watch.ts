import type { Clock } from '../../src/phone/clock';
import type { NetworkChange } from '../../src/phone/registration/registering';

/** What the network is watched through, and who is told. */
export interface NetworkWatchOptions {
  /** The window, which tells `online` and `offline`. */
  readonly window: EventTarget;
  /** `navigator.connection`, where there is one: it notices another Wi-Fi, or a VPN. */
  readonly connection: EventTarget | undefined;
  readonly clock: Clock;
  readonly onChange: (change: NetworkChange) => void;
}

const TICK_MS = 1_000;
/** A tick this late did not wait for a busy processor: the machine, or the browser, stood still. */
const SLEPT_MS = 3_000;
/** `change` comes with every new estimate of the speed, and several times for one new network. */
const TOGETHER_MS = 1_000;

/**
 * Tells what happens to the network under the phone, and when the machine slept: a socket tells
 * neither, and waits for its peer.
 */
export function watchNetwork({ window, connection, clock, onChange }: NetworkWatchOptions): void {
  let lastTickMs = clock.nowMs();
  let toldMs = -Infinity;
  let isToBeTold = false;

  const tick = () => {
    const nowMs = clock.nowMs();
    const hasSlept = nowMs - lastTickMs > TICK_MS + SLEPT_MS;

    lastTickMs = nowMs;
    clock.after(TICK_MS, tick);
    if (hasSlept) {
      onChange('woke');
    }
  };

  const changed = () => {
    isToBeTold = false;
    toldMs = clock.nowMs();
    onChange('changed');
  };

  clock.after(TICK_MS, tick);
  window.addEventListener('online', () => {
    onChange('online');
  });
  window.addEventListener('offline', () => {
    onChange('offline');
  });
  connection?.addEventListener('change', () => {
    if (isToBeTold) {
      return;
    }
    isToBeTold = true;
    clock.after(Math.min(Math.max(toldMs + TOGETHER_MS - clock.nowMs(), 0), TOGETHER_MS), changed);
  });
}

/** `navigator.connection`, of which TypeScript's DOM knows nothing: not every browser has it. */
export function networkInformation(navigator: Navigator): EventTarget | undefined {
  const { connection } = navigator as Navigator & { readonly connection?: unknown };

  return connection instanceof EventTarget ? connection : undefined;
}
