import { regionOfPage } from '../../src/number/region';
import type { WorkerClient } from '../../src/protocol/client';
import { CallCard } from './call-card';
import { Caller } from './caller';
import { Marks } from './marks';
import { DIAL_LINKS } from './places';
import { watchPointer } from './pointer';
import { isText, Scanner } from './scanner';
import type { Surface } from './surface';
import type { Words } from './words';

/** What the linkifier needs of the extension and of the browser. */
export interface LinkifierParts {
  readonly ask: WorkerClient;
  readonly words: Words;
  readonly surface: Surface;
  /** Tells what the user did from what a script made of it. */
  readonly isReal: (event: Event) => boolean;
}

/**
 * Makes the phone numbers of this document callable, those it shows now and later. A page without
 * numbers sends the worker nothing. The returned function takes everything off the page.
 */
export function startLinkifier({ ask, words, surface, isReal }: LinkifierParts): () => void {
  const region = regionOfPage({ lang: document.documentElement.lang, host: location.hostname });
  const marks = new Marks(surface);
  const card = new CallCard(isReal);
  const caller = new Caller({ ask, words, card, nowMs: () => surface.nowMs(), onError });
  const scanner = new Scanner({
    surface,
    marks,
    find: async (texts) =>
      (await isAllowed()) ? ask('findNumbers', { texts, region }) : texts.map(() => []),
    onError,
  });
  let allowed: boolean | null = null;
  let asked: Promise<boolean> | null = null;
  let isPrepared = false;

  const changes = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData' && isText(target)) {
        scanner.changed(target);
      }
      for (const node of addedNodes) {
        scanner.look(node);
      }
      if (removedNodes.length > 0) {
        scanner.tidy();
      }
    }
  });
  const unwatchPointer = watchPointer({
    surface,
    marks,
    card,
    caller,
    isReal,
    isAllowed: () => allowed,
    learnIfAllowed,
    onRest: prepare,
    lookAgain: async (node) => scanner.lookAgain(node),
    onError,
  });

  changes.observe(document.documentElement, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  scanner.look(document.body);
  if (document.querySelector(DIAL_LINKS) !== null) {
    learnIfAllowed();
  }

  /** Asks once, and only where there is something to call: most frames never ask. */
  function isAllowed(): Promise<boolean> {
    asked ??= ask('pageSettings').then(({ clickToCall }) => {
      allowed = clickToCall;
      if (!clickToCall) {
        stop();
      }

      return clickToCall;
    });

    return asked;
  }

  function learnIfAllowed(): void {
    isAllowed().catch(onError);
  }

  function prepare(): void {
    if (!isPrepared) {
      isPrepared = true;
      ask('prepare').catch(onError);
    }
  }

  /** A failed request is made anew with the next number; only the end of the extension ends us. */
  function onError(error: unknown): void {
    if (allowed === null) {
      asked = null;
    }
    if (isEndOfExtension(error)) {
      stop();
    }
  }

  function stop(): void {
    changes.disconnect();
    scanner.stop();
    unwatchPointer();
    marks.clear();
  }

  return stop;
}

/** Chrome's words when the extension was updated, reloaded or removed under an open page. */
function isEndOfExtension(error: unknown): boolean {
  return error instanceof Error && /extension context invalidated/i.test(error.message);
}
