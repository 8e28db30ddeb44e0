import { DEFAULT_SETTINGS } from '../../../../src/account/settings';
import {
  chooseDevice,
  shownName,
  type ListedDevice,
} from '../../../../src/phone/devices/device-choice';
import { newsBetween, standIns } from '../../../../src/phone/devices/device-news';
import {
  devicesFrom,
  isWorthAnotherTry,
  openingFailureOf,
  UNKNOWN_DEVICES,
  wantedDevices,
  type DeviceFacts,
  type Devices,
} from '../../../../src/phone/devices/devices';

const LAPTOP: readonly ListedDevice[] = [
  { kind: 'input', id: 'default', name: 'Default - Built-in microphone', groupId: 'laptop' },
  { kind: 'input', id: 'mic', name: 'Built-in microphone', groupId: 'laptop' },
  { kind: 'output', id: 'default', name: 'Default - Built-in speakers', groupId: 'laptop' },
  { kind: 'output', id: 'out', name: 'Built-in speakers', groupId: 'laptop' },
];
const HEADSET: readonly ListedDevice[] = [
  { kind: 'input', id: 'h-in', name: 'Harbour H65 (0b0e:2481)', groupId: 'headset' },
  { kind: 'output', id: 'h-out', name: 'Harbour H65 (0b0e:2481)', groupId: 'headset' },
];
const BOTH = [...LAPTOP, ...HEADSET];
const WANTED = { id: 'h-in', name: 'Harbour H65 (0b0e:2481)' };

function facts(changes: Partial<DeviceFacts> = {}): DeviceFacts {
  return {
    wanted: { microphone: null, speaker: null, ringer: null },
    list: BOTH,
    permission: 'granted',
    microphone: { state: 'open', isSubstitute: false, isMuted: false },
    isSpeakerRefused: false,
    ...changes,
  };
}

const HEADSET_WANTED = {
  microphone: WANTED,
  speaker: { id: 'h-out', name: 'Harbour H65 (0b0e:2481)' },
  ringer: null,
};

function devices(changes: Partial<DeviceFacts> = {}): Devices {
  return { ...devicesFrom(facts(changes)), news: [] };
}

describe('the device that is used', () => {
  it('is the chosen one', () => {
    expect(chooseDevice('input', WANTED, BOTH)).toMatchObject({
      id: 'h-in',
      name: 'Harbour H65',
      isAway: false,
    });
  });

  it('is the system’s default where nothing was chosen, by the name of what that stands for', () => {
    expect(chooseDevice('input', null, BOTH)).toMatchObject({
      id: null,
      name: 'Built-in microphone',
      isAway: false,
    });
  });

  it('is the default while the chosen one is not there', () => {
    expect(chooseDevice('input', WANTED, LAPTOP)).toMatchObject({
      id: null,
      name: 'Built-in microphone',
      isAway: true,
    });
  });

  it('is found by its name when the browser has given it another id', () => {
    const renamed = BOTH.map((device) =>
      device.id === 'h-in' ? { ...device, id: 'new' } : device,
    );

    expect(chooseDevice('input', WANTED, renamed)).toMatchObject({ id: 'new', isAway: false });
  });

  it('is found by its id when it has another name', () => {
    const renamed = BOTH.map((device) =>
      device.id === 'h-in' ? { ...device, name: 'Headset of Alice' } : device,
    );

    expect(chooseDevice('input', WANTED, renamed)).toMatchObject({
      id: 'h-in',
      name: 'Headset of Alice',
    });
  });

  it('is not the speaker of the same name', () => {
    expect(chooseDevice('input', { ...WANTED, id: 'gone' }, HEADSET.slice(1)).isAway).toBe(true);
  });

  it.each([
    ['before anything is listed', null],
    [
      'while the browser keeps ids and names from us',
      [{ kind: 'input', id: '', name: '', groupId: '' }] as const,
    ],
  ])('is the chosen one, on the user’s word, %s', (_, list) => {
    expect(chooseDevice('input', WANTED, list)).toMatchObject({ id: 'h-in', isAway: false });
  });

  it('shows that the default has come to stand for something else', () => {
    const moved = BOTH.map((device) =>
      device.id === 'default' && device.kind === 'input'
        ? { ...device, name: 'Default - Harbour H65 (0b0e:2481)', groupId: 'headset' }
        : device,
    );
    const before = chooseDevice('input', null, BOTH);
    const now = chooseDevice('input', null, moved);

    expect(now.name).toBe('Harbour H65');
    expect(now.defaultIs).not.toBe(before.defaultIs);
  });

  it('has no name where the system calls it just the default, and several could be it', () => {
    const linux = BOTH.map((device) =>
      device.id === 'default' ? { ...device, name: 'Default', groupId: 'default' } : device,
    );

    expect(chooseDevice('input', null, linux).name).toBeNull();
    expect(chooseDevice('input', null, linux.slice(0, 2)).name).toBe('Built-in microphone');
  });
});

