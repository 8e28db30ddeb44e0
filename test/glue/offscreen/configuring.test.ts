import { configuring } from '../../../extension/offscreen/configuring';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import type { WantedDevices } from '../../../src/phone/devices/devices';
import { aliceAccount } from '../../support/accounts';
import { newPhone } from '../../support/phone-to-try';

function configuredPhone(settings: Partial<Settings>) {
  const all = newPhone();
  const wanted: WantedDevices[] = [];
  const configure = configuring({
    phone: all.phone,
    devices: {
      want: (devices) => {
        wanted.push(devices);
      },
    },
  });
  const store = (account = aliceAccount()) => {
    configure({ account, settings: { ...DEFAULT_SETTINGS, ...settings } });
  };

  store();

  return { ...all, wanted, store };
}

it('dials as the settings say', () => {
  const { phone, sip } = configuredPhone({
    country: 'CH',
    dialRules: { ...DEFAULT_SETTINGS.dialRules, form: 'e164' },
  });

  sip.registered();
  phone.dial('044 668 18 00');
  expect(sip.invited[0]?.uri).toBe('sip:+41446681800@pbx.test');
});

it('hides the user from the very first call, where the settings say so', () => {
  const { phone, sip } = configuredPhone({
    outgoing: { ...DEFAULT_SETTINGS.outgoing, shown: 'hidden' },
  });

  sip.registered();
  phone.dial('200');
  expect(sip.invited[0]?.headers).toContain('Privacy: id');
});

it('watches the team as soon as the phone is registered', () => {
  const { phone, sip, clock } = configuredPhone({ team: [{ number: '204', name: 'Carol' }] });

  sip.registered();
  clock.pass(50);
  expect(phone.snapshot.team).toMatchObject([{ name: 'Carol' }]);
  expect(sip.asked.map(({ uri }) => uri)).toContain('sip:204@pbx.test');
});

it('wants the devices that the user chose', () => {
  const { wanted } = configuredPhone({ speakerId: 'headset', speakerName: 'Headset' });

  expect(wanted).toEqual([
    { microphone: null, speaker: { id: 'headset', name: 'Headset' }, ringer: null },
  ]);
});

it('registers once, though the same is stored again', () => {
  const { sip, store } = configuredPhone({});

  store();
  expect(sip.registrations).toBe(1);
});
