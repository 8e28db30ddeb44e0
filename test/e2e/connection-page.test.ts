import type { Page } from 'puppeteer';
import type { Account } from '../../src/account/account';
import { PRESETS } from '../../src/account/profile';
import { digestHash } from '../pbx/digest';
import { Pbx } from '../pbx/pbx';
import { aliceAccount } from '../support/accounts';
import { ExtensionBrowser } from './support/extension-browser';
import { RELAY_ADDRESS, SEEN_ADDRESS, TurnServer } from './support/turn-server';
import { until } from './support/waiting';

const PASSWORD = 'correct-horse-7431';
const WRONG_PASSWORD = 'battery-staple-2296';
/** What the embedded PBX says to a wrong password. */
const REFUSED = 'The server doesn’t let this account in';
const TURN_LOGIN = { user: 'alice', password: 'relay-secret-5518' };

/** Alice, her company's phone system, and its TURN server. */
interface Office {
  readonly browser: ExtensionBrowser;
  readonly pbx: Pbx;
  readonly turn: TurnServer;
  readonly account: Account;
}

let office: Office;

beforeAll(async () => {
  const pbx = await Pbx.start({ users: { alice: { password: PASSWORD, displayName: 'Alice' } } });
  const turn = await TurnServer.open(TURN_LOGIN);
  const account = aliceAccount({
    servers: [pbx.url],
    password: PASSWORD,
    iceServers: [
      { url: `stun:${turn.place}`, username: null, credential: null },
      {
        url: `turn:${turn.place}`,
        username: TURN_LOGIN.user,
        credential: TURN_LOGIN.password,
      },
    ],
    profile: { ...PRESETS.freepbx, echoTest: { by: 'call', target: 'echo' } },
  });

  office = { browser: await ExtensionBrowser.launch(), pbx, turn, account };
  await office.browser.configure(account, { country: 'US' });
  await office.browser.untilRegistered();
});

afterAll(async () => {
  await office.browser.close();
  await office.pbx.close();
  office.turn.close();
});

async function sees(page: Page, text: string, timeout = 15_000): Promise<void> {
  await page.waitForSelector(`::-p-text(${text})`, { timeout }).catch(async () => {
    throw new Error(
      `Nobody sees "${text}" in: ${await page.$eval('main', (main) => main.innerText)}`,
    );
  });
}

async function dial(target: string): Promise<void> {
  const reply = await office.browser.control.ask('phone', 'dial', { target });

  expect(reply.ok).toBe(true);
}

async function answerRinging(): Promise<void> {
  const { calls } = await office.browser.untilSnapshot('it to ring', (snapshot) =>
    snapshot.calls.some(({ state }) => state === 'ringing'),
  );
  const ringing = calls.find(({ state }) => state === 'ringing');

  await office.browser.control.ask('phone', 'command', {
    callId: ringing?.id,
    command: { type: 'answer' },
  });
  await office.browser.untilSnapshot('the call to be up', (snapshot) =>
    snapshot.calls.some(({ state }) => state === 'established'),
  );
}

async function untilQuiet(): Promise<void> {
  await office.browser.untilSnapshot('all calls to be over', ({ calls }) =>
    calls.every(({ state }) => state === 'terminated'),
  );
}

/** Presses "Copy report" and reads what was copied. */
async function copiedReport(page: Page): Promise<string> {
  await page.evaluate(() => {
    const { clipboard } = navigator;

    clipboard.writeText = (text: string) => {
      document.documentElement.dataset.copied = text;

      return Promise.resolve();
    };
  });
  await page.click('aria/Copy report');
  await sees(page, 'Copied.');

  return page.evaluate(() => document.documentElement.dataset.copied ?? '');
}

/** Everything that went over the wire and is nobody else's business, and what it was made from. */
function secretsOnTheWire(): readonly string[] {
  const parameters = office.pbx.messages.flatMap(({ text }) => [
    ...text.matchAll(/\b(?:nonce|cnonce|response|opaque|nextnonce)="([^"]+)"/g),
    ...text.matchAll(/^a=(?:ice-pwd|fingerprint|crypto):(.+?)\r?$/gm),
  ]);
  const [, realm = ''] = office.pbx.messages.flatMap(
    ({ text }) => /realm="([^"]+)"/.exec(text) ?? [],
  );

  expect(parameters.length).toBeGreaterThan(10);
  expect(realm).not.toBe('');

  return [
    ...parameters.map(([, value = '']) => value),
    ...[PASSWORD, WRONG_PASSWORD].flatMap((password) => [
      password,
      digestHash('MD5', `alice:${realm}:${password}`),
    ]),
    TURN_LOGIN.password,
    office.turn.nonce,
  ];
}