test('a name is shown without the numbers that machines need', () => {
  expect(shownName('Harbour H65 (0b0e:2481)')).toBe('Harbour H65');
  expect(shownName('Headset (Harbour H65)')).toBe('Headset (Harbour H65)');
  expect(shownName('')).toBeNull();
});

test('the settings say what is wanted', () => {
  expect(
    wantedDevices({ ...DEFAULT_SETTINGS, microphoneId: 'h-in', microphoneName: 'Harbour H65' }),
  ).toEqual({ microphone: { id: 'h-in', name: 'Harbour H65' }, speaker: null, ringer: null });
});

describe('nobody hears the user', () => {
  it.each([
    ['blocked', { permission: 'denied', microphone: { state: 'failed', why: 'not-allowed' } }],
    ['not-asked', { permission: 'prompt', microphone: { state: 'failed', why: 'not-allowed' } }],
    [
      'blocked-by-system',
      { permission: 'granted', microphone: { state: 'failed', why: 'not-allowed' } },
    ],
    ['missing', { microphone: { state: 'failed', why: 'missing' } }],
    ['taken', { microphone: { state: 'failed', why: 'taken' } }],
    ['muted', { microphone: { state: 'open', isSubstitute: false, isMuted: true } }],
    ['missing', { list: LAPTOP.slice(2), microphone: { state: 'closed' } }],
    ['blocked', { permission: 'denied', microphone: { state: 'closed' } }],
    ['not-asked', { permission: 'prompt', microphone: { state: 'closed' } }],
  ] as const)('(%s) where the facts are %j', (trouble, changes) => {
    expect(devices(changes).microphone.trouble).toBe(trouble);
  });

  it.each([
    [{}],
    [{ microphone: { state: 'closed' } }],
    [{ list: null, permission: null, microphone: { state: 'closed' } }],
  ] as const)('is not so where the facts are %j', (changes) => {
    expect(devices(changes).microphone.trouble).toBeNull();
  });

  it('and nothing is said to stand in for what is missing', () => {
    const { microphone } = devices({
      wanted: HEADSET_WANTED,
      list: [],
      microphone: { state: 'failed', why: 'missing' },
    });

    expect(microphone).toEqual({
      chosen: 'Harbour H65',
      inUse: null,
      away: null,
      trouble: 'missing',
    });
  });
});

test('a computer without a speaker says so', () => {
  expect(devices({ list: HEADSET.slice(0, 1) }).speaker.isMissing).toBe(true);
  expect(devices({ list: null }).speaker.isMissing).toBe(false);
  expect(devices().speaker.isMissing).toBe(false);
});

test.each([
  ['NotAllowedError', 'not-allowed'],
  ['SecurityError', 'not-allowed'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'taken'],
  ['AbortError', 'taken'],
])('an error called %s means: %s', (name, why) => {
  expect(openingFailureOf(name)).toBe(why);
});

