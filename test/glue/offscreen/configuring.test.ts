import { configuring } from '../../../extension/offscreen/configuring';
import { DEFAULT_DIAL_RULES, type DialRules } from '../../../src/account/dial-rules';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import { byDialRules } from '../../../src/number/by-dial-rules';
import type { Dialling } from '../../../src/number/wire-uri';
import type { WantedDevices } from '../../../src/phone/devices/devices';
import { aliceAccount } from '../../support/accounts';
import { newPhone } from '../../support/phone-to-try';

const byAllRules = (rules: DialRules): Promise<Dialling> =>
  Promise.resolve((digits, country) => byDialRules(digits, country, rules));

async function configuredPhone(settings: Partial<Settings>, diallingBy = byAllRules) {
  const all = newPhone();
  const wanted: WantedDevices[] = [];
  const configure = configuring({
    phone: all.phone,
    devices: {
      want: (devices) => {
        wanted.push(devices);
      },
    },
    diallingBy,
  });
  const store = (change: Partial<Settings> = {}) =>
    configure({
      account: aliceAccount(),
      settings: { ...DEFAULT_SETTINGS, ...settings, ...change },
    });

  await store();

  return { ...all, wanted, store };
}

it('dials as the settings say', async () => {
  const { phone, sip } = await configuredPhone({
    country: 'CH',
    dialRules: { ...DEFAULT_DIAL_RULES, form: 'e164' },
  });

  sip.registered();
  phone.dial('044 668 18 00');
  expect(sip.invited[0]?.uri).toBe('sip:+41446681800@pbx.test');
});

it('dials by the newest rules, though older ones take longer to load', async () => {
  let loaded: (dialling: Dialling) => void = () => undefined;
  const slow = new Promise<Dialling>((resolve) => {
    loaded = resolve;
  });
  const { phone, sip, store } = await configuredPhone({}, (rules) =>
    rules.form === 'e164' ? slow : byAllRules(rules),
  );

  const stored = [
    store({ country: 'CH', dialRules: { ...DEFAULT_DIAL_RULES, form: 'e164' } }),
    store({ country: 'CH' }),
  ];

  loaded(() => '+41446681800');
  await Promise.all(stored);
  sip.registered();
  phone.dial('044 668 18 00');
  expect(sip.invited[0]?.uri).toBe('sip:0446681800@pbx.test');
});

it('hides the user from the very first call, where the settings say so', async () => {
  const { phone, sip } = await configuredPhone({
    outgoing: { ...DEFAULT_SETTINGS.outgoing, shown: 'hidden' },
  });

  sip.registered();
  phone.dial('200');
  expect(sip.invited[0]?.headers).toContain('Privacy: id');
});

it('watches the team as soon as the phone is registered', async () => {
  const { phone, sip, clock } = await configuredPhone({ team: [{ number: '204', name: 'Carol' }] });

  sip.registered();
  clock.pass(50);
  expect(phone.snapshot.team).toMatchObject([{ name: 'Carol' }]);
  expect(sip.asked.map(({ uri }) => uri)).toContain('sip:204@pbx.test');
});

it('wants the devices that the user chose', async () => {
  const { wanted } = await configuredPhone({ speakerId: 'headset', speakerName: 'Headset' });

  expect(wanted).toEqual([
    { microphone: null, speaker: { id: 'headset', name: 'Headset' }, ringer: null },
  ]);
});

it('registers once, though the same is stored again', async () => {
  const { sip, store } = await configuredPhone({});

  await store();
  expect(sip.registrations).toBe(1);
});
