import type { Page } from 'puppeteer';
import type { Account } from '../../src/account/account';
import { formOf } from '../../src/account/account-form';
import { ExtensionBrowser } from '../e2e/support/extension-browser';
import { useBed } from '../e2e/support/story-bed';
import { until } from './bed/waiting';
import { CompanyBed } from './company-bed';

const open = useBed(() => CompanyBed.open());

beforeEach(async () => {
  await open().leave();
  await open().company.untilRegistered('alice', false);
});

it.each(['ws', 'wss'] as const)('Alice registers over %s', async (transport) => {
  const bed = open();

  await bed.useAccount(bed.account(transport));

  expect(await bed.company.contactsOf('alice')).toHaveLength(1);
  expect(lastRegister(bed)?.transport).toBe(transport);
  await bed.browser.untilBadge('a phone that is ready', ({ title }) => title.includes('ready'));
});

it('Alice registers anew after a change of transport, and has one phone still', async () => {
  const bed = open();

  await bed.useAccount(bed.account('ws'));
  await bed.browser.configure(bed.account('wss'));
  await until('the registration over wss only', async () => {
    const contacts = await bed.company.contactsOf('alice');

    return contacts.length === 1 && lastRegister(bed)?.transport === 'wss' ? true : null;
  });
});

describe('On the settings page', () => {
  it('the right password works, and is saved', async () => {
    const bed = open();
    const page = await fillIn(bed.browser, bed.account('wss'));

    await page.waitForSelector('::-p-text(It works.)');
    await bed.browser.untilRegistered();

    expect((await bed.browser.control.stored()).account).toEqual(bed.account('wss'));
    expect(await bed.company.contactsOf('alice')).toHaveLength(1);
  });

  it('a wrong password is called that, and nothing is saved', async () => {
    const bed = open();
    const page = await fillIn(bed.browser, bed.account('ws', { password: 'not-mine' }));

    await page.waitForSelector('::-p-text(Wrong password.)');
    await page.waitForSelector('::-p-text(Your account was not saved.)');

    expect((await bed.browser.control.stored()).account).toBeNull();
    expect(await bed.company.contactsOf('alice')).toEqual([]);
  });

  it.each([
    ['forbid', 'The server doesn’t let this account in.'],
    ['nosuch', 'The server doesn’t know this account.'],
    ['unavail', 'The server has a problem.'],
  ])('a server that refuses %s says: %s', async (user, words) => {
    const bed = open();
    const page = await fillIn(
      bed.browser,
      bed.account('ws', { address: `sip:${user}@${bed.company.domain}` }),
    );

    await page.waitForSelector(`::-p-text(${words})`);

    expect((await bed.browser.control.stored()).account).toBeNull();
  });

  it('a server whose certificate nobody vouches for gets no connection, and the page says so', async () => {
    const bed = open();
    // Without the flag by which the browser of the other stories accepts this one certificate.
    const strict = await ExtensionBrowser.launch();

    try {
      const page = await fillIn(strict, bed.account('wss'));

      // Chrome tells no extension why a WebSocket failed.
      await page.waitForSelector('::-p-text(No connection to the server.)');
      await page.waitForSelector('::-p-text(Your account was not saved.)');

      expect((await strict.control.stored()).account ?? null).toBeNull();
      expect(await bed.company.contactsOf('alice')).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

describe('The server knows the phone no more', () => {
  it('when the account is taken away', async () => {
    const bed = open();

    await bed.useAccount();
    await bed.leave();
    await bed.company.untilRegistered('alice', false);
  });

  it('when its document is closed, and is back with the next', async () => {
    const bed = open();

    await bed.useAccount();

    const worker = await bed.browser.worker();
    const registers = registersOf(bed).length;

    await worker.evaluate(() => chrome.offscreen.closeDocument());
    await until('the goodbye', () => (registersOf(bed).length > registers ? true : null));
    await bed.company.untilRegistered('alice', false);
    await bed.browser.control.ask('worker', 'ensurePhone');
    await bed.company.untilRegistered('alice');
  });

  // Nothing is sent any more by then: the server sees the connection close.
  it('when the browser quits', async () => {
    const bed = open();
    const another = await ExtensionBrowser.launch({ args: bed.company.chromiumArgs });

    await another.configure(bed.account());
    await another.untilRegistered();
    expect(await bed.company.contactsOf('alice')).toHaveLength(1);
    await another.close();
    await bed.company.untilRegistered('alice', false);
  });
});

/** Fills the account form of the settings page in and presses its button, as a user does. */
async function fillIn(browser: ExtensionBrowser, account: Account): Promise<Page> {
  const page = await browser.openOwnPage('options.html');
  const form = formOf(account);

  for (const field of ['displayName', 'address', 'password', 'server'] as const) {
    await page.locator(`input[name="${field}"]`).fill(form[field]);
  }
  await page.locator('aria/Test and save').click();

  return page;
}

function lastRegister(bed: CompanyBed) {
  return registersOf(bed).at(-1);
}

function registersOf(bed: CompanyBed) {
  return bed.company.requests().filter(({ method, to }) => method === 'REGISTER' && to === 'alice');
}
