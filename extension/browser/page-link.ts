/**
 * What a script inside web pages needs of the browser, and no more: it runs in every frame of every
 * page, where a library of 10 kB for it would cost more than all of our own code. Chrome and Firefox
 * both answer `chrome.runtime.sendMessage` with a promise under Manifest V3.
 */
import { clientFor } from '../../src/protocol/client';
import type { HandlersFor, PageRequests } from '../../src/protocol/requests';
import type { Sender } from '../../src/protocol/sender';
import { serve } from '../../src/protocol/server';
import { askExtension, ExtensionGone, isExtensionThere } from './extension-life';
import type { WordKey } from './words';

/** The service worker, asked from within a page. */
export const worker = clientFor('worker', (request) =>
  askExtension<unknown>(async () => chrome.runtime.sendMessage(request)),
);

/** The user's words for a key; throws `ExtensionGone` where nobody has them any more. */
export function words(key: WordKey, ...substitutions: string[]): string {
  if (!isExtensionThere()) {
    throw new ExtensionGone();
  }

  return chrome.i18n.getMessage(key, substitutions);
}

/**
 * Starts answering the worker. `isMine` tells whether a request is for this frame: the worker takes
 * the first answer of a tab's frames, so one that has nothing to say must be silent.
 */
export function answerWorker(
  handlers: HandlersFor<PageRequests>,
  isMine: (type: keyof PageRequests) => boolean = () => true,
): () => void {
  const receive = serve({
    me: 'page',
    handlers,
    // Only our own extension can send to a content script, which no page is.
    senderKind: ({ id }) => (id === chrome.runtime.id ? 'own' : null),
    pageRequests: [],
    toFailure: () => ({ code: 'internal', message: 'the page could not do it' }),
  });
  const listener = (
    message: unknown,
    sender: Sender,
    respond: (reply: unknown) => void,
  ): boolean => {
    const type: unknown =
      typeof message === 'object' && message !== null ? Reflect.get(message, 'type') : null;
    const isAnswered =
      typeof type === 'string' &&
      Object.hasOwn(handlers, type) &&
      isMine(type as keyof PageRequests); // It is a key of theirs.
    const reply = isAnswered ? receive(message, sender) : undefined;

    void reply?.then(respond);

    return reply !== undefined; // Chrome keeps the way back open for an answer that comes later.
  };

  chrome.runtime.onMessage.addListener(listener);

  return () => {
    chrome.runtime.onMessage.removeListener(listener);
  };
}
