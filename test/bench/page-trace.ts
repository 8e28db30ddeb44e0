/** What a watch over a page's main thread gave. */
export interface ThreadTime {
  /** Tasks of the whole thread. */
  readonly wholeMs: number;
  /** Script of the extension, with all that the browser does inside of it. */
  readonly ownMs: number;
  /** Making the extension's world in the page, before any of its script. */
  readonly worldMs: number;
  /** The most of the extension's script in one task. */
  readonly longestMs: number;
  /** The longest task with any of it, with what the page and the browser do in the same task. */
  readonly longestTaskMs: number;
  /** From the first of its script to a mark that the page set; null if it set none. */
  readonly markedMs: number | null;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of this, the thread's own time: other programs on the machine take the rest. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What Chromium writes of the main thread: its tasks, and whose script ran. */
export const TRACE_CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'extensions',
  'blink.user_timing',
  '__metadata',
];

/** The page's own word in the trace. */
export const MARKED = 'in-view-marked';

const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);

/** Adds up what happened on the renderer's main thread that the page ran on. */
export function threadTimeOf(trace: Uint8Array, address: string): ThreadTime {
  // Chromium's own format; what we read of it is above.
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const thread = threadOf(traceEvents, address);
  const here = traceEvents.filter(({ pid, tid }) => `${pid}/${tid}` === thread);
  const events = here
    .filter(({ ph }) => ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = outermost(events.filter(({ name }) => name === 'RunTask'));
  const own = outermost(events.filter(isOwn));
  const ownTasks = tasks
    .map((task) => ({ task, parts: own.filter((event) => isWithin(event, task)) }))
    .filter(({ parts }) => parts.length > 0);
  const marked = here.find(({ name }) => name === MARKED);
  const [first] = own;

  return {
    wholeMs: sumMs(tasks),
    ownMs: sumMs(own),
    worldMs: sumMs(events.filter(({ name }) => name === 'ScriptInjection::InjectJs')),
    longestMs: Math.max(0, ...ownTasks.map(({ parts }) => sumMs(parts))),
    longestTaskMs: Math.max(0, ...ownTasks.map(({ task }) => sumMs([task]))),
    markedMs: marked && first ? (marked.ts - first.ts) / 1000 : null,
  };
}

/**
 * Microtasks have no address: what goes on after an `await` shows as one of them. The sample pages
 * have none of their own, and what a page without an extension has is taken off.
 */
function isOwn({ name, args }: TraceEvent): boolean {
  return (
    name === 'RunMicrotasks' ||
    (SCRIPT.has(name) && JSON.stringify(args ?? '').includes('chrome-extension:'))
  );
}

/** The main thread on which the address was loaded. */
function threadOf(events: readonly TraceEvent[], address: string): string {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const counts = new Map<string, number>();

  for (const event of events) {
    const key = `${event.pid}/${event.tid}`;

    if (mains.has(key) && JSON.stringify(event.args ?? '').includes(address)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }

  const [first] = [...counts].sort((a, b) => b[1] - a[1]);

  if (first === undefined) {
    throw new Error(`Nothing of ${address} is in the trace.`);
  }

  return first[0];
}

function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let endUs = -Infinity;

  return events.filter((event) => {
    const isOuter = event.ts >= endUs;

    endUs = Math.max(endUs, event.ts + (event.dur ?? 0));

    return isOuter;
  });
}

function isWithin(event: TraceEvent, task: TraceEvent): boolean {
  return event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0);
}

function sumMs(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { dur = 0, tdur }) => sum + (tdur ?? dur) / 1000, 0);
}
