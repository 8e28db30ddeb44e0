import browser from 'webextension-polyfill';
import { clientFor } from '../../src/protocol/client';
import type { Request } from '../../src/protocol/envelope';
import { senderKindOf } from '../../src/protocol/sender';
import { serve, type Service } from '../../src/protocol/server';
import { ownOrigin } from './own-origin';

/** Sends a request to every other context of the extension; one of them answers. */
export async function send(request: Request): Promise<unknown> {
  return browser.runtime.sendMessage(request);
}

/** The service worker: routes, stores, alerts. */
export const worker = clientFor('worker', send);

/**
 * The phone. Its document may have crashed or not be there yet: when nobody answers, the worker
 * is asked to bring it back and the request is made once more.
 */
export const phone = clientFor('phone', async (request) => {
  const reply = await send(request).catch(() => undefined);

  if (reply !== undefined) {
    return reply;
  }
  await worker('ensurePhone');

  return send(request);
});

/** Starts answering a context's mail. Call it synchronously when the context's script first runs. */
export function answerRequests(service: Omit<Service, 'senderKind'>): void {
  const receive = serve({
    ...service,
    senderKind: (sender) => senderKindOf(sender, browser.runtime.id, ownOrigin),
  });

  // Not async: an async listener answers every message and steals the replies of others.
  browser.runtime.onMessage.addListener(receive);
}
