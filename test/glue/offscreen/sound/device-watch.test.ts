import { DeviceWatch } from '../../../../extension/offscreen/sound/device-watch';
import { Microphone } from '../../../../extension/offscreen/sound/microphone';
import { devicesFrom, type DeviceFacts } from '../../../../src/phone/devices/devices';
import { FakeClock } from '../../../support/fake-clock';
import {
  FakeSoundHardware,
  type FakeTrack,
  input,
  output,
} from '../../../support/fake-sound-hardware';

const HEADSET = { id: 'headset', name: 'headset' };
const LAPTOP = [
  { ...input('default'), name: 'Default - desk' },
  input('desk'),
  { ...output('default'), name: 'Default - speakers' },
  output('speakers'),
];
const WITH_HEADSET = [...LAPTOP, input('headset'), output('headset')];

async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    await Promise.resolve();
  }
}

async function setUp(devices = WITH_HEADSET) {
  const hardware = new FakeSoundHardware();
  const clock = new FakeClock();
  const speakers: (string | null)[] = [];
  const ringers: (string | null)[] = [];
  const told: DeviceFacts[] = [];
  let voice: FakeTrack | null = null;

  hardware.devices = devices;

  const microphone = new Microphone({
    hardware,
    changed: () => {
      watch.tell();
    },
    log: () => undefined,
  });
  const watch: DeviceWatch = new DeviceWatch({
    hardware,
    microphone,
    voices: {
      isRefused: false,
      setDevice: (id) => speakers.push(id),
      tryAgain: () => undefined,
    },
    tones: { setDevices: ({ ringerId }) => ringers.push(ringerId) },
    tell: (facts) => told.push(facts),
    after: (delayMs, run) => clock.after(delayMs, run),
    log: () => undefined,
  });
  const talk = async () => {
    const lease = microphone.lease((track) => {
      voice = track as FakeTrack | null;
    });

    watch.setInCall(true);
    await settled();

    return lease;
  };
  const said = () => {
    const last = told.at(-1);

    if (last === undefined) {
      throw new Error('nothing was told');
    }

    return devicesFrom(last);
  };

  watch.want({ microphone: HEADSET, speaker: HEADSET, ringer: null });
  await settled();

  return {
    hardware,
    clock,
    watch,
    talk,
    said,
    speakerNow: () => speakers.at(-1),
    ringerNow: () => ringers.at(-1),
    voice: () => voice,
  };
}

test('a headset that is unplugged in a call, and comes back', async () => {
  const { hardware, talk, said, speakerNow, voice } = await setUp();

  await talk();
  expect(speakerNow()).toBe('headset');
  expect(voice()?.deviceId).toBe('headset');

  hardware.plug(LAPTOP);
  await settled();
  expect(speakerNow()).toBeNull();
  expect(voice()).toMatchObject({ deviceId: null, readyState: 'live' });
  expect(said().microphone).toMatchObject({ chosen: 'headset', inUse: 'desk', away: 'unplugged' });
  expect(said().speaker).toMatchObject({ inUse: 'speakers', away: 'unplugged' });

  hardware.plug(WITH_HEADSET);
  await settled();
  expect(speakerNow()).toBe('headset');
  expect(voice()).toMatchObject({ deviceId: 'headset', readyState: 'live' });
  expect(said().microphone).toMatchObject({ inUse: 'headset', away: null });
});

test('what the browser does not tell of is noticed in a call, within two seconds', async () => {
  const { hardware, clock, talk, speakerNow } = await setUp();

  await talk();
  hardware.devices = LAPTOP;
  clock.pass(2_000);
  await settled();
  expect(speakerNow()).toBeNull();

  hardware.devices = WITH_HEADSET;
  clock.pass(2_000);
  await settled();
  expect(speakerNow()).toBe('headset');
});

test('between calls nobody looks at the clock', async () => {
  const { clock, talk, watch } = await setUp();

  await talk();
  watch.setInCall(false);

  expect(clock.delaysMs).toEqual([]);
});

test('a microphone that another program lets go is back within two seconds', async () => {
  const { hardware, clock, talk, said, voice } = await setUp();

  hardware.taken.add('headset');
  await talk();
  expect(said().microphone).toMatchObject({ chosen: 'headset', inUse: 'desk', away: 'taken' });

  hardware.taken.clear();
  clock.pass(2_000);
  await settled();
  expect(voice()?.deviceId).toBe('headset');
  expect(said().microphone.away).toBeNull();
});

test('a device that has another id is the same by its name', async () => {
  const { hardware, talk, speakerNow, voice } = await setUp();

  await talk();
  hardware.plug([
    ...LAPTOP,
    { ...input('new-in'), name: 'headset' },
    { ...output('new-out'), name: 'headset' },
  ]);
  await settled();

  expect(speakerNow()).toBe('new-out');
  expect(voice()?.deviceId).toBe('new-in');
});

test('the ringer goes its own way', async () => {
  const { hardware, watch, ringerNow } = await setUp();

  watch.want({ microphone: null, speaker: null, ringer: HEADSET });
  expect(ringerNow()).toBe('headset');
  hardware.plug(LAPTOP);
  await settled();

  expect(ringerNow()).toBeNull();
});

test('no microphone at all, and one that is plugged in later', async () => {
  const { hardware, talk, said, voice } = await setUp([output('speakers')]);

  expect(said().microphone.trouble).toBe('missing');
  await talk();
  expect(voice()).toBeNull();

  hardware.plug(LAPTOP);
  await settled();
  expect(voice()?.readyState).toBe('live');
  expect(said().microphone.trouble).toBeNull();
});

test('a microphone that is blocked in a call, and allowed again', async () => {
  const { hardware, talk, said, voice } = await setUp();

  await talk();
  hardware.permit('denied');
  await settled();
  expect(voice()).toBeNull();
  expect(said().microphone.trouble).toBe('blocked');

  hardware.permit('granted');
  await settled();
  expect(voice()?.readyState).toBe('live');
  expect(said().microphone.trouble).toBeNull();
});
