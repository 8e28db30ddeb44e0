/** A pulse of the phone's document, in its page's own storage: it costs no wake of the worker. */
const KEY = 'alive';

/** Says that this life of the phone lives now. */
export function beat(instanceId: string, nowMs: number): void {
  localStorage.setItem(KEY, JSON.stringify({ instanceId, atMs: nowMs }));
}

/** When that life of the phone was last known to live; null where nobody knows. */
export function lastBeatOf(instanceId: string): number | null {
  try {
    const last: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');

    return typeof last === 'object' &&
      last !== null &&
      'instanceId' in last &&
      last.instanceId === instanceId &&
      'atMs' in last &&
      typeof last.atMs === 'number'
      ? last.atMs
      : null;
  } catch {
    return null; // Nothing that this version has written.
  }
}
