import type { Page } from 'puppeteer';
import { nowMs } from '../pbx/message-log';
import { rest } from './waiting';

declare global {
  /** In a page under measurement: when the user clicked last, epoch milliseconds of the browser. */
  var clickedAtMs: number | null;
}

/** A page's clock seen from this process. */
export interface ClockOffset {
  /** What the page's clock shows more than ours. */
  readonly offsetMs: number;
  /** By how much that may be wrong: half the quickest question and answer. */
  readonly errorMs: number;
}

/** A click in the time of this process, the one the PBX's log is written in. */
export interface TimedClick {
  readonly atMs: number;
  readonly clock: ClockOffset;
}

const CLOCK_QUESTIONS = 10;
const MOVE_STEPS = 5;
/** A quick hand holds the button for so long. The click, and the clock, begin when it lets go. */
const PRESS_MS = 60;

/** Makes a page remember when it was clicked: the time the browser gave the trusted event. */
export async function watchClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.clickedAtMs = null;
    window.addEventListener(
      'click',
      (event) => {
        if (event.isTrusted) {
          globalThis.clickedAtMs = performance.timeOrigin + event.timeStamp;
        }
      },
      { capture: true, passive: true },
    );
  });
}

/** Moves the pointer onto an element. */
export async function pointAt(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  const box = await element?.boundingBox();

  if (!box) {
    throw new Error(`Nothing to click at ${selector}.`);
  }
  await page.mouse.move(2, 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: MOVE_STEPS });
}

/** Clicks where the pointer is, as a hand does. */
export async function press(page: Page): Promise<void> {
  await page.mouse.down();
  await rest(PRESS_MS);
  await page.mouse.up();
}

/** When the page was clicked, and how its clock stands to ours. Ask when the call is on its way. */
export async function clickOf(page: Page): Promise<TimedClick> {
  const clickedAtMs = await page.evaluate(() => globalThis.clickedAtMs);

  if (clickedAtMs === null) {
    throw new Error('The page saw no click.');
  }

  const clock = await clockOf(page);

  return { atMs: clickedAtMs - clock.offsetMs, clock };
}

/**
 * Asks the page for its time again and again: the answer that came quickest was given nearest to
 * the middle between question and answer (Cristian's algorithm).
 */
async function clockOf(page: Page): Promise<ClockOffset> {
  let best: ClockOffset = { offsetMs: 0, errorMs: Infinity };

  for (let asked = 0; asked < CLOCK_QUESTIONS; asked++) {
    const beforeMs = nowMs();
    const pageMs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const afterMs = nowMs();
    const errorMs = (afterMs - beforeMs) / 2;

    if (errorMs < best.errorMs) {
      best = { offsetMs: pageMs - (beforeMs + afterMs) / 2, errorMs };
    }
  }

  return best;
}
