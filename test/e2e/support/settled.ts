import type { Page } from 'puppeteer';

/** What is pressed in the first moment of a card or a question was meant for something else, and does nothing. */
const INERT_MS = 300;

/** Resolves when what the popup shows now has stood there long enough to be pressed. */
export async function untilSettled(popup: Page): Promise<void> {
  await popup.waitForFunction(
    (atMs) => performance.now() > atMs,
    {},
    await popup.evaluate((inertMs) => performance.now() + inertMs, INERT_MS),
  );
}
