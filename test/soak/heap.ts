import type { Page } from 'puppeteer';

/** What the phone's document holds on to, once everything that can go has gone. */
export interface Held {
  readonly heapBytes: number;
  /** Live objects of the kinds that are dear, by the name of their class. */
  readonly objects: Readonly<Record<(typeof DEAR)[number], number>>;
}

const DEAR = [
  'RTCPeerConnection',
  'MediaStream',
  'MediaStreamTrack',
  'AudioContext',
  'WebSocket',
] as const;

/** What one collection leaves for the next: weak references, and what their ends let go of. */
const COLLECTIONS = 5;

/** Collects the garbage of the phone's document and tells what is left. */
export async function measureHeld(page: Page): Promise<Held> {
  const session = await page.createCDPSession();

  try {
    for (let times = 0; times < COLLECTIONS; times += 1) {
      await session.send('HeapProfiler.collectGarbage');
    }
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const objects: Record<string, number> = {};

    for (const name of DEAR) {
      objects[name] = await countOf(page, name);
    }

    return { heapBytes: usedSize, objects: objects as Held['objects'] };
  } finally {
    await session.detach();
  }
}

async function countOf(page: Page, name: string): Promise<number> {
  const prototype = await page.evaluateHandle(
    (wanted): object => (Reflect.get(globalThis, wanted) as { prototype: object }).prototype,
    name,
  );
  const found = await page.queryObjects(prototype);
  const count = await found.evaluate((objects: unknown[]) => objects.length);

  await Promise.all([prototype.dispose(), found.dispose()]);

  return count;
}
