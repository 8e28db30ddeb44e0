import type { OutgoingRules } from '../../../src/account/outgoing';
import { PRESETS, type Profile } from '../../../src/account/profile';
import { InvalidTargetError } from '../../../src/number/dial-target';
import { PhoneRefusedError } from '../../../src/phone/refusal';
import { aliceAccount } from '../../support/accounts';
import type { FakeSipStack } from '../../support/fake-sip-stack';
import { newPhone } from '../../support/phone-to-try';

const RULES: OutgoingRules = { shown: 'own', numbers: ['+12125550100'], headers: [] };

function phoneWith(profile: Profile, rules: Partial<OutgoingRules> = {}) {
  const { sip, phone } = newPhone();

  phone.configure(aliceAccount({ profile }), 'US');
  phone.setOutgoing({ ...RULES, ...rules });
  sip.registered();

  return { phone, sip };
}

function invited(sip: FakeSipStack) {
  const [invite] = sip.invited;

  return invite === undefined ? null : { ...invite, callId: undefined };
}

test('a call says nothing of its own about who calls', () => {
  const { phone, sip } = phoneWith(PRESETS.generic);

  phone.dial('200');

  expect(invited(sip)).toEqual({ uri: 'sip:200@pbx.test' });
});

describe('a hidden number', () => {
  test('is left out of the sender, and known to the phone system alone', () => {
    const { phone, sip } = phoneWith(PRESETS.generic);

    phone.dial('200', 'hidden');

    expect(invited(sip)).toEqual({
      uri: 'sip:200@pbx.test',
      from: { uri: 'sip:anonymous@anonymous.invalid', displayName: 'Anonymous' },
      headers: ['Privacy: id', 'P-Preferred-Identity: <sip:alice@pbx.test>'],
    });
  });

  test('is asked for where the phone system knows its phones by their From', () => {
    const { phone, sip } = phoneWith(PRESETS.asterisk);

    phone.dial('200', 'hidden');

    expect(invited(sip)).toEqual({ uri: 'sip:200@pbx.test', headers: ['Privacy: id'] });
  });

  test('is dialled where there is a code for it; the call is still to whom the user meant', () => {
    const { phone, sip } = phoneWith(PRESETS.ringcentral);

    phone.dial('+12125550123', 'hidden');

    expect(invited(sip)).toEqual({ uri: 'sip:*67+12125550123@pbx.test' });
    expect(phone.snapshot.calls[0]?.remote.uri).toBe('sip:+12125550123@pbx.test');
  });

  test('can be the rule, and not for one call', () => {
    const { phone, sip } = phoneWith(PRESETS.asterisk, { shown: 'hidden' });

    phone.dial('200');
    phone.dial('200', 'own');

    expect(sip.invited.map(({ headers }) => headers)).toEqual([['Privacy: id'], undefined]);
  });

  test('is not shown instead where there is no way to hide it', () => {
    const { phone, sip } = phoneWith({ ...PRESETS.generic, hideNumber: null });

    expect(() => phone.dial('200', 'hidden')).toThrow(new PhoneRefusedError('number-not-hidden'));
    expect(sip.invited).toEqual([]);
    expect(phone.snapshot.calls).toEqual([]);
  });

  test.each(['112', '911'])('is shown to those who help: %s', (number) => {
    const { phone, sip } = phoneWith(PRESETS.generic, { shown: 'hidden' });

    phone.dial(number);

    expect(invited(sip)).toEqual({ uri: `sip:${number}@pbx.test` });
  });
});

test.each([
  [PRESETS.generic, { headers: ['P-Preferred-Identity: <sip:+12125550100@pbx.test>'] }],
  [PRESETS.freepbx, { headers: ['P-Asserted-Identity: <sip:+12125550100@pbx.test>'] }],
  [
    { ...PRESETS.generic, callerIdBy: 'from' as const },
    { from: { uri: 'sip:+12125550100@pbx.test', displayName: 'Alice' } },
  ],
])('another number of ours is shown the way %# of the phone system', (profile, wish) => {
  const { phone, sip } = phoneWith(profile);

  phone.dial('200', '+12125550100');

  expect(invited(sip)).toEqual({ uri: 'sip:200@pbx.test', ...wish });
});

test('every call carries the user’s own lines', () => {
  const { phone, sip } = phoneWith(PRESETS.asterisk, {
    headers: [{ name: 'X-Department', value: 'Sales' }],
  });

  phone.dial('200', 'hidden');

  expect(invited(sip)).toMatchObject({ headers: ['Privacy: id', 'X-Department: Sales'] });
});

test('nobody can be called back who hid their number', () => {
  const { phone, sip } = phoneWith(PRESETS.generic);

  expect(() => phone.redial('sip:anonymous@anonymous.invalid')).toThrow(InvalidTargetError);
  expect(sip.invited).toEqual([]);
});
