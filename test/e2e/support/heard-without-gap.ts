import type { JSHandle, Page } from 'puppeteer';

/** How the other side's sound came to the browser over a stretch of a call. */
export interface HeardStretch {
  readonly lastedMs: number;
  readonly packets: number;
  /** Packets that were sent and never came (RFC 3550 section 6.4.1). */
  readonly lost: number;
  /** Sound that the browser had to make up, as it had none to play. */
  readonly madeUpMs: number;
  /** The longest time in which no packet came. */
  readonly longestPauseMs: number;
}

interface Ear {
  stop(): Promise<HeardStretch>;
}

/** Counts the packets of the one call that is up, ten times a second, until it is told to stop. */
export async function listenForGaps(page: Page): Promise<() => Promise<HeardStretch>> {
  const prototype = await page.evaluateHandle(() => RTCPeerConnection.prototype);
  const found = await page.queryObjects(prototype);
  const ear: JSHandle<Ear> = await found.evaluateHandle(async (all: RTCPeerConnection[]) => {
    const connection = all.find(({ connectionState }) => connectionState === 'connected');
    const read = async () => {
      const reports = [...((await connection?.getStats()) ?? new Map()).values()];
      const { packetsReceived, packetsLost, concealedSamples } = reports.find(
        ({ type }) => type === 'inbound-rtp',
      ) as Record<string, number>; // As WebRTC's statistics name them.

      return {
        atMs: performance.now(),
        packets: packetsReceived ?? 0,
        lost: packetsLost ?? 0,
        madeUp: concealedSamples ?? 0,
      };
    };
    const first = await read();
    let last = first;
    let movedAtMs = first.atMs;
    let longestPauseMs = 0;
    const look = async () => {
      const now = await read();

      if (now.packets > last.packets) {
        longestPauseMs = Math.max(longestPauseMs, now.atMs - movedAtMs);
        movedAtMs = now.atMs;
      }
      last = now;
    };
    const clock = setInterval(() => void look(), 100);

    return {
      stop: async () => {
        clearInterval(clock);
        await look();

        return {
          lastedMs: last.atMs - first.atMs,
          packets: last.packets - first.packets,
          lost: last.lost - first.lost,
          madeUpMs: (last.madeUp - first.madeUp) / 48,
          longestPauseMs: Math.max(longestPauseMs, last.atMs - movedAtMs),
        };
      },
    };
  });

  return async () => {
    const heard = await ear.evaluate((it) => it.stop());

    await Promise.all([prototype, found, ear].map((handle) => handle.dispose()));

    return heard;
  };
}
