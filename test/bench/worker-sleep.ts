import type { ExtensionBrowser } from '../e2e/support/extension-browser';
import { until } from '../e2e/support/waiting';
import { rest } from './waiting';

/** A worker that nothing has woken in this time has no mail left. */
const STAYS_ASLEEP_MS = 100;

/** Stops the service worker, again if its mail wakes it, until it stays stopped. */
export async function putWorkerToSleep(browser: ExtensionBrowser): Promise<void> {
  // It answers in order: the news of the last call, which it is still to write down, came before.
  await browser.control.ask('worker', 'ensurePhone');
  await until('the worker to fall asleep', async () => {
    await browser.killWorker();
    await rest(STAYS_ASLEEP_MS);

    return browser.isWorkerAlive ? null : true;
  });
}
