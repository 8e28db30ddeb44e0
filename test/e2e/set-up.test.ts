import type { Page } from 'puppeteer';
import { Pbx } from '../pbx/pbx';
import { aliceAccount } from '../support/accounts';
import { ExtensionBrowser } from './support/extension-browser';
import { until } from './support/waiting';

/** A user who has just installed Offhook, and the PBX of her company. */
interface NewUser {
  readonly browser: ExtensionBrowser;
  readonly pbx: Pbx;
}

async function newUser(): Promise<NewUser> {
  return {
    pbx: await Pbx.start({ users: { alice: { password: 'secret', displayName: 'Alice' } } }),
    browser: await ExtensionBrowser.launch({ keepWelcome: true }),
  };
}

async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await page.locator(`aria/${label}[role="textbox"]`).fill(text);
  }
}

async function sees(page: Page, text: string): Promise<void> {
  await page.waitForSelector(`::-p-text(${text})`);
}

describe('the first minutes with Offhook', () => {
  let user: NewUser;

  beforeAll(async () => {
    user = await newUser();
  });
  afterAll(async () => {
    await user.browser.close();
    await user.pbx.close();
  });

  it('begin on the welcome page: microphone, account, ready', async () => {
    const { browser, pbx } = user;
    const welcome = await browser.ownPage('welcome.html');

    await sees(welcome, 'Welcome to Offhook');
    await welcome.waitForSelector('[role="meter"]');
    await fillIn(welcome, {
      'SIP address': 'alice@pbx.test',
      Password: 'secret',
      Server: pbx.url,
    });
    await welcome.locator('aria/Test and save').click();
    await sees(welcome, 'You’re ready. Click any phone number.');
    await browser.untilRegistered();
    await pbx.untilRegistered('alice');
  });

  it('go on with a popup that is ready', async () => {
    const popup = await user.browser.openOwnPage('popup.html');

    await sees(popup, 'Ready to receive calls');
  });
});

describe('an account that does not work', () => {
  let user: NewUser;
  let options: Page;

  beforeAll(async () => {
    user = await newUser();
    options = await user.browser.openOwnPage('options.html');
  });
  afterAll(async () => {
    await user.browser.close();
    await user.pbx.close();
  });

  it.each([
    ['a wrong password', { Password: 'wrong' }, /^(Wrong password|The server doesn’t let)/],
    ['an unknown address', { 'SIP address': 'nobody@pbx.test' }, /^The server doesn’t know this/],
    ['a server that is not there', { Server: 'ws://127.0.0.1:1' }, /^No connection to the server/],
  ])('says what is wrong with %s, and saves nothing', async (_, wrong, said) => {
    await fillIn(options, {
      'SIP address': 'alice@pbx.test',
      Password: 'secret',
      Server: user.pbx.url,
      ...wrong,
    });
    await options.locator('aria/Test and save').click();

    const title = await until('what went wrong', async () => {
      const shown = await options.$$eval('.account-result .notice-title', (found) =>
        found.map(({ textContent }) => textContent),
      );

      return shown[0] ?? null;
    });

    expect(title).toMatch(said);
    expect((await user.browser.control.stored()).account).toBeUndefined();
    expect(await options.$eval('input[type="password"]', ({ value }) => value)).toBe(
      'Password' in wrong ? wrong.Password : 'secret',
    );
  });

  it('shows errors beside their fields and sends nothing', async () => {
    const before = user.pbx.messages.length;

    await fillIn(options, { 'SIP address': 'alice', Server: 'ws://pbx.example.com' });
    await options.locator('aria/Test and save').click();
    await sees(options, 'This isn’t a SIP address. It looks like alice@example.com.');
    await sees(options, 'ws:// isn’t encrypted: others could read along. Use wss://.');

    expect(user.pbx.messages).toHaveLength(before);
  });
});

describe('a phone without a microphone', () => {
  it('says so where it is looked at, and how to mend it', async () => {
    const browser = await ExtensionBrowser.launch({ permission: 'denied' });

    try {
      await browser.configure(aliceAccount());

      const popup = await browser.openOwnPage('popup.html');

      await sees(popup, 'The microphone is blocked');
    } finally {
      await browser.close();
    }
  });
});
