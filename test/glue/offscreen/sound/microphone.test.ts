import { Microphone } from '../../../../extension/offscreen/sound/microphone';
import { FakeSoundHardware, type FakeTrack, input } from '../../../support/fake-sound-hardware';

function setUp(...inputs: readonly string[]) {
  const hardware = new FakeSoundHardware(...inputs);
  let changes = 0;
  const microphone = new Microphone({
    hardware,
    changed: () => (changes += 1),
    log: () => undefined,
  });
  const callUp = () => {
    const used: (FakeTrack | null)[] = [];
    const lease = microphone.lease((track) => {
      used.push(track as FakeTrack | null);
    });

    return {
      lease,
      used,
      get now(): FakeTrack | null | undefined {
        return used.at(-1);
      },
    };
  };

  hardware.onPermission((permission) => {
    microphone.setPermission(permission);
  });

  return { hardware, microphone, callUp, changes: () => changes };
}

/** Lets everything that is under way come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

test('is open while a call uses it, and not a moment longer', async () => {
  const { hardware, microphone, callUp } = setUp('desk');
  const call = callUp();

  await settled();
  expect(microphone.state).toEqual({ state: 'open', isSubstitute: false, isMuted: false });
  expect(call.now?.deviceId).toBeNull();

  call.lease.close();
  expect(microphone.state).toEqual({ state: 'closed' });
  expect(hardware.opened.map(({ readyState }) => readyState)).toEqual(['ended']);
  expect(call.now?.readyState).toBe('ended');
});

test('is opened once for all calls, and each mutes its own', async () => {
  const { hardware, callUp } = setUp('desk');
  const first = callUp();
  const second = callUp();

  await settled();
  first.lease.setOn(false);

  expect(hardware.asked).toHaveLength(1);
  expect(first.now?.enabled).toBe(false);
  expect(second.now?.enabled).toBe(true);
});

test('stays muted through a change of the device', async () => {
  const { microphone, callUp } = setUp('desk', 'headset');
  const call = callUp();

  await settled();
  call.lease.setOn(false);
  microphone.setDevice({ id: 'headset', defaultIs: '' });
  await settled();

  expect(call.now).toMatchObject({ deviceId: 'headset', enabled: false });
});

test('opens nothing for a call that was over before it was open', async () => {
  const { hardware, microphone, callUp } = setUp('desk');
  const release = hardware.hold();
  const call = callUp();

  call.lease.close();
  release();
  await settled();

  expect(hardware.opened[0]?.readyState).toBe('ended');
  expect(call.used).toEqual([]);
  expect(microphone.state).toEqual({ state: 'closed' });
});

describe('a headset', () => {
  async function onHeadset() {
    const all = setUp('desk', 'headset');

    all.microphone.setDevice({ id: 'headset', defaultIs: '' });

    const call = all.callUp();

    await settled();
    expect(call.now?.deviceId).toBe('headset');

    return { ...all, call };
  }

  test('that is unplugged is replaced by the default at once', async () => {
    const { hardware, microphone, call } = await onHeadset();

    hardware.plug([input('desk')]);
    await settled();

    expect(call.now).toMatchObject({ deviceId: null, readyState: 'live' });
    expect(microphone.state).toMatchObject({ isSubstitute: true });
  });

  test('that is in use by another program is replaced, and tried again', async () => {
    const { hardware, microphone, callUp } = setUp('desk', 'headset');

    hardware.taken.add('headset');
    microphone.setDevice({ id: 'headset', defaultIs: '' });

    const call = callUp();

    await settled();
    expect(call.now?.deviceId).toBeNull();
    microphone.tryAgain();
    await settled();
    expect(call.used).toHaveLength(1); // What is open stays as it is.

    hardware.taken.clear();
    microphone.tryAgain();
    await settled();
    expect(call.now).toMatchObject({ deviceId: 'headset', readyState: 'live' });
    expect(microphone.state).toMatchObject({ isSubstitute: false });
  });

  test('whose switch is off is told, and when it is on again', async () => {
    const { hardware, microphone, changes } = await onHeadset();
    const before = changes();

    hardware.mute(true);
    expect(microphone.state).toMatchObject({ isMuted: true });
    hardware.mute(false);
    expect(microphone.state).toMatchObject({ isMuted: false });
    expect(changes()).toBe(before + 2);
  });

  test('is spoken into until the next one is open', async () => {
    const { hardware, microphone, call } = await onHeadset();
    const release = hardware.hold();

    microphone.setDevice({ id: 'desk', defaultIs: '' });
    await settled();
    expect(call.now).toMatchObject({ deviceId: 'headset', readyState: 'live' });

    release();
    await settled();
    expect(call.now?.deviceId).toBe('desk');
    expect(call.used[0]?.readyState).toBe('ended');
  });

  test('that is chosen twice in a moment is the one chosen last', async () => {
    const { hardware, microphone, call } = await onHeadset();
    const release = hardware.hold();

    microphone.setDevice({ id: 'desk', defaultIs: '' });
    microphone.setDevice({ id: 'headset', defaultIs: '' });
    release();
    await settled();

    expect(call.now?.deviceId).toBe('headset');
    expect(hardware.opened.filter(({ readyState }) => readyState === 'live')).toHaveLength(1);
  });
});

test('follows the system’s default when that becomes another device', async () => {
  const { hardware, microphone, callUp } = setUp('desk', 'headset');

  microphone.setDevice({ id: null, defaultIs: 'desk' });
  callUp();
  await settled();
  microphone.setDevice({ id: null, defaultIs: 'desk' });
  await settled();
  expect(hardware.asked).toEqual([null]);

  microphone.setDevice({ id: null, defaultIs: 'headset' });
  await settled();
  expect(hardware.asked).toEqual([null, null]);
});

describe('without a microphone a call', () => {
  test('goes on, and has it as soon as one is plugged in', async () => {
    const { hardware, microphone, callUp } = setUp();
    const call = callUp();

    await settled();
    expect(call.used).toEqual([null]);
    expect(microphone.state).toEqual({ state: 'failed', why: 'missing' });

    hardware.plug([input('headset')]);
    microphone.tryAgain();
    await settled();
    expect(call.now?.readyState).toBe('live');
    expect(microphone.state).toMatchObject({ state: 'open' });
  });

  test('that is blocked in its middle has it back when it is allowed again', async () => {
    const { hardware, microphone, callUp } = setUp('desk');
    const call = callUp();

    await settled();
    hardware.permit('denied');
    await settled();
    expect(call.now).toBeNull();
    expect(call.used[0]?.readyState).toBe('ended');
    expect(microphone.state).toEqual({ state: 'failed', why: 'not-allowed' });

    hardware.permit('granted');
    await settled();
    expect(call.now?.readyState).toBe('live');
  });

  test('asks for none that nobody could allow here: that would count as a no', async () => {
    const { hardware, callUp } = setUp('desk');

    hardware.permit('prompt');

    const call = callUp();

    await settled();
    expect(hardware.asked).toEqual([]);
    expect(call.used).toEqual([null]);

    hardware.permit('granted');
    await settled();
    expect(call.now?.readyState).toBe('live');
  });

  test('that comes second learns it as well', async () => {
    const { callUp } = setUp();

    callUp();
    await settled();

    const second = callUp();

    await settled();
    expect(second.used).toEqual([null]);
  });
});
