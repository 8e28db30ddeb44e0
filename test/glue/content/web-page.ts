import { startLinkifier } from '../../../extension/content/linkifier';
import type { Caret, Surface } from '../../../extension/content/surface';
import type { Witness } from '../../../extension/content/witness';
import type { PageMode } from '../../../src/account/page-mode';
import { countryOf } from '../../../src/number/country-of';
import type { Place } from '../../../extension/content/viewport';
import { findNumbers } from '../../../src/number/find-numbers';
import { regionOf } from '../../../src/number/region';
import { clientFor } from '../../../src/protocol/client';
import type { FailureCode, Reply, Request } from '../../../src/protocol/envelope';
import type { WrittenClues } from '../../../src/protocol/requests';
import { englishFor } from '../../support/english';

/** A web page with the linkifier on it, a worker that answers, and a user with a mouse. */
export interface WebPage {
  /** What stands under each mark, in the order it was painted. */
  readonly marked: () => string[];
  /** Scrolls a page whose elements are laid out one below the other, 20 pixels each. */
  readonly scrollTo: (topPx: number) => void;
  readonly painted: () => readonly AbstractRange[];
  readonly requests: (type: string) => unknown[];
  /** Waits until the page is idle and everything asked is answered. */
  readonly settle: () => Promise<void>;
  /** Puts the pointer over a text of the page. */
  readonly pointAt: (written: string) => void;
  readonly moveTo: (written: string) => Promise<void>;
  /** What the user does; tells whether the browser's own way with the click was prevented. */
  readonly click: (target: Element, init?: MouseEventInit) => Promise<'prevented' | 'left'>;
  readonly clickOn: (written: string, init?: MouseEventInit) => Promise<'prevented' | 'left'>;
  /** A press of the button on one text that ends on another. */
  readonly drag: (from: string, to: string) => Promise<void>;
  /** Rests on a text until its card has been there long enough to be read, and clicks. */
  readonly callBy: (written: string, init?: MouseEventInit) => Promise<'prevented' | 'left'>;
  readonly press: (key: string, init?: KeyboardEventInit) => void;
  /** What the page does to what its user sees of an element. */
  readonly cover: (isSeen: boolean) => void;
  readonly blanch: (isLegible: boolean | null) => void;
  readonly moveAll: (downPx: number) => void;
  readonly step: (isBack?: boolean) => Promise<boolean>;
  readonly said: () => string;
  readonly card: () => ShadowRoot | null;
  readonly cardText: () => string;
  /** Presses the card's main button, or the one of a name. */
  readonly clickCard: (name?: string) => Promise<void>;
  readonly refuseWith: (code: FailureCode | null) => void;
  readonly endExtension: () => void;
  readonly passMs: (ms: number) => Promise<void>;
  /** Has the whole page read, as the popup's list and the keyboard do. */
  readonly readAll: () => Promise<void>;
  readonly stop: () => void;
}

/** How much of the page is seen at once. */
const SCREEN_PX = 600;

interface Options {
  /** What the browser tells of what is seen; null for one that tells nothing. */
  readonly isSeen?: boolean | null;
  readonly dialLinks?: boolean;
  readonly mode?: PageMode;
  readonly lang?: string;
}

