import fc from 'fast-check';
import {
  DEFAULT_DIAL_RULES,
  leaveAllAsWritten,
  type DialRules,
} from '../../../src/account/dial-rules';
import { byDialRules } from '../../../src/number/by-dial-rules';
import { InvalidTargetError, dialUriFor, redialTarget } from '../../../src/number/dial-target';
import { internationalPrefixOf } from '../../../src/number/international-prefix';
import { asWritten, dialledText, wireUriFor, type Dialling } from '../../../src/number/wire-uri';

const rules = (change: Partial<DialRules>): DialRules => ({ ...DEFAULT_DIAL_RULES, ...change });
const by =
  (wanted: DialRules): Dialling =>
  (digits, country) =>
    byDialRules(digits, country, wanted);

const PLAIN = rules({});
const E164 = rules({ form: 'e164' });
const GERMAN = rules({ form: 'national', outsidePrefix: '0' });
const AMERICAN = rules({ form: 'national', outsidePrefix: '9' });
const INTERNATIONAL = rules({ form: 'international' });

describe('a phone system that reads numbers as they are written', () => {
  it.each(['030 1234567', '+493023125000', '0049301234567', '101', '*21*0301#', '112', '7654321'])(
    'gets %s',
    (target) => {
      const plan = { domain: 'pbx.example', country: 'DE' };

      expect(wireUriFor(target, plan, by(PLAIN))).toBe(dialUriFor(target, plan));
    },
  );

  it.each([
    ['0301234567', '00301234567'],
    ['+493023125000', '+493023125000'],
  ])('with an outside line gets %s as %s: a + needs none', (digits, dialled) => {
    expect(byDialRules(digits, 'DE', rules({ outsidePrefix: '0' }))).toBe(dialled);
  });
});

describe('a phone system that wants the + form', () => {
  it.each([
    ['03023125000', 'DE', '+493023125000'],
    ['004930 23125000'.replace(' ', ''), 'DE', '+493023125000'],
    ['+493023125000', 'US', '+493023125000'],
    ['2125552671', 'US', '+12125552671'],
    ['12125552671', 'US', '+12125552671'],
    ['011442079460018', 'US', '+442079460018'],
    ['0612345678', 'FR', '+33612345678'],
    ['0669812345', 'IT', '+390669812345'],
    ['84951234567', 'RU', '+74951234567'],
    // What no numbering plan knows goes as it was written.
    ['7654321', 'DE', '7654321'],
  ])('gets %s of %s as %s', (digits, country, dialled) => {
    expect(byDialRules(digits, country, E164)).toBe(dialled);
  });
});

describe('a phone system that wants country codes with 00', () => {
  it.each([
    ['03023125000', 'DE', '00493023125000'],
    ['+493023125000', 'DE', '00493023125000'],
    ['+80012345678', 'DE', '0080012345678'],
  ])('gets %s of %s as %s', (digits, country, dialled) => {
    expect(byDialRules(digits, country, INTERNATIONAL)).toBe(dialled);
  });
});

describe('a phone system with an outside line and numbers as at home', () => {
  it.each([
    ['+493023125000', 'DE', GERMAN, '003023125000'],
    ['03023125000', 'DE', GERMAN, '003023125000'],
    ['+442079460018', 'DE', GERMAN, '000442079460018'],
    ['00442079460018', 'DE', GERMAN, '000442079460018'],
    ['+12125552671', 'US', AMERICAN, '912125552671'],
    ['2125552671', 'US', AMERICAN, '912125552671'],
    ['+14165550123', 'US', AMERICAN, '914165550123'],
    ['+442079460018', 'US', AMERICAN, '9011442079460018'],
    ['5552671', 'US', AMERICAN, '95552671'],
    ['+33612345678', 'FR', rules({ form: 'national' }), '0612345678'],
    ['+390669812345', 'IT', rules({ form: 'national' }), '0669812345'],
    ['+74951234567', 'RU', rules({ form: 'national' }), '84951234567'],
  ])('gets %s of %s as wanted: %#', (digits, country, wanted, dialled) => {
    expect(byDialRules(digits, country, wanted)).toBe(dialled);
  });

  it.each([
    ['912125552671', 'US', AMERICAN, '912125552671'],
    ['9011442079460018', 'US', AMERICAN, '9011442079460018'],
    ['001701234567', 'DE', GERMAN, '001701234567'],
  ])(
    'gets the digits for it once, where %s was typed with them',
    (digits, country, wanted, dialled) => {
      expect(byDialRules(digits, country, wanted)).toBe(dialled);
    },
  );
});

describe('whatever the rules, a phone system gets as it is', () => {
  const ALL = [E164, GERMAN, AMERICAN, INTERNATIONAL, rules({ outsidePrefix: '9' })];

  it.each([
    '204',
    '1001',
    '112',
    '911',
    '999',
    '110',
    '116117',
    '411',
    '*21*0301234567#',
    '##002#',
  ])('%s', (digits) => {
    for (const wanted of ALL) {
      expect(byDialRules(digits, 'DE', wanted)).toBe(digits);
      expect(byDialRules(digits, 'US', wanted)).toBe(digits);
    }
  });

  it('an emergency number, where even that could be replaced', () => {
    const eager = rules({ extensionDigits: 0, replacements: [{ from: '1', to: '2' }] });

    expect(byDialRules('112', 'DE', eager)).toBe('112');
    expect(byDialRules('911', 'US', rules({ extensionDigits: 0, outsidePrefix: '9' }))).toBe('911');
  });

  it.each(['bob@other.example', 'sip:0301234567@pbx.example', 'sips:204@pbx.example'])(
    'the address %s',
    (target) => {
      const plan = { domain: 'pbx.example', country: 'DE' };

      expect(wireUriFor(target, plan, by(GERMAN))).toBe(dialUriFor(target, plan));
    },
  );
});

