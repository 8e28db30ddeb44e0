import type { ListedDevice } from '../../../../src/phone/devices/device-choice';
import type { DeviceFacts } from '../../../../src/phone/devices/devices';
import { registeredPhone } from '../../../support/phone-to-try';

const SPEAKERS: ListedDevice = { kind: 'output', id: 'out', name: 'Speakers', groupId: '' };
const LAPTOP: readonly ListedDevice[] = [
  SPEAKERS,
  { kind: 'input', id: 'mic', name: 'Microphone', groupId: '' },
];
const WITH_HEADSET: readonly ListedDevice[] = [
  ...LAPTOP,
  { kind: 'input', id: 'headset', name: 'Headset', groupId: '' },
];

function facts(changes: Partial<DeviceFacts> = {}): DeviceFacts {
  return {
    wanted: { microphone: { id: 'headset', name: 'Headset' }, speaker: null, ringer: null },
    list: WITH_HEADSET,
    permission: 'granted',
    microphone: { state: 'open', isSubstitute: false, isMuted: false },
    isSpeakerRefused: false,
    ...changes,
  };
}

function talkingPhone() {
  const bed = registeredPhone();

  bed.phone.devicesFound(facts());
  bed.phone.dial('100');

  return bed;
}

test('a headset that is unplugged in a call is told for as long as it is away', () => {
  const { phone, clock } = talkingPhone();

  phone.devicesFound(facts({ list: LAPTOP }));
  clock.pass(60_000);

  expect(phone.snapshot.devices.microphone).toEqual({
    chosen: 'Headset',
    inUse: 'Microphone',
    away: 'unplugged',
    trouble: null,
  });
});

test('that it is back is told for a moment', () => {
  const { phone, clock } = talkingPhone();

  phone.devicesFound(facts({ list: LAPTOP }));
  phone.devicesFound(facts());
  expect(phone.snapshot.devices.news).toEqual([{ type: 'back', name: 'Headset' }]);

  clock.pass(8_000);
  expect(phone.snapshot.devices.news).toEqual([]);
});

test('the moment is not over when the same is found again', () => {
  const { phone, clock } = talkingPhone();

  phone.devicesFound(facts({ list: LAPTOP }));
  phone.devicesFound(facts());
  clock.pass(4_000);
  phone.devicesFound(facts());

  expect(phone.snapshot.devices.news).toHaveLength(1);
});

test('news of yesterday are gone as soon as there is something else', () => {
  const { phone } = talkingPhone();

  phone.devicesFound(facts({ list: LAPTOP }));
  phone.devicesFound(facts());
  phone.devicesFound(facts({ list: LAPTOP }));

  expect(phone.snapshot.devices.news).toEqual([]);
});

test('between calls there are no news, and the state is known all the same', () => {
  const { phone } = registeredPhone();

  phone.devicesFound(facts({ list: [SPEAKERS], microphone: { state: 'closed' } }));
  expect(phone.snapshot.devices.microphone.trouble).toBe('missing');
  phone.devicesFound(facts({ microphone: { state: 'closed' } }));

  expect(phone.snapshot.devices.microphone.trouble).toBeNull();
  expect(phone.snapshot.devices.news).toEqual([]);
});

test('who watches the phone is not told of what did not change', () => {
  const { phone } = talkingPhone();
  const { revision } = phone.snapshot;

  phone.devicesFound(facts());

  expect(phone.snapshot.revision).toBe(revision);
});

test('no id of a device leaves the phone', () => {
  const { phone } = talkingPhone();

  phone.devicesFound(facts({ list: LAPTOP }));

  expect(JSON.stringify(phone.snapshot)).not.toMatch(/"(mic|out|headset)"/);
});
