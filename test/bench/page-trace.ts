/** What a watch over a page's main thread gave. */
export interface ThreadTime {
  /** Tasks of the whole thread. */
  readonly wholeMs: number;
  /** The extension's functions, and the page's in their wake. */
  readonly ownMs: number;
  /** The longest task with any of the extension's script in it. */
  readonly longestMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly name?: string };
}

/** What Chromium writes of the main thread: its tasks, and whose script ran. */
export const TRACE_CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  '__metadata',
];

/** Adds up what happened on the busiest renderer main thread that the extension or page ran on. */
export function threadTimeOf(trace: Uint8Array, address: string): ThreadTime {
  // Chromium's own format; what we read of it is above.
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const thread = threadOf(traceEvents, address);
  const events = traceEvents
    .filter(({ pid, tid, ph }) => ph === 'X' && `${pid}/${tid}` === thread)
    .sort((a, b) => a.ts - b.ts);
  const tasks = outermost(events.filter(({ name }) => name === 'RunTask'));
  const own = outermost(events.filter(isOwn));
  const ownTasks = tasks.filter((task) => own.some((event) => isWithin(event, task)));

  return {
    wholeMs: sumMs(tasks),
    ownMs: sumMs(own),
    longestMs: Math.max(0, ...ownTasks.map(({ dur = 0 }) => dur / 1000)),
  };
}

function isOwn({ name, args }: TraceEvent): boolean {
  const isScript = name === 'FunctionCall' || name === 'EvaluateScript' || name === 'v8.compile';

  return isScript && (args?.data?.url ?? '').startsWith('chrome-extension:');
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
  return events.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}
