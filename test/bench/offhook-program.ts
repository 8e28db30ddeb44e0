import type { Page } from 'puppeteer';
import { isLive } from '../../src/call/call';
import { untilCallable } from '../e2e/support/card';
import type { ExtensionBrowser } from '../e2e/support/extension-browser';
import { until } from '../e2e/support/waiting';
import { clickOf, pointAt, press, watchClicks, type TimedClick } from './click';
import type { Program } from './program';
import { rest } from './waiting';
import { putWorkerToSleep } from './worker-sleep';

/** What every way to call with Offhook is measured with. */
export interface OffhookBed {
  readonly browser: ExtensionBrowser;
  /** A web page that shows the number. */
  readonly page: Page;
  readonly user: string;
  /** The number that rings and is never answered. */
  readonly number: string;
  readonly hoverMs: number;
  /** Resolves when the next call rings at the other end. */
  readonly untilRinging: () => Promise<void>;
}

/** How the user calls, and from what state of the extension. */
export interface OffhookWay {
  readonly name: string;
  readonly from: 'page' | 'popup';
  readonly isWorkerAsleep: boolean;
  /** What was made ready before the click is used up by then. */
  readonly isCold?: boolean;
}

/** The extension, called with in one of its ways. */
export class OffhookProgram implements Program {
  readonly kind = 'offhook';
  readonly name: string;
  readonly isJudged: boolean;
  readonly user: string;
  readonly #bed: OffhookBed;
  readonly #way: OffhookWay;
  #clickedOn: Page;

  constructor(bed: OffhookBed, way: OffhookWay) {
    this.#bed = bed;
    this.#way = way;
    this.#clickedOn = bed.page;
    this.name = way.name;
    this.user = bed.user;
    this.isJudged = way.isCold !== true;
  }

  async prepare(): Promise<void> {
    const { browser, page } = this.#bed;

    await this.#useUpWarmConnection();
    await page.bringToFront();
    // Anew, because a page has the phone made ready once only.
    await page.reload();
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    this.#clickedOn = page;
    if (this.#way.from === 'popup') {
      this.#clickedOn = await this.#popupWithNumber();
    }
    await watchClicks(this.#clickedOn);
    if (this.#way.isCold === true) {
      await pointAt(page, '#number');
      await untilCallable(page);
      await this.#useUpWarmConnection();
    }
    if (this.#way.isWorkerAsleep) {
      await putWorkerToSleep(browser);
    } else {
      await browser.worker();
    }
  }

  async click(): Promise<void> {
    const { hoverMs, page } = this.#bed;

    if (this.#way.from === 'popup') {
      await pointAt(this.#clickedOn, 'button[type=submit]');
      await rest(hoverMs);
    } else if (this.#way.isCold !== true) {
      await pointAt(page, '#number');
      await untilCallable(page); // Nothing calls before its card has been there to be read.
    }
    await press(this.#clickedOn);
  }

  async clicked(): Promise<TimedClick> {
    return clickOf(this.#clickedOn);
  }

  async hangUp(): Promise<void> {
    await this.#endCalls();
    // The popup that opens with a call of the page prepares for the next one: not in this story.
    await this.#bed.browser.popup();
    await until('the popup to be gone', async () => (await this.#closePopup()) || null);
  }

  async #popupWithNumber(): Promise<Page> {
    const popup = await this.#bed.browser.openPopup();

    await popup.waitForSelector('.dial-field input');
    await popup.type('.dial-field input', this.#bed.number);

    return popup;
  }

  /** A call without any window, so that each measured one begins as the first of the day does. */
  async #useUpWarmConnection(): Promise<void> {
    const { browser, number, untilRinging } = this.#bed;
    const [reply] = await Promise.all([
      browser.control.ask('phone', 'dial', { target: number }),
      untilRinging(),
    ]);

    if (!reply.ok) {
      throw new Error(`The phone refused to dial: ${reply.error.code}`);
    }
    await this.#endCalls();
  }

  async #endCalls(): Promise<void> {
    const { browser } = this.#bed;
    // The server may know of a call before the browser's other pages do.
    const { calls } = await browser.untilSnapshot('the call', (now) => now.calls.some(isLive));

    for (const { id } of calls.filter(isLive)) {
      await browser.control.ask('phone', 'command', { callId: id, command: { type: 'hang-up' } });
    }
    await browser.untilSnapshot('the call to be over', (now) => !now.calls.some(isLive));
    for (const { id } of (await browser.snapshot()).calls) {
      await browser.control.ask('phone', 'dismiss', { callId: id });
    }
    await browser.untilSnapshot('no call', (now) => now.calls.length === 0);
  }

  /** True when there is none; one that has only just opened may need to be told twice. */
  async #closePopup(): Promise<boolean> {
    const { browser } = this.#bed;
    const popups = browser.browser
      .targets()
      .filter((target) => target.url() === `${browser.origin}/popup.html`);

    for (const target of popups) {
      const popup = await target.asPage();

      await popup.close();
    }

    return popups.length === 0;
  }
}
