import type { Page } from 'puppeteer';
import type { Account } from '../../../src/account/account';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import type { Call } from '../../../src/call/call';
import { aliceAccount } from '../../support/accounts';
import type { CallFromExtension } from '../../pbx/call-from-extension';
import type { CallToExtension } from '../../pbx/call-to-extension';
import { Pbx, type PbxOptions, type RingWish } from '../../pbx/pbx';
import type { PbxCall } from '../../pbx/pbx-call';
import { clickOnNumber } from './card';
import { ExtensionBrowser } from './extension-browser';
import type { LaunchOptions } from './launch-browser';
import { StoryBed, TONE_HZ, useBed, VOICE_HZ } from './story-bed';
import type { Patience } from './waiting';

export { callStory, only, TONE_HZ, VOICE_HZ } from './story-bed';

/** The numbers of the PBX's targets, as they stand on pages. */
export const NUMBERS = {
  echo: '+49 30 23125 100',
  tone: '+49 30 23125 101',
  busy: '+44 20 7946 0102',
  declined: '+44 20 7946 0103',
  noanswer: '+1 212 555 0104',
  'early-manual': '+1 212 555 0105',
  menu: '+49 30 23125 106',
  'tone-600': '+49 30 23125 107',
  'hangup-300ms': '+49 30 23125 108',
} as const;

/** Who rings Alice, unless a story says otherwise. */
export const BOB = { user: '+493023125199', displayName: 'Bob' };

/** A browser with a registered phone, its PBX, and the point in a story where the worker may die. */
export class CallBed extends StoryBed {
  private constructor(
    browser: ExtensionBrowser,
    readonly pbx: Pbx,
  ) {
    super(browser);
  }

  static async open(options: LaunchOptions = {}, pbxOptions: PbxOptions = {}): Promise<CallBed> {
    const pbx = await Pbx.start({
      ...pbxOptions,
      users: { alice: { password: 'secret', displayName: 'Alice' } },
      numbers: Object.fromEntries(
        Object.entries(NUMBERS).map(([target, number]) => [number, target]),
      ),
    });
    const browser = await ExtensionBrowser.launch({
      ...(options.soundServer === undefined ? { fakeMicHz: VOICE_HZ } : {}),
      ...options,
    });
    const bed = new CallBed(browser, pbx);

    await bed.useAccount();

    return bed;
  }

  /** Sets the phone up as Alice of this PBX and waits until she is registered. */
  async useAccount(change: Partial<Account> = {}): Promise<void> {
    // A phone that was registered before looks as if it had the new account already.
    await this.browser.configure(null);
    await this.browser.untilSnapshot('the phone without an account', (now) => now.account === null);
    await this.browser.configure(aliceAccount({ servers: [this.pbx.url], ...change }));
    await this.browser.untilRegistered();
  }

  /** Changes what Alice chose, for the calls from now on. */
  async useSettings(change: Partial<Settings>): Promise<void> {
    await this.browser.control.store({ settings: { ...DEFAULT_SETTINGS, ...change } });
    // The worker hands settings over as it learns of them; asked for by us, they are there now.
    const { account } = await this.browser.control.stored();

    await this.browser.control.ask('phone', 'configure', {
      account,
      settings: { ...DEFAULT_SETTINGS, ...change },
    });
  }

  /** Opens a page with a target's number in a sentence and clicks on the number. */
  async clickNumber(target: keyof typeof NUMBERS): Promise<Page> {
    const page = await this.browser.openPage(
      `<!doctype html><html lang="de-DE"><title>Team</title><p>Call us: <span id="number">${NUMBERS[target]}</span>, any time.</p>`,
    );

    await clickWhenMarked(page, '#number');

    return page;
  }

  /** Dials what a user would type into the popup. */
  async dial(target: keyof typeof NUMBERS): Promise<void> {
    await this.dialTyped(NUMBERS[target]);
  }

  /** A call from Alice to a tone, with sound both ways. */
  async talk(patience?: Patience): Promise<{ bob: CallFromExtension; call: Call }> {
    await this.dial('tone');

    const bob = await this.pbx.nextCall();
    const call = await this.untilCall('the answer', ({ state }) => state === 'established');

    await this.untilBothHear(bob, patience);

    return { bob, call };
  }

  /** Resolves when Alice hears the other side's tone clearly, and the other side hers. */
  async untilBothHear({ audio }: PbxCall, patience?: Patience): Promise<void> {
    await this.browser.untilHeard(TONE_HZ, patience);
    await audio.untilTone(VOICE_HZ, patience);
  }

  /** Rings Alice's phone and waits until it rings here. */
  async ringAlice(wish: RingWish = {}): Promise<{ bob: CallToExtension; call: Call }> {
    const bob = await this.pbx.ring('alice', { from: BOB, ...wish });

    return { bob, call: await this.untilRings() };
  }

  override async close(): Promise<void> {
    await this.browser.close();
    await this.pbx.close();
  }
}

/** Clicks on a number in a page as a user does: the pointer comes, the card shows, the click follows. */
export async function clickWhenMarked(page: Page, selector: string): Promise<void> {
  // The page itself cannot see marks; the browser's own list of highlights can be counted.
  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
  await clickOnNumber(page, selector);
}

/** Opens a bed before the stories of a file and closes it after them. */
export function useCallBed(
  options: LaunchOptions = {},
  pbxOptions: PbxOptions = {},
): () => CallBed {
  return useBed(() => CallBed.open(options, pbxOptions));
}
