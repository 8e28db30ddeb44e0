import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  TargetType,
  type Browser,
  type CDPSession,
  type ConsoleMessage,
  type Page,
  type Target,
} from 'puppeteer';
import manifest from '../../../manifest.json';
import type { Account } from '../../../src/account/account';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { areTones, type ToneMeasure } from '../../pbx/tone-analysis';
import { ControlPage } from './control-page';
import type { DebuggedWorker } from './debugged-worker';
import { hear, hearOwnTones, hearTones, rememberOwnTones, type OwnTone } from './hearing';
import { launchBrowser, type LaunchOptions, type MicrophoneAnswer } from './launch-browser';
import { PageServer } from './page-server';
import { ServiceWorkers } from './service-workers';
import { until, type Patience } from './waiting';

/** Where the build puts the extension. */
export const EXTENSION_DIR = join(import.meta.dirname, '../../../dist/chrome');

/** What the toolbar's button shows. */
export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** A browser with the extension in it, and everything a story does to it and asks of it. */
export class ExtensionBrowser {
  readonly origin: string;
  /** What went wrong in the extension's own contexts without anybody asking: should stay empty. */
  readonly complaints: string[] = [];
  #control: ControlPage | null = null;
  #workers: ServiceWorkers | null = null;
  #pages: PageServer | null = null;
  #permissions: CDPSession | null = null;
  #keepsTones = true;

  private constructor(
    readonly browser: Browser,
    readonly extensionId: string,
  ) {
    this.origin = `chrome-extension://${extensionId}`;
  }

  static async launch(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
    const id = idOf(manifest.key);
    const browser = await launchBrowser(options.extensionDir ?? EXTENSION_DIR, id, options);
    const self = new ExtensionBrowser(browser, id);

    try {
      await self.#begin(options);
    } catch (error) {
      await browser.close();
      throw error;
    }

    return self;
  }