/** Opens a page. jest's timers must be fake: `passMs` moves them. */
export async function openPage(html: string, options: Options = {}): Promise<WebPage> {
  document.documentElement.lang = options.lang ?? 'en-US';
  document.body.innerHTML = html;

  const roots = recordShadowRoots();
  const worker = fakeWorker(options.mode ?? 'mark', options.dialLinks ?? true);
  const idle: (() => void)[] = [];
  const painted = new Set<AbstractRange>();
  const byUser = new WeakSet<Event>();
  let caret: Caret | null = null;
  let nowMs = 10_000;
  let scrolledPx = 0;
  let movedPx = 0;
  let isSeen = options.isSeen === undefined ? true : options.isSeen;
  let isLegible: boolean | null = true;
  const watching = new Set<() => void>();

  function rows(): Map<Element, DOMRect> {
    const elements = [...document.body.querySelectorAll('*')];

    return new Map(
      elements.map((element, row) => [element, new DOMRect(0, row * 20 - scrolledPx, 100, 20)]),
    );
  }

  const surface: Surface = {
    paint: (range) => painted.add(range),
    unpaint: (range) => painted.delete(range),
    clear: () => {
      painted.clear();
    },
    caretAt: () => caret,
    elementAt: () => caret?.node.parentElement ?? null,
    boxesOf: (range) => [
      isAt(range, caret) ? new DOMRect(0, movedPx, 100, 20) : new DOMRect(500, 500, 100, 20),
    ],
    watchPlaces: (told) => {
      const watched = new Set<Element>();
      let isTold: Promise<void> | null = null;
      const tell = () => {
        const boxes = rows();

        told(new Map([...watched].map((element) => [element, placeOf(boxes.get(element))])));
      };

      return {
        watch: (element) => {
          watched.add(element);
          // The browser too tells of many at once, after its next layout.
          isTold ??= Promise.resolve().then(() => {
            isTold = null;
            tell();
          });
        },
        unwatch: (element) => watched.delete(element),
        again: tell,
        stop: () => {
          watched.clear();
        },
      };
    },
    whenIdle: (work) => idle.push(work),
    later: (work, delayMs) => {
      setTimeout(work, delayMs);
    },
    nowMs: () => nowMs,
  };

  const witness: Witness = {
    whenMs: () => nowMs,
    isLegible: () => isLegible,
    watch(element, told) {
      const tell = () => {
        // What covers the page's numbers is below the card.
        told(document.body.contains(element) || isSeen === null ? isSeen : true);
      };

      watching.add(tell);
      tell();

      return () => watching.delete(tell);
    },
  };

  const linkifier = startLinkifier({
    witness,
    pointerAt: null,
    ask: clientFor('worker', worker.send),
    words: worker.words,
    isThere: worker.isThere,
    surface,
    isReal: (event) => byUser.has(event),
  });

  /** Lets the page idle until something is done. */
  async function settled<T>(work: Promise<T>): Promise<T> {
    const done = { isDone: false };

    void work.finally(() => {
      done.isDone = true;
    });
    while (!done.isDone) {
      await settle();
    }

    return work;
  }

  async function settle(): Promise<void> {
    // A slice may ask, an answer may mark, a change may want another slice.
    for (let round = 0; round < 20; round++) {
      for (const work of idle.splice(0)) {
        work();
      }
      await jest.advanceTimersByTimeAsync(10);
      await worker.answered();
    }
  }

  function pointAt(written: string): void {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const offset = (node as Text).data.indexOf(written);

      if (offset >= 0) {
        caret = { node, offset: offset + 1 };

        return;
      }
    }
    throw new Error(`the page does not show ${written}`);
  }

  async function passMs(ms: number): Promise<void> {
    nowMs += ms;
    await jest.advanceTimersByTimeAsync(ms);
    await settle();
  }

  function dispatch(target: EventTarget, event: Event): void {
    byUser.add(event);
    target.dispatchEvent(event);
  }

  function pressOn(target: Element, init: MouseEventInit = {}): void {
    const at = { bubbles: true, composed: true, clientX: 5, clientY: 5, ...init };

    dispatch(target, new MouseEvent('pointerdown', at));
  }

  async function moveTo(written: string): Promise<void> {
    pointAt(written);
    dispatch(elementAtCaret(), new MouseEvent('pointerover', { bubbles: true, composed: true }));
    dispatch(
      elementAtCaret(),
      // jsdom has no PointerEvent; what we read of one is in MouseEvent too.
      new MouseEvent('pointermove', { bubbles: true, composed: true, clientX: 5, clientY: 5 }),
    );
    await passMs(50);
  }

  async function click(target: Element, init: MouseEventInit = {}): Promise<'prevented' | 'left'> {
    let fate: 'prevented' | 'left' = 'left';

    const see = (event: Event): void => {
      fate = event.defaultPrevented ? 'prevented' : 'left';
      event.preventDefault(); // jsdom cannot open links.
    };

    window.addEventListener('click', see);
    if (init.detail !== 0) {
      pressOn(target, init);
    }
    dispatch(
      target,
      new MouseEvent('click', {
        bubbles: true,
        cancelable: true,
        composed: true,
        clientX: 5,
        clientY: 5,
        detail: 1,
        ...init,
      }),
    );

    // A button of the card lets no click out.
    window.removeEventListener('click', see);
    await settle();

    return fate;
  }

  function elementAtCaret(): Element {
    const element = caret?.node.parentElement;

    if (!element) {
      throw new Error('the pointer is nowhere');
    }

    return element;
  }

  const card = () => roots.findLast(({ host }) => host.isConnected) ?? null;

  await settle();

  return {
    marked: () => [...painted].map(textOf),
    scrollTo: (topPx) => {
      scrolledPx = topPx;
      window.dispatchEvent(new Event('scroll'));
      window.dispatchEvent(new Event('scrollend'));
    },
    painted: () => [...painted],
    requests: worker.requests,
    settle,
    pointAt,
    moveTo,
    click,
    clickOn: async (written, init) => {
      pointAt(written);

      return click(elementAtCaret(), init);
    },
    drag: async (from, to) => {
      pointAt(from);
      pressOn(elementAtCaret());
      pointAt(to);
      dispatch(
        elementAtCaret(),
        new MouseEvent('click', {
          bubbles: true,
          composed: true,
          clientX: 5,
          clientY: 5,
          detail: 1,
        }),
      );
      await settle();
    },
    callBy: async (written, init) => {
      await moveTo(written);
      await passMs(150);
      await passMs(500);

      return click(elementAtCaret(), init);
    },
    press: (key, init) => {
      dispatch(
        document.activeElement ?? window,
        new KeyboardEvent('keydown', {
          key,
          bubbles: true,
          cancelable: true,
          composed: true,
          ...init,
        }),
      );
    },
    cover: (seen) => {
      isSeen = seen;
      for (const tell of watching) {
        tell();
      }
    },
    blanch: (legible) => {
      isLegible = legible;
    },
    moveAll: (downPx) => {
      movedPx += downPx;
    },
    step: async (isBack = false) => {
      const isFound = await settled(linkifier.step(isBack));

      await passMs(200);

      return isFound;
    },
    said: () => card()?.querySelector('.heard')?.textContent ?? '',
    card,
    cardText: () =>
      [...(card()?.querySelectorAll('.label, .warning') ?? [])]
        .map(({ textContent }) => textContent)
        .join(''),
    clickCard: async (name) => {
      const button = [...(card()?.querySelectorAll('button') ?? [])].find((found) =>
        name === undefined
          ? found.matches('.call, .plain')
          : found.getAttribute('aria-label') === name,
      );

      if (!button) {
        throw new Error('the card has no button');
      }
      await click(button);
    },
    refuseWith: worker.refuseWith,
    endExtension: worker.end,
    passMs,
    readAll: async () => {
      await settled(linkifier.numbers());
    },
    stop: linkifier.stop,
  };
}

