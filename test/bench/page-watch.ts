import type { CDPSession, Page } from 'puppeteer';
import type { PageProgram, Proof } from './page-peers';
import type { SamplePage } from './page-samples';
import { MARKED, threadTimeOf, TRACE_CATEGORIES, type ThreadTime } from './page-trace';
import { rest, within } from './waiting';

/** What one look at a program on a page gave. */
export interface Watched extends ThreadTime {
  /** Cumulative layout shift. */
  readonly shift: number;
  /** The JavaScript heap of the page's process, all worlds of it, after a collection. */
  readonly heapMb: number;
}

/** Everything a linkifier does to a page that rests is over by then; ringcentral-c2d begins after a second. */
const WATCH_MS = 2_000;
const GROW_MS = 3_000;
/** So long numbers are inserted: few enough for all of them to be painted. */
const INSERT_MS = { slowly: 3_000, quickly: 900 };
const PATIENCE_MS = 15_000;

/** Looks at what a program does to a page that rests, or to one that grows. */
export async function watch(
  { browser, proof, name }: PageProgram,
  sample: SamplePage,
  address: string,
): Promise<Watched> {
  const isGrowing = sample.nodesASecond > 0;
  const page = await browser.newPage();

  try {
    const session = await page.createCDPSession();

    if (isGrowing) {
      await page.goto(address);
      await untilFound(session, proof, sample, name);
    }
    await page.tracing.start({ categories: [...TRACE_CATEGORIES] });
    await (isGrowing ? grow(page) : page.goto(address).then(() => rest(WATCH_MS)));

    const trace = await page.tracing.stop();
    const time = threadTimeOf(trace ?? new Uint8Array(), address);
    const seconds = isGrowing ? GROW_MS / 1000 : 1;

    // A program that does not work costs nothing.
    await untilFound(session, proof, sample, name);

    return {
      ...time,
      wholeMs: time.wholeMs / seconds,
      ownMs: time.ownMs / seconds,
      shift: await shiftOf(page),
      heapMb: await heapMbOf(page, session),
    };
  } finally {
    await page.close();
  }
}

/** Milliseconds from the start of a program's script until all that the viewport shows is marked. */
export async function inViewMs({ browser }: PageProgram, address: string): Promise<number> {
  const page = await browser.newPage();

  try {
    await page.evaluateOnNewDocument(watchView, MARKED);
    await page.tracing.start({ categories: [...TRACE_CATEGORIES] });
    await page.goto(address);
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, {}, MARKED);

    const trace = await page.tracing.stop();

    return threadTimeOf(trace ?? new Uint8Array(), address).markedMs ?? Infinity;
  } finally {
    await page.close();
  }
}

/** The most milliseconds between the insertion of a number and its mark, on a page that follows its end. */
export async function clickableMs(
  { browser }: PageProgram,
  { nodesASecond }: SamplePage,
  address: string,
): Promise<number> {
  const page = await browser.newPage();

  try {
    await page.goto(address);

    const waits = await page.evaluate(
      watchNumbers,
      nodesASecond > 60 ? INSERT_MS.quickly : INSERT_MS.slowly,
      PATIENCE_MS,
    );

    return Math.max(...waits);
  } finally {
    await page.close();
  }
}

async function grow(page: Page): Promise<void> {
  // The address tells the trace's reader which thread is the page's.
  await page.evaluate(`performance.mark(location.href); go(${GROW_MS})`);
}

async function untilFound(
  session: CDPSession,
  proof: Proof | null,
  { numbers }: SamplePage,
  name: string,
): Promise<void> {
  if (proof === null || numbers === 0) {
    return;
  }

  const contextId = await worldOf(session, proof);
  const expression = `new Promise((done) => {
    const look = () => (${proof.count} >= ${numbers} ? done() : setTimeout(look, 20));
    look();
  })`;

  await within(
    PATIENCE_MS,
    `${name} to find ${numbers} numbers`,
    session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      ...(contextId === undefined ? {} : { contextId }),
    }),
  );
}

/** The world of the program's content script; undefined for the page's own. */
async function worldOf(session: CDPSession, { world }: Proof): Promise<number | undefined> {
  if (world === 'page') {
    return undefined;
  }

  const worlds: number[] = [];

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) {
      worlds.push(context.id);
    }
  });
  // It tells of all contexts that there are before it answers.
  await session.send('Runtime.enable');
  await session.send('Runtime.disable');
  session.removeAllListeners('Runtime.executionContextCreated');

  return worlds[0];
}

async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        let sum = 0;
        // Neither entry is in TypeScript's library.
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value?: number })[]) {
            sum += entry.value ?? 0;
          }
        });

        observer.observe({ type: 'layout-shift', buffered: true });
        // What is buffered comes in a task of its own; two frames later it is there.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            told(sum);
          }),
        );
      }),
  );
}

async function heapMbOf(page: Page, session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');

  return ((await page.metrics()).JSHeapUsedSize ?? 0) / 2 ** 20;
}

/** In the page: sets a mark as soon as every number in the viewport is painted. */
function watchView(mark: string): void {
  document.addEventListener('DOMContentLoaded', () => {
    const inView = [...document.querySelectorAll('li span')].filter(
      (number) => number.getBoundingClientRect().top < innerHeight,
    );
    const timer = setInterval(() => {
      const painted = new Set(
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...highlight].map(({ startContainer }) => startContainer.parentElement),
        ),
      );

      if (inView.length > 0 && inView.every((number) => painted.has(number as HTMLElement))) {
        clearInterval(timer);
        performance.mark(mark);
      }
    }, 4);
  });
}

/** In the page, without functions that have names: follows the chat's end, and says how long each new number waited for its mark. */
async function watchNumbers(forMs: number, patienceMs: number): Promise<number[]> {
  const since = new Map<Node, number>();
  const waits: number[] = [];

  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.textContent?.includes('(415)') === true) {
        since.set(node, performance.now());
      }
    }
    scrollTo(0, document.documentElement.scrollHeight);
  }).observe(document.getElementById('chat') ?? document, { childList: true });

  const timer = setInterval(() => {
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer } of highlight) {
        const line = startContainer.parentElement?.closest('p');
        const atMs = line && since.get(line);

        if (line && atMs !== null && atMs !== undefined) {
          waits.push(performance.now() - atMs);
          since.delete(line);
        }
      }
    }
  }, 4);

  await (globalThis as unknown as { go: (forMs: number) => Promise<number> }).go(forMs);
  await new Promise<void>((done) => {
    const endMs = performance.now() + patienceMs;
    const last = setInterval(() => {
      if (since.size === 0 || performance.now() > endMs) {
        clearInterval(last);
        done();
      }
    }, 4);
  });
  clearInterval(timer);

  return [...waits, ...[...since].map(() => Infinity)];
}
