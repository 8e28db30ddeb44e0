import { DEFAULT_DIAL_RULES, type DialRules } from '../../src/account/dial-rules';
import { DEFAULT_SETTINGS, type Settings } from '../../src/account/settings';
import { aliceAccount } from '../support/accounts';
import { clickWhenMarked, NUMBERS, useCallBed } from './support/call-story';

const open = useCallBed();

afterEach(async () => {
  await useSettings({});
});

async function useSettings(change: Partial<Settings>): Promise<void> {
  const { browser, pbx } = open();
  const configuration = {
    account: aliceAccount({ servers: [pbx.url] }),
    settings: { ...DEFAULT_SETTINGS, ...change },
  };

  await browser.control.store(configuration);
  // The worker hands on what is stored, too; after this the phone has it for certain.
  await browser.control.ask('phone', 'configure', configuration);
}

const germanOffice: DialRules = { ...DEFAULT_DIAL_RULES, form: 'national', outsidePrefix: '0' };

/** The one user part that was called. */
async function called(): Promise<string> {
  return (await open().pbx.nextCall()).invite.ruri?.user ?? '';
}

it('dials as the phone system wants it, and logs whom the user meant', async () => {
  const bed = open();

  await useSettings({ country: 'DE', dialRules: germanOffice });
  await bed.dialTyped('+44 20 7946 0102');
  expect(await called()).toBe('000442079460102');

  const ended = await bed.untilEnded();
  const logged = await bed.untilLogged(ended.id);

  expect(logged.remote.uri).toMatch(/^sip:\+442079460102@/);

  // Called again from the log, the rules apply to what was meant, and so once.
  await bed.browser.control.ask('phone', 'redial', { uri: logged.remote.uri });
  expect(await called()).toBe('000442079460102');
  await bed.untilEnded();
});

it('dials a number on a page by the same rules', async () => {
  const bed = open();

  await useSettings({ country: 'DE', dialRules: germanOffice });

  const page = await bed.browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Team</title><span id="number">${NUMBERS.tone}</span>`,
  );

  await clickWhenMarked(page, '#number');
  expect(await called()).toBe('003023125101');
});

it('leaves an extension as it is', async () => {
  const bed = open();

  await useSettings({ country: 'DE', dialRules: germanOffice });
  await bed.dialTyped('204');

  expect(await called()).toBe('204');
});