describe('extensions', () => {
  it('are as long as the user says', () => {
    const wanted = rules({ extensionDigits: 8, outsidePrefix: '0' });

    expect(byDialRules('76543210', 'DE', wanted)).toBe('76543210');
    expect(byDialRules('765432109', 'DE', wanted)).toBe('0765432109');
  });
});

describe('replacements', () => {
  const wanted = rules({
    form: 'e164',
    outsidePrefix: '9',
    replacements: [
      { from: '+493023125', to: '' },
      { from: '+49', to: '0' },
    ],
  });

  it.each([
    ['+493023125118', '9118'],
    ['08912345678', '908912345678'],
    ['+442079460018', '+442079460018'],
  ])('take the first that fits: %s is %s', (digits, dialled) => {
    expect(byDialRules(digits, 'DE', wanted)).toBe(dialled);
  });

  it('that leave nothing over leave nothing to dial', () => {
    const nothing = rules({ replacements: [{ from: '03023125000', to: '' }] });

    expect(() =>
      wireUriFor('03023125000', { domain: 'pbx.example', country: 'DE' }, by(nothing)),
    ).toThrow(InvalidTargetError);
  });
});

describe('a call to the same again', () => {
  it('calls a number of the own phone system by its number, so that the rules apply once', () => {
    expect(redialTarget('sip:+493023125000@pbx.example', 'PBX.example')).toBe('+493023125000');
    expect(redialTarget('sip:204@pbx.example', 'pbx.example')).toBe('204');
  });

  it.each([
    'sip:bob@pbx.example',
    'sip:204@other.example',
    'sip:%2A97@pbx.example',
    'sip:anonymous@anonymous.invalid',
  ])('calls %s by its address', (uri) => {
    expect(redialTarget(uri, 'pbx.example')).toBe(uri);
  });
});

describe('the prefix for numbers abroad', () => {
  it.each([
    ['DE', '00'],
    ['US', '011'],
    ['JP', '010'],
    ['AU', '0011'],
    ['RU', '810'],
    // Each carrier has its own: the usual one will do.
    ['BR', '00'],
    ['FI', '00'],
    ['ZZ', '00'],
  ])('is in %s %s', (country, prefix) => {
    expect(internationalPrefixOf(country)).toBe(prefix);
  });

  it('is the one that the user gave, where they gave one', () => {
    const wanted = rules({ form: 'international', internationalPrefix: '*00' });

    expect(byDialRules('+442079460018', 'DE', wanted)).toBe('*00442079460018');
  });
});

describe('what is shown of what is dialled', () => {
  it.each([
    ['030 23125000', '+493023125000'],
    ['*21*204#', '*21*204#'],
    ['sip:bob', 'bob'],
    ['bob@other.example', 'bob@other.example'],
    ['hello world', null],
    ['', null],
  ])('is for %j %j', (target, shown) => {
    expect(dialledText(target, 'DE', by(E164))).toBe(shown);
  });
});

it('rules that leave all as it is written need not be looked at', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\+?[0-9*#]{1,20}$/),
      fc.constantFrom('DE', 'US', 'IT', 'ZZ', ''),
      fc.stringMatching(/^[0-9*#]{0,8}$/),
      fc.integer({ min: 0, max: 9 }),
      (digits, country, internationalPrefix, extensionDigits) => {
        const wanted = rules({ internationalPrefix, extensionDigits });

        expect(leaveAllAsWritten(wanted)).toBe(true);
        expect(byDialRules(digits, country, wanted)).toBe(asWritten(digits, country));
      },
    ),
  );
});

it.each<[string, Partial<DialRules>]>([
  ['a form', { form: 'e164' }],
  ['an outside line', { outsidePrefix: '0' }],
  ['a replacement', { replacements: [{ from: '+49', to: '0' }] }],
])('rules with %s must be looked at', (_what, change) => {
  expect(leaveAllAsWritten(rules(change))).toBe(false);
});

it('what is dialled can be sent, whatever the rules and the number', () => {
  const prefix = fc.stringMatching(/^[0-9*#]{0,8}$/);

  fc.assert(
    fc.property(
      fc.stringMatching(/^\+?[0-9*#]{1,20}$/),
      fc.constantFrom('DE', 'US', 'IT', 'ZZ', ''),
      fc.record({
        form: fc.constantFrom('as-written', 'e164', 'international', 'national'),
        internationalPrefix: prefix,
        outsidePrefix: prefix,
        extensionDigits: fc.integer({ min: 0, max: 9 }),
        replacements: fc.array(
          fc.record({ from: fc.stringMatching(/^\+?[0-9]{1,4}$/), to: prefix }),
          { maxLength: 3 },
        ),
      }),
      (digits, country, wanted) => {
        expect(byDialRules(digits, country, wanted)).toMatch(/^\+?[0-9*#+]*$/);
      },
    ),
  );
});
