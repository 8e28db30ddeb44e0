import type { Browser } from 'puppeteer';
import { DebuggedWorker } from './debugged-worker';
import { until } from './waiting';

/**
 * The service workers that run at one address, one after the other. Puppeteer's own handle of a
 * worker is not taken: it makes Puppeteer overlook whoever attaches at that moment (the page that
 * just opens), and a worker with a forgotten debugger never starts again once it was stopped.
 */
export class ServiceWorkers {
  /** Those that run, by their target; the newest last. */
  readonly #running = new Map<string, DebuggedWorker>();

  private constructor() {
    // Made by `watch`.
  }

  /** Follows the workers at that address from now on, with those that run already. */
  static async watch(
    browser: Browser,
    url: string,
    complain: (text: string) => void,
  ): Promise<ServiceWorkers> {
    const self = new ServiceWorkers();
    const session = await browser.target().createCDPSession();

    session.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.url === url) {
        const { targetId } = targetInfo;

        self.#running.set(targetId, new DebuggedWorker(session, targetId, complain));
      }
    });
    session.on('Target.targetDestroyed', ({ targetId }) => {
      self.#running.delete(targetId);
    });
    await session.send('Target.setDiscoverTargets', {
      discover: true,
      filter: [{ type: 'service_worker' }],
    });

    return self;
  }

  /** The worker that runs; one that an update replaced may still be about. */
  get current(): DebuggedWorker | null {
    return [...this.#running.values()].at(-1) ?? null;
  }

  /** Resolves with the worker when there is one. */
  async untilRunning(): Promise<DebuggedWorker> {
    return until('the service worker', () => this.current);
  }

  /** Stops the worker, as Chrome does after 30 s without an event. */
  async kill(): Promise<void> {
    const worker = this.current;

    // This one: an event may start the next at once. And more than once: one that is just starting
    // takes no notice of the first attempt.
    await until('the worker to be gone', async () => {
      if (worker === null || ![...this.#running.values()].includes(worker)) {
        return true;
      }
      await worker.close().catch(() => undefined);

      return null;
    });
  }
}
