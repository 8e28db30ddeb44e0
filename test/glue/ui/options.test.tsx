/** @jest-environment jsdom */
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import { OptionsView } from '../../../extension/ui/options-view';
import type { SoundDevice } from '../../../extension/ui/sound-devices';
import { Screen } from '../../support/screen';
import { ACCOUNT, DEVICES } from '../../support/ui-preview/page-states';

let screen: Screen;
let saved: Partial<Settings>[];
let played: (string | null)[];
let devices: readonly SoundDevice[];
let pluggedIn: () => void;
let failing: boolean;

beforeEach(() => {
  screen = new Screen();
  saved = [];
  played = [];
  devices = DEVICES;
  failing = false;
});

afterEach(async () => {
  await screen.leave();
});

const refuse = () => (failing ? Promise.reject(new Error('no')) : Promise.resolve());
const actions = {
  account: {
    test: () => Promise.resolve(null),
    save: () => Promise.resolve(),
    findOutWhy: () => Promise.resolve(null),
  },
  sound: {
    list: () => Promise.resolve(devices),
    watch: (onChange: () => void) => {
      pluggedIn = onChange;

      return () => undefined;
    },
    playTest: (deviceId: string | null) => {
      played.push(deviceId);

      return refuse();
    },
  },
  changeSettings: (change: Partial<Settings>) => {
    saved.push(change);

    return refuse();
  },
};

async function show(settings: Partial<Settings> = {}): Promise<void> {
  await screen.show(
    <OptionsView
      account={ACCOUNT}
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      actions={actions}
    />,
  );
}

function optionsOf(label: string): (string | null)[] {
  return [...screen.field(label).querySelectorAll('option')].map((option) => option.textContent);
}

describe('sound devices', () => {
  test('are offered by name, the system’s default first', async () => {
    await show();

    expect(optionsOf('Microphone')).toEqual([
      'System default',
      'Headset (Harbour H65)',
      'Built-in microphone',
    ]);
    expect(screen.field('Speaker').value).toBe('');
  });

  test('are saved as soon as one is chosen', async () => {
    await show();
    await screen.choose('Ringtone plays on', 'speakers');

    expect(saved).toEqual([{ ringerId: 'speakers' }]);
    expect(screen.one('.toast').textContent.trim()).toBe('Saved');
  });

  test('go back to the default', async () => {
    await show({ microphoneId: 'built-in' });
    await screen.choose('Microphone', '');

    expect(saved[0]?.microphoneId).toBeNull();
  });

  test('appear when they are plugged in', async () => {
    devices = [];
    await show();
    expect(optionsOf('Microphone')).toEqual(['System default']);

    devices = DEVICES;
    await screen.do(() => {
      pluggedIn();
    });
    expect(optionsOf('Microphone')).toHaveLength(3);
  });

  test('stay chosen while they are unplugged', async () => {
    await show({ speakerId: 'car-kit' });

    expect(screen.field('Speaker').value).toBe('car-kit');
    expect(optionsOf('Speaker')).toContain('Not plugged in right now');
  });

  test('have numbers until the microphone is allowed', async () => {
    devices = [{ id: 'x', name: '', kind: 'output' }];
    await show();

    expect(optionsOf('Speaker')).toEqual(['System default', 'Device 1']);
    expect(screen.text).toContain('Devices get their names once the microphone is allowed.');
  });

  test('play a test sound where they would ring', async () => {
    await show({ ringerId: 'speakers' });
    await screen.press('Play a test sound: Ringtone plays on');
    await screen.press('Play a test sound: Speaker');

    expect(played).toEqual(['speakers', null]);
  });

  test('that cannot play say so', async () => {
    failing = true;
    await show();
    await screen.press('Play a test sound: Speaker');

    expect(screen.text).toContain('This device can’t play right now.');
  });
});

test('the country is chosen by its name', async () => {
  await show();
  expect(optionsOf('Your country')).toContain('Germany');
  expect(optionsOf('Your country').length).toBeGreaterThan(200);

  await screen.choose('Your country', 'DE');
  expect(saved).toEqual([{ country: 'DE' }]);
});

test('what is done with numbers on pages is chosen', async () => {
  await show();
  await screen.choose('Phone numbers on pages', 'off');

  expect(saved).toEqual([{ pageMode: 'off' }]);
});

test('phone links are left to the browser', async () => {
  await show();
  const box = screen.field('Call phone links with Offhook');

  expect(box.checked).toBe(true);
  await screen.do(() => {
    box.click();
  });
  expect(saved).toEqual([{ dialLinks: false }]);
});

test('settings that could not be saved are said', async () => {
  failing = true;
  await show();
  await screen.choose('Your country', 'DE');

  expect(screen.one('.toast').textContent.trim()).toBe('This couldn’t be saved. Please try again.');
});
