import type { WorkerClient } from '../../src/protocol/client';
import type { PageNumber } from '../../src/protocol/page-numbers';
import type { WrittenClues } from '../../src/protocol/requests';
import { CallCard } from './call-card';
import { Caller } from './caller';
import { Marks } from './marks';
import { cluesOf } from './page-clues';
import { DIAL_LINKS, dialLinkOf } from './places';
import { watchPointer, type PointerPlace } from './pointer';
import { isText } from './runs';
import { Scanner } from './scanner';
import { spotOfLink, spotOfMark, type Spot } from './spot';
import { Stepper } from './stepper';
import type { Surface } from './surface';
import { hostsIn } from './shadow-roots';
import type { Witness } from './witness';
import type { Words } from './words';

/** What the linkifier needs of the extension and of the browser. */
export interface LinkifierParts {
  readonly ask: WorkerClient;
  readonly words: Words;
  /** Whether the extension is still there to be asked. */
  readonly isThere: () => boolean;
  readonly surface: Surface;
  readonly witness: Witness;
  /** Where the pointer is, if that is known. */
  readonly pointerAt: PointerPlace | null;
  /** Tells what the user did from what a script made of it. */
  readonly isReal: (event: Event) => boolean;
}

/** What makes a page's numbers callable, at work. */
export interface Linkifier {
  /** Takes everything off the page. */
  readonly stop: () => void;
  /** Shows the card of the next number on the page, or of the one before; false if there is none. */
  readonly step: (isBack: boolean) => Promise<boolean>;
  /** All numbers of the page, in their order; has it read whole, not only near the viewport. */
  readonly numbers: () => Promise<PageNumbers>;
  /** Goes to a number and shows its card. */
  readonly reveal: (number: Pick<PageNumber, 'e164' | 'ext'>) => void;
}

/** What a page lists for the popup. */
export interface PageNumbers {
  readonly numbers: readonly PageNumber[];
  /** True when the page has more than are marked. */
  readonly isCapped: boolean;
}

const LISTENING = { capture: true, passive: true };
const EVERY_TEXT = { childList: true, characterData: true, subtree: true };
/** A custom element often gets its shadow root when its script comes. */
const LATE_ROOT_MS = 2_000;
/** A connection that the phone has made ready is good for five minutes. */
const PREPARED_FOR_MS = 270_000;
/** Nodes added in one go: of more than these their parent is looked at instead. */
const MOST_ADDED = 100;
/** A page hardly ever moves to another country while it is read. */
const CLUES_LAST_MS = 10_000;
const NO_CLUES: WrittenClues = { telHrefs: [], countryNames: [], lang: '' };

/**
 * Makes the phone numbers of this document callable, those it shows now and later. A page without
 * numbers sends the worker nothing.
 */
