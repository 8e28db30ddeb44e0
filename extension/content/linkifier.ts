import type { WorkerClient } from '../../src/protocol/client';
import type { WrittenClues } from '../../src/protocol/requests';
import { CallCard } from './call-card';
import { Caller } from './caller';
import { Marks } from './marks';
import { DIAL_LINKS, dialLinkOf } from './places';
import { watchPointer } from './pointer';
import { NearMarks } from './near-marks';
import { isText } from './runs';
import { Scanner } from './scanner';
import { spotOfLink, spotOfMark, type Spot } from './spot';
import { Stepper } from './stepper';
import type { Surface } from './surface';
import { hostsIn } from './texts';
import type { Witness } from './witness';
import type { Words } from './words';

/** What the linkifier needs of the extension and of the browser. */
export interface LinkifierParts {
  readonly ask: WorkerClient;
  readonly words: Words;
  readonly surface: Surface;
  readonly witness: Witness;
  /** Tells what the user did from what a script made of it. */
  readonly isReal: (event: Event) => boolean;
}

/** What makes a page's numbers callable, at work. */
export interface Linkifier {
  /** Takes everything off the page. */
  readonly stop: () => void;
  /** Shows the card of the next number on the page, or of the one before; false if there is none. */
  readonly step: (isBack: boolean) => boolean;
}

const EVERY_TEXT = { childList: true, characterData: true, subtree: true };
/** After these the viewport may show other text than before. */
const MOVES = ['scroll', 'resize', 'toggle', 'transitionend', 'animationend', 'load'];
/** A custom element often gets its shadow root when its script comes. */
const LATE_ROOT_MS = 2_000;
/** A connection that the phone has made ready is good for five minutes. */
const PREPARED_FOR_MS = 270_000;
const NO_HOSTS = { roots: [], waiting: [] };

/**
 * Makes the phone numbers of this document callable, those it shows now and later. A page without
 * numbers sends the worker nothing.
 */
export function startLinkifier(parts: LinkifierParts): Linkifier {
  const { ask, words, surface, witness, isReal } = parts;
  const near = new NearMarks(surface);
  const marks = new Marks(surface, near);
  const nowMs = () => surface.nowMs();
  const card = new CallCard({ witness, isReal, nowMs });
  const caller = new Caller({
    ask,
    words,
    card,
    nowMs,
    clues,
    spotAt: (x, y) => spotAt(x, y, surface.elementAt(x, y)),
    dropNumber: (e164) => {
      marks.dropNumber(e164);
    },
    leavePage: stop,
    onError,
  });
  const stepper = new Stepper({ surface, marks, card, caller, words, takesLinks });
  const scanner = new Scanner({
    surface,
    marks,
    find: async (texts) =>
      (await isAllowed()) ? ask('findNumbers', { texts, clues: clues() }) : texts.map(() => []),
    onError,
  });
  let allowed: boolean | null = null;
  let asked: Promise<boolean> | null = null;
  let takesDialLinks = true;
  let preparedAtMs = -Infinity;
  let isStopped = false;

  const changes = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData' && isText(target)) {
        scanner.changed(target);
      }
      for (const node of addedNodes) {
        scanner.lookAtNew(node);
        lookIntoHosts(node);
      }
      if (removedNodes.length > 0) {
        scanner.tidy();
      }
    }
    near.moved();
  });
  const watched = new WeakSet<ShadowRoot>();
  const unwatchPointer = watchPointer({
    surface,
    witness,
    marks,
    card,
    caller,
    isReal,
    spotAt,
    takesLinks,
    isAllowed: () => allowed,
    learnIfAllowed,
    onReached: prepare,
    lookAgain: async (node) => scanner.lookAgain(node),
    onError,
  });

  changes.observe(document.documentElement, EVERY_TEXT);
  surface.whenScrolled((shown) => {
    for (const element of isStopped ? [] : shown) {
      scanner.lookFirst(element);
    }
  });
  scanner.look(document.body);
  lookIntoHosts(document.body);
  for (const type of MOVES) {
    window.addEventListener(type, onMoved, { capture: true, passive: true });
  }
  if (document.querySelector(DIAL_LINKS) !== null) {
    learnIfAllowed();
  }

  /** Looked up with each question: a page may say where it is at any time. */
  function clues(): WrittenClues {
    return { telHrefs: [], countryNames: [], lang: document.documentElement.lang };
  }

  function onMoved(): void {
    near.moved();
  }

  /** Looks into the open shadow roots in a node, and once more for those that come late. */
  function lookIntoHosts(node: Node, isLate = false): void {
    const { roots, waiting } = isText(node) ? NO_HOSTS : hostsIn(node);

    for (const root of roots) {
      if (!watched.has(root)) {
        watched.add(root);
        changes.observe(root, EVERY_TEXT);
        scanner.look(root);
        lookIntoHosts(root);
      }
    }
    if (waiting.length > 0 && !isLate && !isStopped) {
      surface.later(() => {
        for (const host of isStopped ? [] : waiting) {
          lookIntoHosts(host, true);
        }
      }, LATE_ROOT_MS);
    }
  }

  /** Asks once, and only where there is something to call: most frames never ask. */
  function isAllowed(): Promise<boolean> {
    asked ??= ask('pageSettings').then(({ mode, dialLinks }) => {
      allowed = mode !== 'off';
      takesDialLinks = dialLinks;
      if (!allowed) {
        stop();
      }

      return allowed;
    });

    return asked;
  }

  function learnIfAllowed(): void {
    isAllowed().catch(onError);
  }

  /** What can be called at a point of the viewport, where an element is. */
  function spotAt(x: number, y: number, target: Element | null): Spot | null {
    const link = target && dialLinkOf(target);

    if (link) {
      return takesLinks() ? spotOfLink(link) : null;
    }

    const mark = marks.at(x, y);

    return mark && spotOfMark(surface, mark, x, y);
  }

  function takesLinks(): boolean {
    return takesDialLinks;
  }

  function prepare(): void {
    if (nowMs() - preparedAtMs > PREPARED_FOR_MS) {
      preparedAtMs = nowMs();
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
    isStopped = true;
    changes.disconnect();
    for (const type of MOVES) {
      window.removeEventListener(type, onMoved, { capture: true });
    }
    scanner.stop();
    unwatchPointer();
    marks.clear();
  }

  return {
    stop,
    step: (isBack) => stepper.step(isBack),
  };
}

/** Chrome's words when the extension was updated, reloaded or removed under an open page. */
function isEndOfExtension(error: unknown): boolean {
  return error instanceof Error && /extension context invalidated/i.test(error.message);
}