  async #begin({ keepWelcome = false, forgetTones = false }: LaunchOptions): Promise<void> {
    this.#keepsTones = !forgetTones;
    this.browser.on('targetcreated', (target) => {
      void this.#listenToComplaints(target);
      if (this.#keepsTones && target.url() === `${this.origin}/offscreen.html`) {
        target.asPage().then(rememberOwnTones).catch(wasGone);
      }
      if (!keepWelcome && target.url() === `${this.origin}/welcome.html`) {
        target
          .asPage()
          .then((page) => page.close())
          .catch(wasGone);
      }
    });
    for (const target of this.browser.targets()) {
      void this.#listenToComplaints(target);
    }
    this.#workers = await ServiceWorkers.watch(
      this.browser,
      `${this.origin}/service-worker.js`,
      (text) => this.complaints.push(`service-worker.js: ${text}`),
    );
    // Before the extension is loaded its pages are error pages.
    await this.#workers.untilRunning();
    this.#control = await ControlPage.open(this.browser, this.origin);
    await this.offscreen();
  }

  // The extension's contexts

  /** The phone's document. */
  async offscreen(): Promise<Page> {
    const target = await this.#target('offscreen.html', 'the phone document');
    const page = await target.asPage();

    if (this.#keepsTones) {
      await rememberOwnTones(page);
    }

    return page;
  }

  /** Opens the popup over a page as its user does: by a click on the icon, which shows us the site. */
  async openPopupOver(page: Page): Promise<Page> {
    const [extension] = (await this.browser.extensions()).values();

    if (extension === undefined) {
      throw new Error('no extension in this browser');
    }
    await page.bringToFront();
    await page.triggerExtensionAction(extension);

    const popup = await this.browser.waitForTarget((target) =>
      target.url().endsWith('/popup.html'),
    );

    return popup.asPage();
  }

  /** The service worker; one that sleeps is woken, as any message would. */
  async worker(): Promise<DebuggedWorker> {
    if (!this.isWorkerAlive) {
      await this.control.ask('worker', 'ensurePhone');
    }

    return this.#serviceWorkers.untilRunning();
  }

  /** Stops the service worker, as Chrome does after 30 s without an event. */
  async killWorker(): Promise<void> {
    await this.#serviceWorkers.kill();
  }

  /** Stands still with all its processes for so long, as the whole machine does when it sleeps. */
  async sleep(ms: number, meanwhile: () => void = () => undefined): Promise<void> {
    const { pid } = this.browser.process() ?? {};

    if (pid === undefined) {
      throw new Error('this browser has no process of ours');
    }
    const wakesAtMs = performance.now() + ms;

    process.kill(-pid, 'SIGSTOP'); // Puppeteer gives it a process group of its own.
    try {
      meanwhile();
      await until('the end of the sleep', () => (performance.now() >= wakesAtMs ? true : null), {
        timeoutMs: ms + 1_000,
      });
    } finally {
      process.kill(-pid, 'SIGCONT');
    }
  }

  /** True while the service worker runs. */
  get isWorkerAlive(): boolean {
    return this.#serviceWorkers.current !== null;
  }

  get #serviceWorkers(): ServiceWorkers {
    if (this.#workers === null) {
      throw new Error('The browser is not up yet.');
    }

    return this.#workers;
  }

  /** The hidden page from which stories look into the extension. */
  get control(): ControlPage {
    if (this.#control === null) {
      throw new Error('The browser is not up yet.');
    }

    return this.#control;
  }

  // The phone

  /** Sets the phone up with an account, as if the user had saved it. */
  async configure(account: Account | null, settings: Partial<Settings> = {}): Promise<void> {
    await this.control.store({ account, settings: { ...DEFAULT_SETTINGS, ...settings } });
  }

  /** Resolves when the phone is registered. */
  async untilRegistered(patience?: Patience): Promise<void> {
    await this.untilSnapshot(
      'the phone to be registered',
      ({ registration }) => registration.state === 'registered',
      patience,
    );
  }

  /** The phone's latest word. */
  async snapshot(): Promise<PhoneSnapshot> {
    return until('a first snapshot', () => this.control.snapshot());
  }

  /** Resolves with the first snapshot from now on (the present one included) that fits. */
  async untilSnapshot(
    what: string,
    fits: (snapshot: PhoneSnapshot) => boolean,
    patience?: Patience,
  ): Promise<PhoneSnapshot> {
    return until(
      what,
      async () => {
        const snapshot = await this.control.snapshot();

        return snapshot !== null && fits(snapshot) ? snapshot : null;
      },
      patience,
      async () => `The phone says ${JSON.stringify(await this.control.snapshot())}`,
    );
  }

  // Pages

  /** Opens the popup by the toolbar's button: it closes when the user looks elsewhere. */
  async openPopup(): Promise<Page> {
    const worker = await this.worker();

    await worker.evaluate(() => chrome.action.openPopup());

    return this.popup();
  }

  /** The popup that is open, or that opens next, by whomever. */
  async popup(): Promise<Page> {
    const target = await this.#target('popup.html', 'the popup');

    return target.asPage();
  }

  /** A page of the extension that opened by itself. */
  async ownPage(path: string): Promise<Page> {
    return (await this.#target(path, path)).asPage();
  }

  /** Opens a page of the extension in a tab: `popup.html`, `options.html`, `welcome.html`. */
  async openOwnPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();

    await page.goto(`${this.origin}/${path}`);

    return page;
  }

  /** Opens a web page in a tab: an address, or HTML that is then served from loopback. */
  async openPage(addressOrHtml: string): Promise<Page> {
    this.#pages ??= await PageServer.start();

    const page = await this.browser.newPage();
    const isAddress = /^[a-z]+:\S+$/i.test(addressOrHtml);

    await page.goto(isAddress ? addressOrHtml : this.#pages.add(addressOrHtml));

    return page;
  }

  /** Closes what a story opened: web pages and the popup. */
  async closeVisiblePages(): Promise<void> {
    const targets = this.browser
      .targets()
      // A frame of another site has a target of its own, which closes with its page.
      .filter(
        (target) =>
          target.url().endsWith('/popup.html') ||
          (target.type() === TargetType.PAGE && /^https?:/.test(target.url())),
      );

    for (const target of targets) {
      const page = await target.asPage();

      // The popup closes by itself when the page under it does.
      await page.close().catch(() => undefined);
    }
    await until('the pages to be closed', () =>
      targets.some((target) => this.browser.targets().includes(target)) ? null : true,
    );
  }

  // Sound

  /** What the user hears of the other side now. */
  async heard(): Promise<ToneMeasure> {
    return hear(await this.offscreen());
  }

  /** Resolves when the user hears that tone clearly: within 2 %, 20 dB above everything else. */
  async untilHeard(freqHz: number, patience?: Patience): Promise<ToneMeasure> {
    return this.#untilHearing(
      `a clear tone of ${freqHz} Hz`,
      ({ peakHz, snrDb }) => Math.abs(peakHz - freqHz) < 0.02 * freqHz && snrDb > 20,
      patience,
    );
  }

  /** Resolves when the user hears exactly these tones together, and no other. */
  async untilHeardTones(wantedHz: readonly number[], patience?: Patience): Promise<void> {
    let last: readonly number[] = [];

    await until(
      `tones of ${wantedHz.join(' and ')} Hz`,
      async () => {
        last = await hearTones(await this.offscreen());

        return areTones(last, wantedHz) || null;
      },
      patience,
      () => `Heard ${last.join(' and ') || 'nothing'} Hz`,
    );
  }

  /** Resolves when the user hears nothing of the other side. */
  async untilSilent(patience?: Patience): Promise<ToneMeasure> {
    return this.#untilHearing('silence', ({ rms }) => rms < 0.001, patience);
  }

  /** The phone's own tones that sound now: ringtone, ringback, call waiting. */
  async ownTones(): Promise<readonly OwnTone[]> {
    return hearOwnTones(await this.offscreen());
  }

  /** Resolves with the phone's own tones when they fit. */
  async untilOwnTones(
    what: string,
    fits: (tones: readonly OwnTone[]) => boolean,
    patience?: Patience,
  ): Promise<readonly OwnTone[]> {
    return until(
      what,
      async () => {
        const tones = await this.ownTones();

        return fits(tones) ? tones : null;
      },
      patience,
      async () => `The phone sounds ${JSON.stringify(await this.ownTones())}`,
    );
  }

  async #untilHearing(
    what: string,
    fits: (measure: ToneMeasure) => boolean,
    patience?: Patience,
  ): Promise<ToneMeasure> {
    let last: ToneMeasure | null = null;

    return until(
      what,
      async () => {
        last = await this.heard();

        return fits(last) ? last : null;
      },
      patience,
      () => `Heard ${JSON.stringify(last)}`,
    );
  }

  // Notifications, badge, menu

  /** The ids of the notifications on screen. */
  async notifications(): Promise<readonly string[]> {
    return this.control.page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  }

  /** Resolves with the first set of notifications that fits. */
  async untilNotifications(
    what: string,
    fits: (ids: readonly string[]) => boolean,
    patience?: Patience,
  ): Promise<readonly string[]> {
    return until(
      what,
      async () => {
        const ids = await this.notifications();

        return fits(ids) ? ids : null;
      },
      patience,
      async () => `Notifications: ${(await this.notifications()).join(', ')}`,
    );
  }

  /** Presses a notification's button; a worker that sleeps wakes up, as it does for a user. */
  async clickNotificationButton(id: string, index: number): Promise<void> {
    await this.fire('notifications.onButtonClicked', id, index);
  }

  /** Closes the notification that says why a call was not made. */
  async closeRefusal(): Promise<void> {
    await this.control.page.evaluate(() => chrome.notifications.clear('dial-refused'));
  }

  /** Chooses an item of the context menu. */
  async chooseMenuItem(click: Partial<chrome.contextMenus.OnClickData>): Promise<void> {
    await this.fire('contextMenus.onClicked', click);
  }

  /** Fires an event of the worker by hand: Chrome's own event objects can do that. */
  async fire(event: string, ...args: readonly unknown[]): Promise<void> {
    const worker = await this.worker();

    await worker.evaluate(`chrome.${event}.dispatch(...${JSON.stringify(args)})`);
  }

  /** Resolves when the worker has told and written down all that the phone has said so far. */
  async untilAlertsSettled(): Promise<void> {
    await this.control.ask('worker', 'phoneChanged', { snapshot: await this.snapshot() });
  }

  /** What the toolbar's button shows. */
  async badge(): Promise<Badge> {
    return this.control.page.evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
    }));
  }

  /** Resolves when the toolbar's button looks like that. */
  async untilBadge(
    what: string,
    fits: (badge: Badge) => boolean,
    patience?: Patience,
  ): Promise<Badge> {
    return until(
      what,
      async () => {
        const badge = await this.badge();

        return fits(badge) ? badge : null;
      },
      patience,
      async () => `The badge is ${JSON.stringify(await this.badge())}`,
    );
  }

  // The browser

  /** Loads the extension anew under the pages that are open, as an update does. */
  async reloadExtension(): Promise<void> {
    // A hidden page outlives its extension, and would be taken for one of the new.
    await this.control.page.close();
    await this.browser.installExtension(EXTENSION_DIR);
    this.#control = await ControlPage.open(this.browser, this.origin);
    await this.offscreen();
  }

  /** Switches the extension off, as its user does among the browser's extensions. */
  async disableExtension(): Promise<void> {
    const page = await this.browser.newPage();

    await page.goto('chrome://extensions');
    await page.evaluate((id) => chrome.management.setEnabled(id, false), this.extensionId);
    await page.close();
  }

  /** Takes the extension out of the browser. */
  async removeExtension(): Promise<void> {
    await this.browser.uninstallExtension(this.extensionId);
  }

  /** Resolves when the extension has restarted by itself, with a new document for its phone. */
  async untilRestarted(patience?: Patience): Promise<void> {
    const before = this.#find('offscreen.html');

    await until(
      'the extension to restart',
      () => {
        const now = this.#find('offscreen.html');

        return now !== undefined && now !== before ? true : null;
      },
      patience,
    );
    await this.control.page.close();
    this.#control = await ControlPage.open(this.browser, this.origin);
    await this.offscreen();
  }

  /** Answers the extension's wish for the microphone; with `permission: 'prompt'` at launch only. */
  async setMicrophonePermission(setting: MicrophoneAnswer): Promise<void> {
    // The browser forgets the answer as soon as the session that gave it is gone.
    this.#permissions ??= await this.browser.target().createCDPSession();
    await this.#permissions.send('Browser.setPermission', {
      origin: this.origin,
      permission: { name: 'microphone' },
      setting,
    });
  }

  /** Resolves when the browser is closed, by whomever. */
  async untilClosed(): Promise<void> {
    if (this.browser.connected) {
      await new Promise<void>((resolve) =>
        this.browser.once('disconnected', () => {
          resolve();
        }),
      );
    }
  }

  async close(): Promise<void> {
    await this.#pages?.close();
    this.#pages = null;
    await this.browser.close();
  }

  #find(path: string): Target | undefined {
    // The newest: a worker that was replaced is still among them.
    return this.browser
      .targets()
      .filter((target) => target.url() === `${this.origin}/${path}`)
      .at(-1);
  }

  async #target(path: string, what: string): Promise<Target> {
    return until(
      what,
      () => this.#find(path) ?? null,
      {},
      () => this.complaints.join('\n'),
    );
  }

  async #listenToComplaints(target: Target): Promise<void> {
    if (
      !target.url().startsWith(`${this.origin}/`) ||
      target.type() === TargetType.SERVICE_WORKER
    ) {
      return;
    }

    const name = target.url().slice(this.origin.length + 1);
    const complain = (text: string) => this.complaints.push(`${name}: ${text}`);

    try {
      const page = await target.asPage();

      page.on('pageerror', (error: unknown) => complain(String(error)));
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') {
          complain(message.text());
        }
      });
    } catch {
      // It was gone before anyone could listen.
    }
  }
}

/** What was looked at as it appeared may be gone before it could be. */
function wasGone(): void {
  // Then there is nothing to do with it.
}

/** The id that Chrome derives from the key in the manifest. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);

  return hex.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}
