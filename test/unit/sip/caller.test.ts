import fc from 'fast-check';
import { callerIn, newPartyIn, type Fields } from '../../../src/sip/caller';

const FROM = '"Bob" <sip:bob@far.test:5070;transport=tcp>;tag=1';
const HIDDEN = { uri: 'sip:anonymous@anonymous.invalid', displayName: null };

function fields(values: Readonly<Record<string, string | readonly string[]>>): Fields {
  return (name) => [values[name] ?? []].flat();
}

function caller(values: Readonly<Record<string, string | readonly string[]>>, isTrusted = true) {
  return callerIn(fields({ from: FROM, to: '<sip:alice@pbx.test>', ...values }), isTrusted);
}

describe('who is calling', () => {
  test('is who they say they are where nothing else is said, without the way to reach them', () => {
    expect(caller({})).toEqual({
      remote: { uri: 'sip:bob@far.test', displayName: 'Bob' },
      isVouched: false,
    });
  });

  test('is whom the phone system asserts, before its older form, before From', () => {
    const rpid = '"Carol" <sip:202@pbx.test>;party=calling;screen=yes';

    expect(caller({ 'remote-party-id': rpid })).toEqual({
      remote: { uri: 'sip:202@pbx.test', displayName: 'Carol' },
      isVouched: true,
    });
    expect(
      caller({
        'remote-party-id': rpid,
        'p-asserted-identity': '"Dave" <sip:203@pbx.test>',
      }),
    ).toEqual({ remote: { uri: 'sip:203@pbx.test', displayName: 'Dave' }, isVouched: true });
  });

  test('is never whom a stranger’s headers assert', () => {
    expect(
      caller(
        {
          'p-asserted-identity': '"Police" <sip:110@pbx.test>',
          'remote-party-id': '"Police" <sip:110@pbx.test>;screen=yes',
          diversion: '"Bank" <sip:1@pbx.test>',
        },
        false,
      ),
    ).toEqual({ remote: { uri: 'sip:bob@far.test', displayName: 'Bob' }, isVouched: false });
  });

  test('is a SIP address before a telephone number, and the number where there is no other', () => {
    expect(
      caller({ 'p-asserted-identity': '<tel:+12125550100>, "Bob" <sip:+12125550100@pbx.test>' })
        .remote.uri,
    ).toBe('sip:+12125550100@pbx.test');
    expect(caller({ 'p-asserted-identity': '<tel:+12125550100>' }).remote.uri).toBe(
      'tel:+12125550100',
    );
  });

  test('is believed of the older form, but not vouched for, where nobody checked it', () => {
    expect(caller({ 'remote-party-id': '<sip:202@pbx.test>;screen=no' })).toMatchObject({
      remote: { uri: 'sip:202@pbx.test' },
      isVouched: false,
    });
    expect(caller({ 'remote-party-id': '<sip:202@pbx.test>;party=called' }).remote.uri).toBe(
      'sip:bob@far.test',
    );
  });

  test.each<[string, Record<string, string>]>([
    ['says so in From', { from: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1' }],
    ['wants privacy', { privacy: 'id' }],
    [
      'wants privacy of what the phone system knows',
      { privacy: 'header; ID', 'p-asserted-identity': '"Bob" <sip:201@pbx.test>' },
    ],
    ['wants it in the older form', { 'remote-party-id': '<sip:201@pbx.test>;privacy=full' }],
    ['has no address that can be read', { from: 'nonsense' }],
  ])('is nobody who %s', (_, values) => {
    expect(caller(values)).toEqual({ remote: HIDDEN, isVouched: false });
  });

  test('has a number without a name where only the name is private', () => {
    expect(caller({ 'remote-party-id': '"Bob" <sip:201@pbx.test>;privacy=name' }).remote).toEqual({
      uri: 'sip:201@pbx.test',
      displayName: null,
    });
  });

  test('shows what the phone system knows of who hides it in From alone', () => {
    expect(
      caller({
        from: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1',
        'p-asserted-identity': '"Reception" <sip:100@pbx.test>',
      }).remote,
    ).toEqual({ uri: 'sip:100@pbx.test', displayName: 'Reception' });
  });

  test('has a short name, of what can be seen', () => {
    const name = `An\u200bna\u202e\ue0041\u3164${'x'.repeat(100_000)}`;

    expect(
      caller({ 'p-asserted-identity': `"A\u200bn\u2066n\u3164a" <sip:1@pbx.test>` }).remote
        .displayName,
    ).toBe('An na');
    expect(caller({ from: `"${name}" <sip:1@pbx.test>` }).remote).toEqual(HIDDEN);
    expect(caller({ from: `"${'x'.repeat(300)}" <sip:1@pbx.test>` }).remote.displayName).toBe(
      'x'.repeat(64),
    );
  });

  test('has text for a name, whatever it looks like', () => {
    const script = '<img src=x onerror=alert(1)>';

    expect(caller({ from: `"${script}" <sip:1@pbx.test>` }).remote).toEqual({
      uri: 'sip:1@pbx.test',
      displayName: script,
    });
  });
});

describe('by whose way', () => {
  const via = (values: Readonly<Record<string, string | readonly string[]>>) =>
    caller(values).remote.via;

  test('is told by the newest diversion, by name or else by number', () => {
    expect(
      via({
        diversion: [
          '"Sales" <sip:300@pbx.test>;reason=no-answer;counter=1',
          '"Main" <sip:100@pbx.test>;reason=unconditional',
        ],
      }),
    ).toBe('Sales');
    expect(via({ diversion: '<sip:+12125550100@pbx.test>;reason=user-busy' })).toBe('+12125550100');
  });

  test('is told by the last step but one of the call’s history', () => {
    expect(
      via({
        'history-info': [
          '<sip:100@pbx.test>;index=1, "Sales" <sip:300@pbx.test?Reason=SIP%3Bcause%3D302>;index=1.1',
          '<sip:alice@192.0.2.1>;index=1.2;mp=1.1',
        ],
      }),
    ).toBe('Sales');
    expect(via({ 'history-info': '<sip:alice@pbx.test>;index=1' })).toBeUndefined();
  });

  test.each<[string, Record<string, string | readonly string[]>]>([
    ['by way of us', { diversion: '<sip:alice@pbx.test>;reason=deflection' }],
    ['by way of the caller', { diversion: '<sip:bob@far.test>' }],
    ['by somebody who hides it', { diversion: '"Sales" <sip:300@pbx.test>;privacy=full' }],
    [
      'in a history that is hidden',
      {
        'history-info': ['<sip:300@pbx.test?Privacy=history>;index=1', '<sip:a@pbx.test>;index=2'],
      },
    ],
    ['in nonsense', { diversion: 'nonsense', 'history-info': ',,,"' }],
  ])('is not told where it is %s', (_, values) => {
    expect(via(values)).toBeUndefined();
  });

  test('is read of the newest of five hundred steps alone', () => {
    const steps = Array.from(
      { length: 500 },
      (_, step) => `<sip:${step}@pbx.test>;index=1.${step}`,
    );

    expect(via({ 'history-info': steps })).toBe('498');
    expect(via({ 'history-info': steps.join(', ') })).toBe('498');
  });
});

describe('who takes over', () => {
  const pai = '"Carol" <sip:202@pbx.test>';

  test('is whom the phone system names in a request inside the call', () => {
    expect(newPartyIn(fields({ from: FROM, 'p-asserted-identity': pai }), true)).toEqual({
      uri: 'sip:202@pbx.test',
      displayName: 'Carol',
    });
  });

  test('hides as well as anybody', () => {
    expect(newPartyIn(fields({ 'p-asserted-identity': pai, privacy: 'id' }), true)).toEqual(HIDDEN);
  });

  test('is not told by From, and not by a phone system that is not believed', () => {
    expect(newPartyIn(fields({ from: FROM }), true)).toBeNull();
    expect(newPartyIn(fields({ 'p-asserted-identity': pai }), false)).toBeNull();
  });
});

test('whatever stands in the fields, the caller is short text and an address without line ends', () => {
  const names = [
    'from',
    'to',
    'p-asserted-identity',
    'remote-party-id',
    'diversion',
    'history-info',
  ];
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => `"${text}" <sip:${text}@${text}>;screen=yes`),
  );

  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(wild)), (values) => {
      const { remote } = callerIn(fields(values), true);

      expect(remote.uri).toMatch(/^(?:sips?|tel):[^\s"<>]+$/i);
      for (const shown of [remote.displayName, remote.via ?? null]) {
        expect(Array.from(shown ?? '').length).toBeLessThanOrEqual(64);
        expect(shown ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }),
  );
});

test('a hundred thousand characters are no work', () => {
  const long = [`"${'\\'.repeat(50_000)}`, `<${'sip:'.repeat(25_000)}`, ','.repeat(100_000)];
  const startMs = performance.now();

  for (const value of long) {
    caller({ from: value, 'p-asserted-identity': value, diversion: value, 'history-info': value });
  }
  expect(performance.now() - startMs).toBeLessThan(200);
});
