/**
 * Makes docs/screenshots/: every screen, in light and dark. The main ones are photographed in the
 * real extension, in a real browser, with a real call on the embedded PBX; the other states in a
 * plain page that shows the same components.
 *
 *   npm run screenshots
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { build } from '../../build.mjs';
import type { Account } from '../../src/account/account';
import { DEFAULT_PROFILE } from '../../src/account/profile';
import { directoryPage } from '../demo/directory-page';
import { DIALLED, DIRECTORY } from '../demo/directory';
import { Pbx } from '../pbx/pbx';
import { HISTORY, NOW_MS } from '../support/ui-preview/phone-states';
import { shoot } from '../support/ui-preview/shoot.mjs';
import { untilCallable } from './support/card';
import { ExtensionBrowser } from './support/extension-browser';
import { drawIcons, drawOverview } from './support/drawn-screenshots';
import { Photographer } from './support/photographer';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
/** Where they are made: a run that fails leaves the last good ones alone. */
const MADE = mkdtempSync(join(tmpdir(), 'offhook-screenshots-'));

/** What the preview shows, and the file it goes to. */
const PREVIEWED: Readonly<Record<string, string>> = {
  'first-day': 'popup-first-day',
  dialling: 'popup-dial-pad',
  refused: 'popup-not-a-number',
  team: 'popup-team',
  'transfer-team': 'popup-transfer-team',
  'page-numbers': 'popup-page-numbers',
  'page-site': 'popup-page-site',
  'page-none': 'popup-page-without-numbers',
  connecting: 'popup-connecting',
  'at-backup-server': 'popup-at-backup-server',
  'too-many-phones': 'popup-too-many-phones',
  'connection-lost-in-call': 'popup-connection-lost-in-call',
  'cut-off': 'popup-server-gone-in-a-call',
  'cut-off-silent': 'popup-network-gone-in-a-call',
  'cut-off-held': 'popup-server-gone-on-hold',
  'cut-off-incoming': 'popup-server-gone-ringing',
  'waiting-for-server': 'popup-waiting-for-server',
  'lost-ours': 'popup-not-heard',
  'lost-asks': 'popup-nobody-heard',
  'update-ready': 'popup-update-ready',
  'no-account': 'popup-no-account',
  'wrong-password': 'popup-wrong-password',
  'no-connection': 'popup-not-registered',
  'microphone-missing': 'popup-microphone-not-asked',
  'microphone-denied': 'popup-microphone-blocked',
  calling: 'popup-calling',
  ringing: 'popup-ringing-out',
  muted: 'popup-muted',
  held: 'popup-held',
  'held-by-remote': 'popup-held-by-them',
  unplugged: 'popup-headset-unplugged',
  'device-blocked': 'popup-blocked-in-a-call',
  'device-missing': 'popup-without-microphone',
  keypad: 'popup-keypad',
  'call-waiting': 'popup-call-waiting',
  'several-calls': 'popup-several-calls',
  merge: 'popup-merge',
  conference: 'popup-conference',
  'conference-held': 'popup-conference-held',
  'conference-and-call': 'popup-conference-and-call',
  recording: 'popup-recording',
  transfer: 'popup-transfer',
  transferring: 'popup-transferring',
  'transfer-failed': 'popup-transfer-failed',
  consult: 'popup-ask-first',
  'ended-transferred': 'popup-ended-transferred',
  more: 'popup-more',
  'add-call': 'popup-add-call',
  'incoming-more': 'popup-incoming-more',
  'incoming-forward': 'popup-incoming-forward',
  'incoming-reply': 'popup-incoming-reply',
  'incoming-silenced': 'popup-incoming-silenced',
  'reply-refused': 'popup-reply-refused',
  'more-ringcentral': 'popup-more-phone-system',
  'park-failed': 'popup-park-failed',
  'parked-in-a-call': 'popup-parked',
  'listen-in': 'popup-listen-in',
  'ended-busy': 'popup-ended-busy',
  'ended-moved': 'popup-ended-moved',
  referred: 'popup-referred',
  'replacement-asked': 'popup-replacement-asked',
  'message-received': 'popup-message-received',
  'ended-missed': 'popup-ended-missed',
  'coming-back': 'popup-coming-back',
  'ended-lost': 'popup-ended-lost',
  'options-advanced': 'options-advanced',
  'options-errors': 'options-errors',
  'options-wrong-password': 'options-test-failed',
  'options-no-connection': 'options-no-connection',
  'options-found-out-why': 'options-found-out-why',
  'options-dialling': 'options-dialling',
  'options-features': 'options-features',
  'options-calls': 'options-calls',
  'options-reach': 'options-reach',
  'options-pages': 'options-pages',
  'options-recordings': 'options-recordings',
  'options-team': 'options-team',
  'options-sound': 'options-sound',
  'options-saved': 'options-saved',
  connection: 'connection',
  'connection-trouble': 'connection-trouble',
  'connection-test': 'connection-self-test',
  'connection-tested': 'connection-self-test-done',
  'connection-ladder': 'connection-sip-messages',
  'connection-report': 'connection-report',
  welcome: 'welcome-first',
  'welcome-denied': 'welcome-microphone-blocked',
  'welcome-ready': 'welcome-ready',
};

