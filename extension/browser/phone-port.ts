import browser, { type Runtime } from 'webextension-polyfill';
import { isNewer, type PhoneSnapshot } from '../../src/protocol/snapshot';
import { senderKindOf } from '../../src/protocol/sender';
import { worker } from './messaging';
import { ownOrigin } from './own-origin';

/** The Port's name: snapshots come down, nothing goes up. */
const PHONE_PORT = 'phone';
/** A phone that works says at once how it is; one that hangs keeps the Port open and is silent. */
const SPEAKS_WITHIN_MS = 2_000;

/**
 * Follows the phone's snapshots, the first one at once. When the phone's document goes away it is
 * brought back and followed again. The returned function stops it.
 */
export function watchPhone(onSnapshot: (snapshot: PhoneSnapshot) => void): () => void {
  let current: PhoneSnapshot | null = null;
  let port: Runtime.Port | null = null;
  let stopped = false;
  let callOffSilence: () => void = () => undefined;

  function connect(): void {
    const silence = setTimeout(() => {
      // Whether it hangs is for the worker to find out: a new phone breaks this Port.
      worker('ensurePhone').catch(() => undefined);
    }, SPEAKS_WITHIN_MS);

    callOffSilence = () => {
      clearTimeout(silence);
    };

    port = browser.runtime.connect({ name: PHONE_PORT });
    port.onMessage.addListener((message) => {
      callOffSilence();

      const snapshot = message as PhoneSnapshot; // Only our own phone has this Port's other end.

      if (isNewer(snapshot, current)) {
        current = snapshot;
        onSnapshot(snapshot);
      }
    });
    port.onDisconnect.addListener(() => {
      callOffSilence();
      if (!stopped) {
        void reconnect();
      }
    });
  }

  /** The worker waits until the document is up, so this does not spin. */
  async function reconnect(): Promise<void> {
    try {
      await worker('ensurePhone');
    } catch {
      stopped = true; // The extension was updated or removed under this page.

      return;
    }
    connect();
  }

  connect();

  return () => {
    stopped = true;
    callOffSilence();
    port?.disconnect();
  };
}

/** Hands every new watcher of the phone, our own pages only, to `onWatcher`. */
export function acceptWatchers(
  onWatcher: (push: (snapshot: PhoneSnapshot) => void, gone: (act: () => void) => void) => void,
): void {
  browser.runtime.onConnect.addListener((port) => {
    const kind =
      port.sender === undefined ? null : senderKindOf(port.sender, browser.runtime.id, ownOrigin);

    if (port.name !== PHONE_PORT || kind !== 'own') {
      return;
    }
    onWatcher(
      (snapshot) => {
        port.postMessage(snapshot);
      },
      (act) => {
        port.onDisconnect.addListener(act);
      },
    );
  });
}
