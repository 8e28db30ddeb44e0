import type { Browser, Page } from 'puppeteer';
import type { Destination, Reply } from '../../../src/protocol/envelope';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';

declare global {
  /** In the control page only: what the phone said, newest last. */
  var snapshots: PhoneSnapshot[];
  /** In the control page only: listens to the phone, and again when its document comes back. */
  var follow: () => void;
}

/** The one file of the extension that runs nothing and is always there. */
const PAGE = 'manifest.json#control';

/**
 * A page of the extension without any code of the product: from here a story sees what a popup
 * would see, and reads and writes storage. It follows the phone by a Port, which, unlike a
 * message, does not wake the worker.
 */
export class ControlPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, origin: string): Promise<ControlPage> {
    const session = await browser.target().createCDPSession();

    // Hidden: in no tab strip, never in front of what the story looks at.
    await session.send('Target.createTarget', { url: `${origin}/${PAGE}`, hidden: true });

    const target = await browser.waitForTarget((candidate) => candidate.url().endsWith(PAGE));
    const control = new ControlPage(await target.asPage());

    await control.#follow();

    return control;
  }

  /** The phone's latest word; null until it has said anything. */
  async snapshot(): Promise<PhoneSnapshot | null> {
    return this.page.evaluate(() => globalThis.snapshots.at(-1) ?? null);
  }

  /** Everything the phone said so far, oldest first. */
  async snapshots(): Promise<readonly PhoneSnapshot[]> {
    return this.page.evaluate(() => globalThis.snapshots);
  }

  /** Forgets all that the phone said but its latest word. */
  async forgetSnapshots(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.snapshots.splice(0, globalThis.snapshots.length - 1);
    });
  }

  /** Sends a request as a page of our own would. Like any message, it wakes the worker. */
  async ask(to: Destination, type: string, payload: unknown = null): Promise<Reply> {
    const reply = await this.page.evaluate(
      async (request) => chrome.runtime.sendMessage<unknown, Reply | undefined>(request),
      { to, type, payload },
    );

    if (reply === undefined) {
      throw new Error(`Nobody answered ${type}: is there a ${to}?`);
    }

    return reply;
  }

  async store(items: Record<string, unknown>): Promise<void> {
    await this.page.evaluate((change) => chrome.storage.local.set(change), items);
  }

  async stored(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => chrome.storage.local.get());
  }

  async #follow(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.snapshots = [];
      globalThis.follow = () => {
        const port = chrome.runtime.connect({ name: 'phone' });

        port.onMessage.addListener((snapshot: PhoneSnapshot) => {
          globalThis.snapshots.push(snapshot);
        });
        port.onDisconnect.addListener(() => {
          // There is no phone yet, or no more.
          setTimeout(globalThis.follow, 50);
        });
      };
      globalThis.follow();
    });
  }
}