describe('it is worth trying again', () => {
  it.each([
    ['while another program has it', { microphone: { state: 'failed', why: 'taken' } }, true],
    [
      'while something stands in for it',
      { microphone: { state: 'open', isSubstitute: true, isMuted: false } },
      true,
    ],
    [
      'where the system forbids it, and says nothing when it does not any more',
      { microphone: { state: 'failed', why: 'not-allowed' } },
      true,
    ],
    [
      'not where the user forbids it: the browser tells',
      { permission: 'denied', microphone: { state: 'failed', why: 'not-allowed' } },
      false,
    ],
    [
      'not where nobody asked yet: each attempt would count as a no',
      { permission: 'prompt', microphone: { state: 'failed', why: 'not-allowed' } },
      false,
    ],
    [
      'not where there is none',
      { list: LAPTOP.slice(2), microphone: { state: 'failed', why: 'missing' } },
      false,
    ],
    ['not while all is well', {}, false],
    ['not between calls', { microphone: { state: 'closed' } }, false],
  ] as const)('%s', (_, changes, isWorth) => {
    expect(isWorthAnotherTry(facts(changes))).toBe(isWorth);
  });
});

describe('what stands in for what', () => {
  it('is said once of a headset that is both', () => {
    const unplugged = devices({
      wanted: HEADSET_WANTED,
      list: LAPTOP,
      microphone: { state: 'open', isSubstitute: true, isMuted: false },
    });

    expect(standIns(unplugged)).toEqual([
      {
        name: 'Harbour H65',
        why: 'unplugged',
        inUse: ['Built-in microphone', 'Built-in speakers'],
      },
    ]);
  });

  it('is said of each where they are two', () => {
    const unplugged = devices({
      wanted: { ...HEADSET_WANTED, speaker: { id: 'tv', name: 'Television' } },
      list: LAPTOP,
    });

    expect(standIns(unplugged).map(({ name }) => name)).toEqual(['Harbour H65', 'Television']);
  });

  it('names who has it where it is there and can’t be had', () => {
    const taken = devices({
      wanted: HEADSET_WANTED,
      microphone: { state: 'open', isSubstitute: true, isMuted: false },
    });

    expect(standIns(taken)).toEqual([
      { name: 'Harbour H65', why: 'taken', inUse: ['Built-in microphone'] },
    ]);
  });

  it('is said of a speaker that takes no sound', () => {
    expect(standIns(devices({ wanted: HEADSET_WANTED, isSpeakerRefused: true }))).toEqual([
      { name: 'Harbour H65', why: 'taken', inUse: ['Built-in speakers'] },
    ]);
  });

  it('is nothing while what was chosen is used', () => {
    expect(standIns(devices({ wanted: HEADSET_WANTED }))).toEqual([]);
    expect(standIns(UNKNOWN_DEVICES)).toEqual([]);
  });
});

describe('the news', () => {
  const onHeadset = LAPTOP.map((device) =>
    device.id === 'default'
      ? { ...device, name: 'Default - Harbour H65 (0b0e:2481)', groupId: 'headset' }
      : device,
  ).concat(HEADSET);

  it('tell once that the headset is back', () => {
    const before = devices({ wanted: HEADSET_WANTED, list: LAPTOP });
    const now = devices({ wanted: HEADSET_WANTED });

    expect(newsBetween(before, now, BOTH)).toEqual([{ type: 'back', name: 'Harbour H65' }]);
  });

  it('tell that the microphone is heard, and not that it is back as well', () => {
    const before = devices({
      permission: 'denied',
      microphone: { state: 'failed', why: 'not-allowed' },
    });

    expect(newsBetween(before, devices(), BOTH)).toEqual([{ type: 'heard' }]);
  });

  it('tell of a headset that was the system’s default and is gone', () => {
    expect(newsBetween(devices({ list: onHeadset }), devices({ list: LAPTOP }), LAPTOP)).toEqual([
      {
        type: 'unplugged',
        name: 'Harbour H65',
        inUse: ['Built-in microphone', 'Built-in speakers'],
      },
    ]);
  });

  it('tell what is used when the system’s default changes', () => {
    expect(newsBetween(devices(), devices({ list: onHeadset }), onHeadset)).toEqual([
      { type: 'now-using', inUse: ['Harbour H65'] },
    ]);
  });

  it('are none when the user chooses something else', () => {
    expect(newsBetween(devices(), devices({ wanted: HEADSET_WANTED }), BOTH)).toEqual([]);
    expect(newsBetween(devices({ wanted: HEADSET_WANTED }), devices(), BOTH)).toEqual([]);
  });

  it('are none of what is not known by name', () => {
    expect(newsBetween(UNKNOWN_DEVICES, devices(), BOTH)).toEqual([]);
  });
});