/** As Chrome sizes a popup: by what is in it, within limits. */
const POPUP = { width: 360, height: 480, highest: 600, scale: 2 };
const FORM = { width: 720, height: 640, highest: Infinity, scale: 1 };
const PAGE = { width: 1000, height: 640, scale: 1 };
/** Calls shown have been up for this long. */
const TALKED_MS = 127_000;

function accountAt(pbx: Pbx): Account {
  return {
    displayName: 'Alice',
    address: `sip:alice@${pbx.domain}`,
    password: 'secret',
    servers: [pbx.url],
    loginName: null,
    outboundProxy: null,
    iceServers: [],
    expiresS: 600,
    dtmfMethod: 'rfc4733',
    dtmfPace: { toneMs: 100, gapMs: 50 },
    profile: DEFAULT_PROFILE,
  };
}

/** From the first page that a user sees to a call. */
async function photographReality(browser: ExtensionBrowser, pbx: Pbx): Promise<void> {
  const photographer = new Photographer(MADE);
  const welcome = await browser.ownPage('welcome.html');

  await welcome.waitForSelector('[role="meter"]');
  await photographer.shoot(welcome, 'welcome-microphone', FORM);
  await welcome.close();

  await browser.configure(accountAt(pbx), { country: 'US' });
  await browser.untilRegistered();
  await browser.control.store({ history: HISTORY, missedSeenAtMs: NOW_MS - 3_600_000 });

  const popup = await browser.browser.newPage();

  await photographer.setClock(popup, NOW_MS);
  await popup.goto(`${browser.origin}/popup.html`);
  await popup.waitForSelector('::-p-text(Ready to receive calls)');
  await photographer.shoot(popup, 'popup-idle', POPUP);

  await photographCard(browser, photographer);
  await photographCall(browser, pbx, popup, photographer);
  await photographOptions(browser, pbx, photographer);
}

async function photographCard(browser: ExtensionBrowser, photographer: Photographer) {
  const page = await browser.openPage(directoryPage());

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
  await photographer.shoot(page, 'page-card', {
    ...PAGE,
    before: async () => {
      await page.mouse.move(0, 0);
      await page.waitForSelector(':popover-open', { hidden: true });
      await page.hover('#echo');
      await untilCallable(page);
    },
  });
  await page.close();
}

async function photographCall(
  browser: ExtensionBrowser,
  pbx: Pbx,
  popup: Page,
  photographer: Photographer,
): Promise<void> {
  const caller = await pbx.ring('alice', {
    from: { user: DIRECTORY.echo.e164, displayName: 'Harbour & Pine' },
  });

  await popup.bringToFront();
  await popup.waitForSelector('aria/Answer');
  await photographer.shoot(popup, 'popup-incoming', POPUP);

  const [ringing] = (await browser.snapshot()).calls;

  // The button would not do: while the page's clock stands still, it takes every click for too early.
  await browser.control.ask('phone', 'command', {
    callId: ringing?.id,
    command: { type: 'answer' },
  });

  const { calls } = await browser.untilSnapshot('the call to be up', (snapshot) =>
    snapshot.calls.some(({ state }) => state === 'established'),
  );

  await photographer.setClock(popup, (calls[0]?.establishedAtMs ?? 0) + TALKED_MS);
  await popup.reload();
  await popup.waitForSelector('::-p-text(2:07)');
  await photographer.shoot(popup, 'popup-in-call', POPUP);
  await popup.click('aria/Hang up');
  await caller.until('ended');
  await popup.close();
}

async function photographOptions(browser: ExtensionBrowser, pbx: Pbx, photographer: Photographer) {
  // As at a company; the one before is on a port that is another each time.
  await browser.configure(
    { ...accountAt(pbx), servers: ['wss://pbx.example.com:8089/ws'] },
    { country: 'US' },
  );

  const options = await browser.openOwnPage('options.html');

  await options.waitForSelector('.account-form input');
  await photographer.shoot(options, 'options', FORM);
}

async function main(): Promise<void> {
  await build();

  const pbx = await Pbx.start({
    users: { alice: { password: 'secret', displayName: 'Alice' } },
    numbers: DIALLED,
    domain: 'example.com',
  });

  try {
    const browser = await ExtensionBrowser.launch({
      keepWelcome: true,
      args: ['--window-size=1180,1000'],
    });

    try {
      await photographReality(browser, pbx);
      await drawIcons(browser.browser, MADE);
      await drawOverview(browser.browser, MADE);
    } finally {
      await browser.close();
    }
  } finally {
    await pbx.close();
  }

  const problems = await shoot({
    outdir: MADE,
    names: PREVIEWED,
    popupScale: 2,
    isPopupCut: true,
    pageWidth: FORM.width,
    longestPage: 1500,
  });

  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync(MADE, FOLDER, { recursive: true });
}

try {
  await main();
} finally {
  rmSync(MADE, { recursive: true, force: true });
}
