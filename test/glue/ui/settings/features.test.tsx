/** @jest-environment jsdom */
import type { Account } from '../../../../src/account/account';
import { PRESETS, type Profile } from '../../../../src/account/profile';
import { DEFAULT_SETTINGS } from '../../../../src/account/settings';
import { OptionsView } from '../../../../extension/ui/settings/options-view';
import { Screen } from '../../../support/screen';
import { ACCOUNT, reachActions, recordingActions } from '../../../support/ui-preview/page-states';

let screen: Screen;
let saved: Account[];

beforeEach(() => {
  screen = new Screen();
  saved = [];
});

afterEach(async () => {
  await screen.leave();
});

async function show(profile: Profile | null): Promise<void> {
  await screen.show(
    <OptionsView
      account={profile && { ...ACCOUNT, profile }}
      settings={DEFAULT_SETTINGS}
      actions={{
        account: {
          test: () => Promise.resolve(null),
          save: (account) => {
            saved.push(account);

            return Promise.resolve();
          },
          findOutWhy: () => Promise.resolve(null),
        },
        sound: {
          list: () => Promise.resolve([]),
          watch: () => () => undefined,
          playTest: () => Promise.resolve(),
        },
        recordings: recordingActions([]),
        reach: reachActions(),
        openConnection: () => Promise.resolve(),
        changeSettings: () => Promise.resolve(),
      }}
    />,
  );
}

function feature(name: string): HTMLFieldSetElement {
  const found = [...document.querySelectorAll<HTMLFieldSetElement>('fieldset.feature')].find(
    (field) => field.querySelector('legend')?.textContent === name,
  );

  if (found === undefined) {
    throw new Error(`there is no feature ${name}`);
  }

  return found;
}

async function choose(name: string, by: string): Promise<void> {
  await screen.do(() => {
    const select = feature(name).querySelector('select');

    if (select !== null) {
      select.value = by;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

async function type(name: string, code: string): Promise<void> {
  await screen.do(() => {
    const input = feature(name).querySelector('input');

    if (input !== null) {
      input.value = code;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
}

const error = (name: string) => feature(name).querySelector('.field-error')?.textContent;
const profileSaved = () => saved.at(-1)?.profile;

test('the codes of the phone system are there to be seen', async () => {
  await show(PRESETS.freepbx);

  expect(feature('Park').querySelector('input')?.value).toBe('70');
  expect(feature('Whisper').querySelector('select')?.selectedOptions[0]?.textContent).toBe(
    'Not available',
  );
});

test('a code is saved as it is typed, with the rest of the account as it was', async () => {
  await show(PRESETS.freepbx);
  await type('Park', '71');

  expect(saved).toEqual([
    { ...ACCOUNT, profile: { ...PRESETS.freepbx, park: { by: 'transfer', target: '71' } } },
  ]);
});

test('two changes both count, however late the storage is', async () => {
  await show(PRESETS.freepbx);
  await type('Park', '71');
  await type('Listen to messages', '*98');

  expect(profileSaved()).toMatchObject({ park: { target: '71' }, voicemail: { target: '*98' } });
});

test.each(['7@0', '7 0', ''])('%j is no code and is not saved', async (code) => {
  await show(PRESETS.freepbx);
  await type('Park', code);

  expect(error('Park')).not.toBe('');
  expect(saved).toEqual([]);
});

test('another way asks for its own code before anything is saved', async () => {
  await show(PRESETS.freepbx);
  await choose('Park', 'dtmf');
  expect(error('Park')).toBe('Type the number or code.');
  expect(saved).toEqual([]);

  await type('Park', '#72');
  expect(profileSaved()?.park).toEqual({ by: 'dtmf', digits: '#72' });
});

test('a feature can be taken out, and put in', async () => {
  await show(PRESETS.freepbx);
  await choose('Park', '');
  expect(profileSaved()?.park).toBeNull();

  await choose('Move to another phone of mine', 'ringcentral');
  expect(profileSaved()?.flip).toEqual({ by: 'ringcentral' });
});

test('all goes back to the usual codes, and says when there is nothing to go back from', async () => {
  await show({ ...PRESETS.asterisk, park: null, trustsIdentity: false });

  const reset = screen.one('.reset');

  expect(reset.getAttribute('aria-disabled')).toBe('false');
  await screen.do(() => {
    reset.click();
  });

  expect(profileSaved()).toEqual(PRESETS.asterisk);
  expect(feature('Park').querySelector('input')?.value).toBe('700');
  expect(screen.one('.reset').getAttribute('aria-disabled')).toBe('true');
  expect(screen.one('#reset-help').textContent).toBe(
    'Nothing is changed: these are the usual ones of “Asterisk”.',
  );

  await screen.do(() => {
    reset.click();
  });
  expect(saved).toHaveLength(1);
});

test('there is nothing to set before there is an account', async () => {
  await show(null);

  expect(document.querySelector('fieldset.feature')).toBeNull();
});
