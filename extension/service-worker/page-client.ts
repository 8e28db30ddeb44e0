import browser from 'webextension-polyfill';
import { clientFor } from '../../src/protocol/client';

/**
 * Our script in a tab, as the worker asks it. Without a frame every frame hears it, and the first
 * that answers counts. Rejects where there is no script of ours: stores, PDFs, the browser's pages.
 */
export function pageAt(tabId: number, frameId: number | null = null) {
  return clientFor('page', async (request): Promise<unknown> =>
    browser.tabs.sendMessage(tabId, request, frameId === null ? {} : { frameId }),
  );
}