export function startLinkifier(parts: LinkifierParts): Linkifier {
  const { ask, words, isThere, surface, witness, isReal, pointerAt } = parts;
  const marks = new Marks(surface);
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
      (await isAllowed()) && readsText
        ? ask('findNumbers', { texts, clues: clues() })
        : texts.map(() => []),
    onLate: lookIntoHosts,
    onError,
  });
  let known = { atMs: -Infinity, clues: NO_CLUES };
  let allowed: boolean | null = null;
  let asked: Promise<boolean> | null = null;
  let readsText = true;
  let takesDialLinks = true;
  let preparedAtMs = -Infinity;
  let isStopped = false;

  const changes = new MutationObserver((records) => {
    records.forEach(take);
  });
  const watched = new WeakSet<ShadowRoot>();
  const pointer = watchPointer({
    pointerAt,
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

  pointer.look();
  changes.observe(document.documentElement, EVERY_TEXT);
  scanner.look(document.body);
  lookIntoHosts(document.body);
  window.addEventListener('scrollend', onScrolled, LISTENING);
  window.addEventListener('pointerover', onReached, LISTENING);
  if (document.querySelector(DIAL_LINKS) !== null) {
    learnIfAllowed();
  }

  /** Called for each change of a page, hundreds of times a second: it reads no more than it must. */
  function take(record: MutationRecord): void {
    const { target, addedNodes } = record;
    const first = addedNodes.item(0);

    if (first && record.nextSibling === null && scanner.mayWait(target, first)) {
      return; // What it took the place of, if anything, had not been looked at either.
    }
    if (record.removedNodes.length > 0) {
      scanner.removed(record.removedNodes);
    }
    if (isText(target)) {
      scanner.changed(target);
    } else {
      // A list that is filled in one go is one thing to look at.
      for (const node of addedNodes.length > MOST_ADDED ? [target] : addedNodes) {
        lookAtNew(node);
      }
    }
  }

  function lookAtNew(node: Node): void {
    scanner.lookAtNew(node);
    lookIntoHosts(node);
  }

  /** Looked up anew now and then: a page may say where it is at any time. */
  function clues(): WrittenClues {
    const nowMs = surface.nowMs();

    if (nowMs - known.atMs > CLUES_LAST_MS) {
      known = { atMs: nowMs, clues: cluesOf(document) };
    }

    return known.clues;
  }

  function onScrolled(): void {
    scanner.moved();
  }

  /** What the pointer reaches is looked at now, whatever was thought of where it stands. */
  function onReached(event: Event): void {
    if (!isThere()) {
      stop(); // Before a card that nobody has words for.

      return;
    }
    const path = event.composedPath();

    for (const place of path) {
      // Nothing tells of a shadow root on an element of HTML's own: the pointer leads to it.
      if (place instanceof ShadowRoot) {
        lookIntoRoot(place);
      }
    }
    for (const text of path[0] instanceof Element ? path[0].childNodes : []) {
      if (isText(text) && scanner.isNew(text)) {
        scanner.lookAgain(text).then(pointer.look).catch(onError);
      }
    }
  }

  /** Looks into the open shadow roots in a node, and once more for those that come late. */
  function lookIntoHosts(node: Node, isLate = false): void {
    const hosts = hostsIn(node);
    const waiting = hosts.filter(({ shadowRoot }) => shadowRoot === null);

    for (const { shadowRoot } of hosts) {
      if (shadowRoot !== null) {
        lookIntoRoot(shadowRoot);
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

  function lookIntoRoot(root: ShadowRoot): void {
    if (!watched.has(root)) {
      watched.add(root);
      changes.observe(root, EVERY_TEXT);
      scanner.look(root);
      lookIntoHosts(root);
    }
  }

  /** Asks once, and only where there is something to call: most frames never ask. */
  function isAllowed(): Promise<boolean> {
    asked ??= ask('pageSettings').then(({ mode, dialLinks }) => {
      allowed = mode !== 'off';
      readsText = mode !== 'links';
      marks.isPainted = mode === 'mark';
      takesDialLinks = dialLinks;
      if (!allowed) {
        stop();
      }

      return allowed;
    });

    return asked;
  }

  function learnIfAllowed(): void {
    isAllowed().then(pointer.look).catch(onError);
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
  function onError(): void {
    if (allowed === null) {
      asked = null;
    }
    if (!isThere()) {
      stop();
    }
  }

  function stop(): void {
    isStopped = true;
    changes.disconnect();
    window.removeEventListener('scrollend', onScrolled, LISTENING);
    window.removeEventListener('pointerover', onReached, LISTENING);
    scanner.stop();
    pointer.stop();
    marks.clear();
  }

  return {
    stop,
    step: async (isBack) => {
      await scanner.readAll();

      return stepper.step(isBack);
    },
    numbers: async () => {
      await scanner.readAll();

      return { numbers: allowed === true ? stepper.numbers() : [], isCapped: scanner.isCapped };
    },
    reveal: (number) => {
      stepper.reveal(number);
    },
  };
}
