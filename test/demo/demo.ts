/**
 * The demo: a PBX, a browser with the extension and an account in it, and a page full of phone
 * numbers. With a screen it is the visitor's; without one, or with --headless, it plays a tour by
 * itself and ends with 0 only if every step of it worked.
 */
import { join, relative } from 'node:path';
import type { Account } from '../../src/account/account';
import { DEFAULT_PROFILE } from '../../src/account/profile';
import { build } from '../../build.mjs';
import { ExtensionBrowser } from '../e2e/support/extension-browser';
import { Pbx } from '../pbx/pbx';
import { TONE_HZ } from '../pbx/targets';
import { ensureBrowser } from '../support/find-browser.mjs';
import { DIALLED, MAILBOX, TEAM } from './directory';
import { directoryPage } from './directory-page';
import { Steps } from './steps';
import { playTour, VOICE_HZ } from './tour';

const SCREENSHOTS = join(import.meta.dirname, '../../demo-output');
const PASSWORD = 'harbour-and-pine';

function hasScreen(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env.DISPLAY) ||
    Boolean(process.env.WAYLAND_DISPLAY)
  );
}

function accountAt(pbx: Pbx): Account {
  return {
    displayName: 'Harbour & Pine visitor',
    address: `sip:visitor@${pbx.domain}`,
    password: PASSWORD,
    servers: [pbx.url],
    loginName: null,
    outboundProxy: null,
    iceServers: [],
    expiresS: 600,
    dtmfMethod: 'rfc4733',
    dtmfPace: { toneMs: 100, gapMs: 50 },
    profile: { ...DEFAULT_PROFILE, voicemail: { by: 'call', target: MAILBOX } },
  };
}

async function main(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasScreen();
  const steps = new Steps(SCREENSHOTS);

  await steps.step('The extension is built', () => build());
  await steps.step('There is a browser', async () => Promise.resolve(ensureBrowser()));

  const pbx = await steps.step('The phone system is up', () =>
    Pbx.start({
      users: { visitor: { password: PASSWORD } },
      numbers: { ...DIALLED, [MAILBOX]: 'menu' },
    }),
  );

  try {
    await show(pbx, headless, steps);
  } finally {
    await pbx.close();
  }
}

/** What the visitor's colleagues do when the demo begins, and what waits in the mailbox. */
function openOffice({ desks, notifier }: Pbx): void {
  desks.ring('205', { user: 'bank', displayName: 'The bank' }, TONE_HZ).moveTo('answered');
  notifier.setMood('206', { isOpen: false, note: 'Out in the yard', activity: 'away' });
  notifier.setMailbox('visitor', { newMessages: 2, oldMessages: 1 });
}

async function show(pbx: Pbx, headless: boolean, steps: Steps): Promise<void> {
  const browser = await steps.step('The browser is open, with Offhook in it', () =>
    ExtensionBrowser.launch({
      headless,
      fakeMicHz: headless ? VOICE_HZ : null,
      args: ['--window-size=1180,1000'],
    }),
  );
  const stop = () => void browser.close();

  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await steps.step('The account is set up and registered', async () => {
      openOffice(pbx);
      await browser.configure(accountAt(pbx), { team: TEAM });
      await browser.untilRegistered();
    });

    const [blank] = await browser.browser.pages();
    const directory = await browser.openPage(directoryPage());

    await blank?.close();

    if (headless) {
      await playTour({ browser, pbx, directory, steps });
      console.log(`\nEvery step worked. Screenshots: ${relative(process.cwd(), SCREENSHOTS)}/`);
    } else {
      console.log(`\nThe directory is at ${directory.url()}: click a number.`);
      console.log('Close the browser, or press Ctrl-C here, to end.');
      await browser.untilClosed();
    }
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