function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = document.createRange();

  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);

  return range.toString();
}

/** In a shadow root elements are where their host is; here that counts as near. */
function placeOf(box: DOMRect | undefined): Place {
  if (box === undefined || (box.bottom >= -SCREEN_PX / 2 && box.top <= SCREEN_PX * 1.5)) {
    return 'near';
  }

  return box.top < 0 ? 'before' : 'after';
}

/** Where the pointer is, the page is laid out: one box for the text under it, another for the rest. */
function isAt(range: AbstractRange, caret: Caret | null): boolean {
  if (caret === null) {
    return false;
  }

  const live = document.createRange();

  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);

  return live.isPointInRange(caret.node, caret.offset);
}

/** The card's root is closed, also to tests: this keeps every root that is made. */
function recordShadowRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  // Only ever called with its element, below.
  const attach: unknown = Reflect.get(Element.prototype, 'attachShadow');

  jest.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = (attach as (this: Element, init: ShadowRootInit) => ShadowRoot).call(this, init);

    roots.push(root);

    return root;
  });

  return roots;
}

function fakeWorker(mode: PageMode, dialLinks: boolean) {
  const heard: Request[] = [];
  let refusal: FailureCode | null = null;
  let isGone = false;

  function valueFor({ type, payload }: Request): unknown {
    switch (type) {
      case 'pageSettings':
        return { mode, dialLinks };
      case 'findNumbers': {
        const { texts, clues } = payload as { texts: string[]; clues: WrittenClues };
        const region = regionOf({ ...clues, site: null, host: '' }, 'ZZ');

        return texts.map((text) =>
          findNumbers(text, region).map((number) => ({
            ...number,
            country: countryOf(number.e164),
          })),
        );
      }
      default:
        return null;
    }
  }

  return {
    requests: (type: string) =>
      heard.filter((request) => request.type === type).map(({ payload }) => payload),
    refuseWith: (code: FailureCode | null) => {
      refusal = code;
    },
    end: () => {
      isGone = true;
    },
    isThere: () => !isGone,
    words: (key: string, ...substitutions: string[]) => {
      if (isGone) {
        throw new Error('Extension context invalidated.');
      }

      return englishFor(key, substitutions);
    },
    send: async (request: Request): Promise<Reply> => {
      await Promise.resolve();
      if (isGone) {
        throw new Error('Extension context invalidated.');
      }
      heard.push(request);

      return request.type === 'dial' && refusal !== null
        ? { ok: false, error: { code: refusal, message: 'refused by the test' } }
        : { ok: true, value: valueFor(request) };
    },
    /** Every promise on the way from a request to what comes of its answer has had its turn. */
    async answered() {
      for (let turn = 0; turn < 20; turn++) {
        await Promise.resolve();
      }
    },
  };
}
