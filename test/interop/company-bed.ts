import type { Account } from '../../src/account/account';
import type { Settings } from '../../src/account/settings';
import type { Call } from '../../src/call/call';
import { ExtensionBrowser } from '../e2e/support/extension-browser';
import { StoryBed, TONE_HZ, useBed, VOICE_HZ } from '../e2e/support/story-bed';
import type { ToneMeasure } from '../pbx/tone-analysis';
import { aliceAccount } from '../support/accounts';
import type { Baresip } from './bed/baresip';
import { InteropBed, type PhoneOptions, type User } from './bed/interop-bed';
import { until } from './bed/waiting';

/** How the extension reaches the server. */
export type Transport = 'ws' | 'wss';

/** What SIP's own timers never come to (RFC 3261 §17: 32 s), and the shortest session does. */
const LONG_WAIT_MS = 40_000;

/** Alice with the extension, in a company whose server, relay and desk phones are real programs. */
export class CompanyBed extends StoryBed {
  readonly #phones: Baresip[] = [];

  private constructor(
    browser: ExtensionBrowser,
    readonly company: InteropBed,
  ) {
    super(browser);
  }

  /** Opens it without an account. */
  static async open(): Promise<CompanyBed> {
    const company = await InteropBed.start();

    try {
      const browser = await ExtensionBrowser.launch({
        fakeMicHz: VOICE_HZ,
        args: company.chromiumArgs,
      });

      return new CompanyBed(browser, company);
    } catch (error) {
      await company.stop();
      throw error;
    }
  }

  /** Alice's account with the company. */
  account(transport: Transport = 'ws', change: Partial<Account> = {}): Account {
    const { users, wsUrl, wssUrl } = this.company;

    return aliceAccount({
      address: users.alice.address,
      password: users.alice.password,
      servers: [transport === 'ws' ? wsUrl : wssUrl],
      ...change,
    });
  }

  /** Sets the extension up as Alice and waits until she is registered. */
  async useAccount(account = this.account(), settings: Partial<Settings> = {}): Promise<void> {
    // A phone that was registered before looks as if it had the new account already.
    await this.leave();
    await this.browser.configure(account, settings);
    await this.browser.untilRegistered();
  }

  /** Takes the account away from the extension and waits until the phone knows. */
  async leave(): Promise<void> {
    await this.browser.configure(null);
    await this.browser.untilSnapshot('the phone without an account', (now) => now.account === null);
  }

  /** Gives somebody a desk phone for as long as the bed is open, or until it is switched off. */
  async deskPhone(user: User, options: PhoneOptions = {}): Promise<Baresip> {
    const phone = await this.company.baresip(user, { toneHz: TONE_HZ, ...options });

    this.#phones.push(phone);

    return phone;
  }

  /** Takes a desk phone out of service: it says goodbye to the server. */
  async switchOff(phone: Baresip): Promise<void> {
    this.#phones.splice(this.#phones.indexOf(phone), 1);
    await phone.quit();
  }

  /** Alice's call to a user of the company. */
  async dial(user: string): Promise<void> {
    await this.dialTyped(`sip:${user}@${this.company.domain}`);
  }

  /** A call from Alice to a phone that answers by itself, with sound both ways. */
  async talkTo(phone: Baresip): Promise<Call> {
    await this.dial(phone.user);
    await phone.untilTalks();

    const call = await this.untilCall('the answer', ({ state }) => state === 'established');

    await this.untilBothHear(phone);

    return call;
  }

  /** Resolves when Alice hears the phone's tone clearly, and the phone hers. */
  async untilBothHear(phone: Baresip): Promise<void> {
    await Promise.all([this.browser.untilHeard(TONE_HZ), untilHears(phone, VOICE_HZ)]);
  }

  /** Resolves when neither hears the other. */
  async untilNeitherHears(phone: Baresip): Promise<void> {
    await Promise.all([this.browser.untilSilent(), phone.untilHearsNothing()]);
  }

  /** Lets what the phone waits for longest pass so many times as fast; 1 is the time of the world. */
  async hurryLongWaits(times: number): Promise<void> {
    const phone = await this.browser.offscreen();

    await phone.evaluate(
      (longMs, factor) => {
        const own: typeof window & { trueTimeout?: typeof window.setTimeout } = window;
        const trueTimeout = (own.trueTimeout ??= window.setTimeout.bind(window));
        const hurried = (run: () => void, delayMs = 0): number =>
          trueTimeout(run, delayMs < longMs ? delayMs : delayMs / factor);

        Object.assign(window, { setTimeout: hurried });
      },
      LONG_WAIT_MS,
      times,
    );
  }

  override async tidyUp(): Promise<void> {
    await super.tidyUp();
    await Promise.all(this.#phones.map((phone) => phone.startOver()));
  }

  override async close(): Promise<void> {
    await this.browser.close();
    await this.company.stop();
  }
}

/** A company in which Alice is registered, and what else its stories want; as `useBed` opens it. */
export function useCompany(
  prepare: (bed: CompanyBed) => Promise<void> = () => Promise.resolve(),
): () => CompanyBed {
  return useBed(async () => {
    const bed = await CompanyBed.open();

    await prepare(bed);
    await bed.useAccount();

    return bed;
  });
}

/**
 * Resolves when a desk phone hears that tone clearly: within 2 %, 20 dB above everything else. Each
 * look is at sound that came after the one before, so that an old tone proves nothing.
 */
export async function untilHears(phone: Baresip, hz: number): Promise<ToneMeasure> {
  let last: ToneMeasure | null = null;

  try {
    return await until(`${phone.user} hears ${String(hz)} Hz`, async () => {
      last = await phone.listen(600);

      return Math.abs(last.peakHz - hz) < 0.02 * hz && last.snrDb > 20 ? last : null;
    });
  } catch (error) {
    throw new Error(`Heard ${JSON.stringify(last)}`, { cause: error });
  }
}
