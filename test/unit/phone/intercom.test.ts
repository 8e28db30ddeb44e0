import { INTERCOM_TONE_MS, type IntercomWish } from '../../../src/phone/intercom';
import { intercomNoticesFor } from '../../../src/phone/alerts';
import { toneFor } from '../../../src/phone/tones';
import { aliceAccount } from '../../support/accounts';
import type { FakeSipStack } from '../../support/fake-sip-stack';
import { newPhone } from '../../support/phone-to-try';

const WISH: IntercomWish = { afterS: 0, isVouched: true };
const RULES = { isOn: true, callers: ['201'] };
const DAVE = { uri: 'sip:201@pbx.test', displayName: 'Dave' };

function setUp(rules = RULES) {
  const { sip, clock, phone } = newPhone();

  phone.configure(aliceAccount(), 'US');
  phone.setAutoAnswer(rules);
  phone.microphoneChanged('granted');
  sip.registered();

  return { sip, clock, phone };
}

const answered = (sip: FakeSipStack) =>
  sip.performed.filter(({ action }) => action.type === 'send-answer').map(({ callId }) => callId);

describe('a caller who may speak at once', () => {
  it('is answered, but not before the user has heard the tone', () => {
    const { sip, clock, phone } = setUp();

    sip.callIn('1', DAVE, WISH);
    expect(toneFor(phone.snapshot)).toBe('intercom');

    clock.pass(INTERCOM_TONE_MS - 1);
    expect(answered(sip)).toEqual([]);

    clock.pass(1);
    expect(answered(sip)).toEqual(['1']);
    expect(toneFor(phone.snapshot)).toBeNull();
  });

  it('is answered when they want it, where that is later', () => {
    const { sip, clock } = setUp();

    sip.callIn('1', DAVE, { ...WISH, afterS: 5 });
    clock.pass(4_999);
    expect(answered(sip)).toEqual([]);
    clock.pass(1);
    expect(answered(sip)).toEqual(['1']);
  });

  it('is announced for as long as they hear the user', () => {
    const { sip, clock, phone } = setUp();

    sip.callIn('1', DAVE, WISH);
    expect(intercomNoticesFor(phone.snapshot)).toEqual([]);
    clock.pass(INTERCOM_TONE_MS);
    sip.happens('1', { type: 'confirmed' });
    expect(intercomNoticesFor(phone.snapshot)).toMatchObject([{ id: 'intercom:1' }]);

    sip.ends('1');
    expect(intercomNoticesFor(phone.snapshot)).toEqual([]);
  });

  it('is not announced like that where the user was quicker', () => {
    const { sip, clock, phone } = setUp();

    sip.callIn('1', DAVE, WISH);
    phone.command('1', { type: 'answer' });
    sip.happens('1', { type: 'confirmed' });
    clock.pass(INTERCOM_TONE_MS);

    expect(answered(sip)).toEqual(['1']);
    expect(intercomNoticesFor(phone.snapshot)).toEqual([]);
  });

  it.each(['decline', 'silence'] as const)('is not answered after the user said %s', (type) => {
    const { sip, clock, phone } = setUp();

    sip.callIn('1', DAVE, WISH);
    phone.command('1', { type });
    clock.pass(60_000);

    expect(answered(sip)).toEqual([]);
  });

  it('is not answered when they have hung up meanwhile', () => {
    const { sip, clock } = setUp();

    sip.callIn('1', DAVE, WISH);
    sip.ends('1');
    clock.pass(60_000);

    expect(answered(sip)).toEqual([]);
  });
});

describe('a call rings like any other, and the microphone stays shut,', () => {
  function rings(
    { sip, clock, phone }: ReturnType<typeof setUp>,
    remote = DAVE,
    wish: IntercomWish | null = WISH,
  ) {
    sip.callIn('in', remote, wish ?? undefined);
    expect(toneFor(phone.snapshot)).not.toBe('intercom');
    clock.pass(120_000);

    expect(answered(sip)).toEqual([]);
    expect(phone.snapshot.calls.find(({ id }) => id === 'in')?.state).toBe('ringing');
  }

  it('while nobody has switched it on', () => {
    rings(setUp({ isOn: false, callers: ['201'] }));
  });

  it('of a caller who is not in the list', () => {
    rings(setUp({ isOn: true, callers: ['202'] }));
  });

  it('of a caller whom the phone system does not vouch for', () => {
    rings(setUp(), DAVE, { afterS: 0, isVouched: false });
  });

  it('of a caller who only has the name of one in the list', () => {
    rings(setUp(), { uri: 'sip:666@pbx.test', displayName: '201' });
  });

  it('that does not want anything else', () => {
    rings(setUp(), DAVE, null);
  });

  it('while there is another call', () => {
    const all = setUp();

    all.phone.dial('100');
    rings(all);
  });

  it('while the microphone is not allowed', () => {
    const all = setUp();

    all.phone.microphoneChanged('prompt');
    rings(all);
  });
});

it('two who want to speak at once both ring', () => {
  const { sip, clock, phone } = setUp();

  sip.callIn('1', DAVE, WISH);
  sip.callIn('2', DAVE, WISH);
  clock.pass(120_000);

  expect(answered(sip)).toEqual([]);
  expect(toneFor(phone.snapshot)).toBe('ringtone');
});
