/** @jest-environment jsdom */
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/account/settings';
import { DEFAULT_DIAL_RULES } from '../../../../src/account/dial-rules';
import { OptionsView } from '../../../../extension/ui/settings/options-view';
import type { SoundDevice } from '../../../../extension/ui/settings/sound-devices';
import { Screen } from '../../../support/screen';
import {
  ACCOUNT,
  DEVICES,
  reachActions,
  recordingActions,
} from '../../../support/ui-preview/page-states';

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
  recordings: recordingActions([]),
  reach: reachActions(),
  openConnection: () => Promise.resolve(),
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

function typeInto(field: HTMLElement | undefined, text: string): void {
  if (!(field instanceof HTMLInputElement)) {
    throw new Error('there is no such field');
  }
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
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

    expect(saved).toEqual([
      { ringerId: 'speakers', ringerName: DEVICES.find(({ id }) => id === 'speakers')?.name },
    ]);
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
    await show({ speakerId: 'car-kit', speakerName: 'Car kit' });

    expect(screen.field('Speaker').value).toBe('car-kit');
    expect(optionsOf('Speaker')).toContain('Car kit (not plugged in)');
    expect(screen.text).toContain('The system default stands in until it’s back.');
  });

  test('of which no name is known stay chosen as well', async () => {
    await show({ speakerId: 'car-kit' });

    expect(optionsOf('Speaker')).toContain('Your device (not plugged in)');
  });

  test('lose the mark when they are plugged in', async () => {
    devices = [];
    await show({ microphoneId: 'headset-in', microphoneName: 'Headset (Harbour H65)' });
    expect(screen.text).toContain('Not plugged in.');

    devices = DEVICES;
    await screen.do(() => {
      pluggedIn();
    });
    expect(screen.text).not.toContain('ot plugged in');
    expect(screen.field('Microphone').value).toBe('headset-in');
  });

  test('are known by their names when their ids have changed', async () => {
    await show({ microphoneId: 'id-of-old', microphoneName: 'Headset (Harbour H65)' });

    expect(screen.field('Microphone').value).toBe('headset-in');
    expect(screen.text).not.toContain('ot plugged in');
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

describe('the dial rules', () => {
  const dialledAs = () =>
    screen
      .all('.dial-preview tbody tr')
      .map((row) => [...row.querySelectorAll('bdi')].map((part) => part.textContent).join(' > '));

  test('are shown by what becomes of numbers of every kind', async () => {
    await show({
      country: 'US',
      dialRules: { ...DEFAULT_DIAL_RULES, form: 'national', outsidePrefix: '9' },
    });

    expect(dialledAs()).toEqual([
      '(201) 555-0123 > 912015550123',
      '+1 201 555 0123 > 912015550123',
      '+44 20 7946 0018 > 9011442079460018',
      '2048 > 2048',
      '911 > 911',
    ]);
  });

  test('are tried with a number of one’s own', async () => {
    await show({ country: 'DE', dialRules: { ...DEFAULT_DIAL_RULES, form: 'e164' } });
    await screen.type('Try a number', '030 23125000');
    expect(screen.one('.dial-result').textContent).toBe('Dialled as +493023125000');

    await screen.type('Try a number', 'hello');
    expect(screen.one('.dial-result').textContent).toBe('This isn’t a number that can be called.');
  });

  test('are saved as soon as they are right', async () => {
    await show();
    await screen.choose('Numbers are sent', 'e164');
    await screen.type('Outside line', '9');

    expect(saved).toEqual([
      { dialRules: { ...DEFAULT_DIAL_RULES, form: 'e164' } },
      { dialRules: { ...DEFAULT_DIAL_RULES, outsidePrefix: '9' } },
    ]);
  });

  test('that are wrong are said beside, and not saved', async () => {
    await show();
    await screen.type('Outside line', '9+');
    await screen.type('Digits of your extensions', '12');

    expect(saved).toEqual([]);
    expect(screen.describedBy('Outside line')).toContain('Only digits, * and # can stand here');
    expect(screen.describedBy('Digits of your extensions')).toContain('Type a number from 0 to 9.');
  });

  test('replace how numbers begin', async () => {
    await show({
      dialRules: { ...DEFAULT_DIAL_RULES, replacements: [{ from: '+49', to: '0' }] },
    });
    await screen.press('Add a replacement');
    expect(saved).toEqual([]);
    await screen.do(() => {
      typeInto(screen.all('.replacement input')[2], '+43');
    });
    expect(saved.at(-1)?.dialRules?.replacements).toEqual([
      { from: '+49', to: '0' },
      { from: '+43', to: '' },
    ]);

    await screen.press('Remove the replacement of +49');
    expect(saved.at(-1)?.dialRules?.replacements).toEqual([{ from: '+43', to: '' }]);
  });

  test('say of a replacement what is wrong with it', async () => {
    await show();
    await screen.press('Add a replacement');
    await screen.do(() => {
      typeInto(screen.all('.replacement input')[1], '0 30');
    });

    expect(screen.one('.replacement .field-error').textContent).toBe(
      'Say what the numbers begin with.',
    );
    expect(saved.at(-1)?.dialRules?.replacements).toEqual([]);
  });
});

describe('what the user said of sites and numbers', () => {
  const SITES = [
    { host: 'shop.example', mode: null, country: 'CH' },
    { host: 'crm.example', mode: 'off', country: null },
  ] as const;

  test('is listed, and changed', async () => {
    await show({ sites: SITES });
    expect(screen.text).toContain('Numbers of Switzerland');
    await screen.choose('crm.example', 'links');

    expect(saved).toEqual([
      { sites: [SITES[0], { host: 'crm.example', mode: 'links', country: null }] },
    ]);
  });

  test('is forgotten', async () => {
    await show({ sites: SITES, notNumbers: ['+493023125000', '+12125550123'] });
    await screen.press('Remove crm.example');
    await screen.press('Remove +49 30 23125000');

    expect(saved).toEqual([{ sites: [SITES[0]] }, { notNumbers: ['+12125550123'] }]);
  });

  test('is nothing at first, and how it comes there is said', async () => {
    await show();

    expect(screen.text).toContain('Open a site and click the Offhook icon to choose for it.');
    expect(screen.text).toContain('When something marked on a page is no phone number');
  });
});

test('what is done with numbers on pages is chosen', async () => {
  await show();
  await screen.choose('On all sites', 'off');

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

describe('intercom', () => {
  const rules = { isOn: true, callers: ['201'] };
  const callers = () => screen.all('.auto-answer .kept-name').map(({ textContent }) => textContent);

  async function add(caller: string): Promise<void> {
    await screen.do(() => {
      typeInto(screen.field('Number or address of a caller'), caller);
    });
    await screen.press('Add: Number or address of a caller');
  }

  test('is off, and without a list, until it is switched on', async () => {
    await show();
    expect(screen.all('.auto-answer .kept')).toEqual([]);

    await screen.do(() => {
      screen.one('.auto-answer input').click();
    });
    expect(saved).toEqual([{ autoAnswer: { isOn: true, callers: [] } }]);
  });

  test('has those in its list whom the user put there, in one writing', async () => {
    await show({ autoAnswer: rules });
    expect(callers()).toEqual(['201']);

    await add('+1 (212) 555-0100');
    expect(saved).toEqual([{ autoAnswer: { isOn: true, callers: ['201', '+12125550100'] } }]);
  });

  test('has nobody in its list who is no caller', async () => {
    await show({ autoAnswer: rules });
    await add('all of them');

    expect(saved).toEqual([]);
    expect(screen.describedBy('Number or address of a caller')).toContain('Type one number');
  });

  test('forgets who is removed', async () => {
    await show({ autoAnswer: rules });
    await screen.press('Remove 201');

    expect(saved).toEqual([{ autoAnswer: { isOn: true, callers: [] } }]);
  });

  test('says that it does nothing where the phone system is not believed', async () => {
    await show({ autoAnswer: rules });

    expect(screen.one('.auto-answer [role="status"]').textContent).toContain('Works only where');
  });
});

describe('what those who are called see', () => {
  const numbers = ['+12125550100'] as const;
  const rules = { shown: 'own', numbers, headers: [] } as const;

  test('is chosen among what there is', async () => {
    await show({ outgoing: rules });

    expect(optionsOf('Those you call see')).toEqual([
      'your usual number',
      '+12125550100',
      'no number',
    ]);
    await screen.choose('Those you call see', 'hidden');
    expect(saved).toEqual([{ outgoing: { ...rules, shown: 'hidden' } }]);
  });

  test('is the usual number again when the chosen one is removed', async () => {
    await show({ outgoing: { ...rules, shown: '+12125550100' } });
    await screen.press('Remove +12125550100');

    expect(saved).toEqual([{ outgoing: { shown: 'own', numbers: [], headers: [] } }]);
  });

  test('has no lines that belong to the call', async () => {
    const label = 'A line, as in “X-Department: Sales”';

    await show();
    for (const [line, problem] of [
      ['Contact: me', 'belongs to the call'],
      ['no colon', 'a name, a colon'],
    ] as const) {
      await screen.do(() => {
        typeInto(screen.field(label), line);
      });
      await screen.do(() => {
        screen.field(label).closest('form')?.requestSubmit();
      });
      expect(screen.describedBy(label)).toContain(problem);
    }
    expect(saved).toEqual([]);

    await screen.do(() => {
      typeInto(screen.field(label), 'X-Department: Sales');
    });
    await screen.do(() => {
      screen.field(label).closest('form')?.requestSubmit();
    });
    expect(saved).toEqual([
      {
        outgoing: {
          shown: 'own',
          numbers: [],
          headers: [{ name: 'X-Department', value: 'Sales' }],
        },
      },
    ]);
  });
});
