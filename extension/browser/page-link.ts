/**
 * What a script inside web pages needs of the browser, and no more: it runs in every frame of every
 * page, where a library of 10 kB for it would cost more than all of our own code. Chrome and Firefox
 * both answer `chrome.runtime.sendMessage` with a promise under Manifest V3.
 */
import { clientFor } from '../../src/protocol/client';
import type { WordKey } from './words';

/** The service worker, asked from within a page. */
export const worker = clientFor('worker', async (request): Promise<unknown> =>
  chrome.runtime.sendMessage(request),
);

/** The user's words for a key. Throws when the extension has gone. */
export function words(key: WordKey, ...substitutions: string[]): string {
  return chrome.i18n.getMessage(key, substitutions);
}

/** Hears what the worker tells every page: whether numbers may be called now. */
export function onClickToCall(told: (clickToCall: boolean) => void): void {
  chrome.runtime.onMessage.addListener((message: unknown) => {
    const clickToCall: unknown =
      typeof message === 'object' && message !== null
        ? Reflect.get(message, 'clickToCall')
        : undefined;

    if (typeof clickToCall === 'boolean') {
      told(clickToCall);
    }
  });
}