describe('the connection page', () => {
  let page: Page;

  beforeAll(async () => {
    page = await office.browser.openOwnPage('diagnostics.html');
  });

  it('says that calls can come in, since when, and how that came', async () => {
    await sees(page, 'Ready to receive calls');
    await sees(page, 'Registered since');
    await sees(page, 'calls can come in.');
  });

  it('is reached from the popup, where it is open already', async () => {
    const popup = await office.browser.openOwnPage('popup.html');

    await popup.click('aria/Connection and diagnostics');
    await until('the page to be in front', async () =>
      (await page.evaluate(() => document.visibilityState)) === 'visible' ? true : null,
    );
    await popup.close();
    await page.bringToFront();
  });

  it('shows how a call sounds while it is up, and its messages', async () => {
    const caller = await office.pbx.ring('alice', {
      from: { user: '+442079460321', displayName: 'Harbour Pine' },
    });

    await answerRinging();
    await sees(page, 'MOS');
    await sees(page, 'UDP (direct)');
    await sees(page, 'Harbour Pine is calling.');
    expect(
      await page.$$eval('.rung .rung-label', (labels) => labels.map((l) => l.textContent)),
    ).toEqual(expect.arrayContaining(['INVITE', '180 Ringing', '200 OK', 'ACK']));
    await caller.hangUp();
    await untilQuiet();
    await sees(page, 'Call with Harbour Pine ended');
  });

  it('tests everything, from the microphone to the echo', async () => {
    await page.click('aria/Start the test');
    await sees(page, 'Did you hear two notes?');
    await page.click('aria/Yes');
    await sees(page, 'All is well.', 60_000);

    const steps = await page.$$eval('.test-step', (found) =>
      found.map(({ textContent }) => textContent),
    );

    expect(steps).toHaveLength(7);
    for (const step of steps) {
      expect(step).toMatch(/Fine[\d.]+ m?s/);
    }
    expect(steps[4]).toContain(SEEN_ADDRESS);
    expect(steps[5]).toContain(RELAY_ADDRESS);
    expect(steps[6]).toContain('Your voice came back.');
    await untilQuiet();
  });

  it('stops its test for a call', async () => {
    await page.click('aria/Test again');
    await sees(page, 'Did you hear two notes?');

    const caller = await office.pbx.ring('alice');

    await sees(page, 'Stopped, because a call began.');
    caller.cancel();
    await untilQuiet();
  });

  it('copies a report without a secret, after all that goes wrong', async () => {
    const { browser, account } = office;

    await dial('sip:tone');
    await browser.untilSnapshot('the call to be up', ({ calls }) =>
      calls.some(({ state }) => state === 'established'),
    );
    await sees(page, 'MOS');

    const inCall = await copiedReport(page);
    const [call] = office.pbx.calls.slice(-1);

    await call?.hangUp();
    await untilQuiet();
    await browser.configure({ ...account, password: WRONG_PASSWORD }, { country: 'US' });
    await sees(page, REFUSED);
    await browser.configure({ ...account, iceServers: [] }, { country: 'US' });
    await sees(page, 'Ready to receive calls');

    const afterwards = await copiedReport(page);

    await page.click('aria/Hide numbers and names');

    const unmasked = await copiedReport(page);

    for (const report of [inCall, afterwards, unmasked]) {
      expect(report).toContain('INVITE sip:');
      expect(report).toContain('Digest');
      for (const secret of secretsOnTheWire()) {
        expect(report).not.toContain(secret);
      }
    }
    expect(afterwards).toContain(REFUSED);
    expect(afterwards).not.toMatch(/Harbour|2079460321/);
    expect(unmasked).toContain('Harbour Pine (+442079460321)');
  });

  it('remembers what happened when the phone’s document ends', async () => {
    const { browser } = office;

    await until('the log to be kept', async () => {
      const reply = await browser.control.ask('worker', 'keptLog');

      return reply.ok && JSON.stringify(reply.value).includes('forbidden') ? true : null;
    });
    await (await browser.offscreen()).close();
    await browser.control.ask('worker', 'ensurePhone');
    await browser.untilRegistered();
    await sees(page, 'The phone started.');
    await sees(page, `Not registered. ${REFUSED}`);
  });
});
