import type { Page } from 'puppeteer';
import type { CallBed } from './call-story';
import { startListening, stopListening, type Listened } from './continuous-ear';
import { until } from './waiting';

declare global {
  /** In the watched popup only: every text it showed, but for the times in it. */
  var shownTexts: Set<string>;
  var lookAtTexts: () => void;
}

/** What a call was like whose service worker was killed again and again. */
export interface Unchanged {
  readonly kills: number;
  readonly callMs: number;
  /** What the user heard of the other side. */
  readonly heard: Listened;
  /** The longest silence in what the other side got of the user, and how much of it arrived. */
  readonly sent: { readonly longestSilentMs: number; readonly arrived: number };
  /** What the popup showed: one text, if it never changed. */
  readonly shown: readonly string[];
  /** Connections to the server that were opened meanwhile. */
  readonly reconnections: number;
}

const KILL_EVERY_MS = 5_000;
/** Each packet holds so much sound. */
const PACKET_MS = 20;

/** Puts a call up, and kills the service worker every five seconds for that long. */
export async function callWithKilledWorker(
  bed: CallBed,
  { forMs, tell = () => undefined }: { forMs: number; tell?: (line: string) => void },
): Promise<Unchanged> {
  const { browser, pbx } = bed;

  const { bob, call } = await bed.talk();
  const popup = await browser.openOwnPage('popup.html');

  await popup.waitForSelector('aria/Hang up');

  const phone = await browser.offscreen();
  const { instanceId } = await browser.snapshot();
  let reconnections = 0;
  const stop = pbx.onMessage(({ text }) => {
    reconnections += text.startsWith('REGISTER') && !text.includes('Authorization') ? 1 : 0;
  });

  await watchTexts(popup);
  await startListening(phone);
  bob.audio.forgetSilence();

  const beganMs = performance.now();
  const packetsBefore = bob.audio.packets;
  let kills = 0;

  while (performance.now() - beganMs < forMs) {
    // A worker that sleeps is woken first, or there would be nothing to kill.
    await browser.worker();
    await browser.killWorker();
    kills += 1;
    tell(`killed ${kills} times in ${Math.round((performance.now() - beganMs) / 1000)} s`);
    await until('the next kill', () =>
      performance.now() - beganMs >= kills * KILL_EVERY_MS ? true : null,
    );
  }

  const heard = await stopListening(phone);
  const callMs = performance.now() - beganMs;
  const sent = {
    longestSilentMs: bob.audio.longestSilentMs,
    arrived: (bob.audio.packets - packetsBefore) / (callMs / PACKET_MS),
  };

  const shown = await popup.evaluate(() => [...globalThis.shownTexts]);

  stop();
  if ((await browser.snapshot()).instanceId !== instanceId) {
    throw new Error('The phone is another one than at the beginning.');
  }
  await bed.command(call, { type: 'hang-up' });
  await bob.until('ended');

  await popup.close();

  return {
    kills,
    callMs,
    heard,
    sent,
    shown,
    reconnections,
  };
}

/**
 * Writes down what a page shows, each time it changes. Times go on, and are no change; nor is how
 * the call sounds on a machine that has other things to do, which is told by its own measure.
 */
async function watchTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.lookAtTexts = () => {
      globalThis.shownTexts.add(
        document.body.innerText
          .replaceAll(/\d+(:\d\d)+/g, '0:00')
          .replace(/This call sounds poor\.\s*/, ''),
      );
    };

    globalThis.shownTexts = new Set();
    globalThis.lookAtTexts();
    new MutationObserver(globalThis.lookAtTexts).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}
