import fc from 'fast-check';
import { FEATURES, codesOf, parseProfile } from '../../../src/account/parse-profile';
import {
  codeTarget,
  DEFAULT_PROFILE,
  isCode,
  PRESET_NAMES,
  PRESETS,
  type Profile,
} from '../../../src/account/profile';
import { dialUriFor } from '../../../src/number/dial-target';

describe.each(PRESET_NAMES)('the preset %s', (name) => {
  const preset = PRESETS[name];

  test('comes back from storage as it is', () => {
    expect(preset.preset).toBe(name);
    expect(parseProfile(structuredClone(preset))).toEqual(preset);
  });

  test('has only codes that can be dialled', () => {
    const plan = { domain: 'pbx.test', country: 'US' };
    const dialled = FEATURES.flatMap((feature) => {
      const way: object | null = preset[feature];
      const code: unknown = way !== null && 'target' in way ? way.target : null;

      return typeof code === 'string' ? [code] : [];
    });

    for (const code of dialled) {
      expect(dialUriFor(codeTarget(code), plan)).toBe(
        `sip:${code.replaceAll('#', '%23')}@pbx.test`,
      );
    }
  });
});

test('any phone system is taken to know nothing but standard SIP, and is not believed', () => {
  expect(DEFAULT_PROFILE).toMatchObject({
    trustsIdentity: false,
    forward: { by: 'redirect' },
    pickUp: { by: 'replaces' },
    conference: { by: 'local' },
    park: null,
    voicemail: null,
  });
});

describe('a stored profile', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'asterisk'],
    ['a list', ['asterisk']],
    ['a phone system that is none', { preset: 'toString' }],
  ])('that is %s is the default', (_, stored) => {
    expect(parseProfile(stored)).toEqual(DEFAULT_PROFILE);
  });

  test('keeps codes that were changed and features that were taken out', () => {
    const changed: Profile = {
      ...PRESETS.freepbx,
      declineAs: 'busy',
      trustsIdentity: false,
      park: { by: 'dtmf', digits: '#72' },
      monitor: null,
    };

    expect(parseProfile(structuredClone(changed))).toEqual(changed);
  });

  test('from an older version has the codes of its phone system where it had none yet', () => {
    expect(parseProfile({ preset: 'freeswitch' })).toEqual(PRESETS.freeswitch);
  });

  test.each<[string, unknown]>([
    ['no way', 7],
    ['a way that this feature has not', { by: 'local' }],
    ['a way of the language', { by: 'constructor' }],
    ['a code that is missing', { by: 'transfer' }],
    ['a code that is no text', { by: 'transfer', target: 700 }],
    ['an empty code', { by: 'transfer', target: '' }],
    ['a header in the code', { by: 'transfer', target: '700\r\nVia: evil' }],
    ['a host in the code', { by: 'transfer', target: '700@evil.example' }],
    ['parameters in the code', { by: 'transfer', target: '700;user=phone' }],
    ['headers in the code', { by: 'transfer', target: '700?Replaces=1' }],
    ['a code too long', { by: 'transfer', target: '7'.repeat(65) }],
  ])('with %s has that of its phone system', (_, park) => {
    expect(parseProfile({ preset: 'asterisk', park }).park).toEqual(PRESETS.asterisk.park);
  });

  test('brings along nothing that is not ours', () => {
    const stored: unknown = JSON.parse(
      '{"__proto__":{"x":1},"preset":"asterisk","evil":1,"park":{"by":"dtmf","digits":"1","evil":2}}',
    );

    expect(parseProfile(stored)).toEqual({
      ...PRESETS.asterisk,
      park: { by: 'dtmf', digits: '1' },
    });
  });

  test('is whole and dialable whatever was stored', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.record({
        by: fc.constantFrom('call', 'dtmf', 'transfer', 'ringcentral', 'local', 'info'),
        target: fc.anything(),
        digits: fc.string(),
        prefix: fc.string(),
      }),
    );

    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('preset', 'declineAs', ...FEATURES), values),
        (stored) => {
          const profile = parseProfile(stored);

          expect(Object.keys(profile).sort()).toEqual(Object.keys(DEFAULT_PROFILE).sort());
          for (const feature of FEATURES) {
            const way: { readonly by: string } | null = profile[feature];
            const codes = way === null ? [] : codesOf(feature, way.by);

            for (const name of codes ?? ['none']) {
              expect(name !== 'none' && isCode(name, String(Reflect.get(way ?? {}, name)))).toBe(
                true,
              );
            }
          }
        },
      ),
    );
  });
});

test('a code is dialled as it stands: no dial rule takes it for a number', () => {
  expect(codeTarget('5900')).toBe('sip:5900');
  expect(dialUriFor(codeTarget('park+1'), { domain: 'pbx.test', country: 'US' })).toBe(
    'sip:park+1@pbx.test',
  );
});
