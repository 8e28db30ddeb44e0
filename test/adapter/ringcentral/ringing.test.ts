import { RingCentralDouble } from '../../pbx/ringcentral/double';
import type { RingWish } from '../../pbx/ringcentral/announcement';
import type { RingingCall } from '../../pbx/ringcentral/ringing-call';
import { RingCentralPhone } from './phone-bed';

let double: RingCentralDouble;
let alice: RingCentralPhone;

beforeEach(async () => {
  double = await RingCentralDouble.start();
  alice = await new RingCentralPhone(double, 'auth-1').registered();
});

afterEach(() => double.close());

/** A call rings at all phones, and ours knows it. */
async function ring(wish: RingWish = {}): Promise<{ call: RingingCall; callId: string }> {
  const call = await double.ring(wish);
  const { id } = await alice.call(({ state }) => state === 'ringing');

  return { call, callId: id };
}

describe('a call that is announced', () => {
  test.each(['P-rc', 'p-rc', 'P-Rc'])('by %s is confirmed at once', async (announcedBy) => {
    const { call } = await ring({ announcedBy });

    await call.untilCommand('17');
    expect(call.ignored).toEqual([]);
  });

  test('shows who calls', async () => {
    await ring();

    expect((await alice.call()).remote).toEqual({
      uri: `sip:+16505550100@${double.domain}`,
      displayName: 'WIRELESS CALLER',
    });
  });

  test('without a word of RingCentral rings as everywhere, and is declined as everywhere', async () => {
    const { call, callId } = await ring({ announcedBy: null });

    alice.command(callId, { type: 'decline' });
    await call.untilOutcome('refused');
    expect(call.finalOf(await double.instance('auth-1'))).toBe(603);
    expect(call.commands).toEqual([]);
  });

  test('without an offer gets ours with the answer', async () => {
    const { call, callId } = await ring({ isWithoutOffer: true });

    alice.command(callId, { type: 'answer' });
    await call.answered();
    await alice.call(({ state }) => state === 'established');
    expect(alice.media.of(callId).remote).toHaveLength(1);
  });

  test('to an intercom rings until the user says otherwise', async () => {
    const { call } = await ring({
      headers: ['Alert-Info: Auto Answer', 'Call-Info: <sip:x@y>;purpose=info;Answer-After=0'],
    });

    await call.untilCommand('17');
    expect((await alice.call()).state).toBe('ringing');
  });
});

describe.each(['before', 'after'] as const)('where the end is told %s the CANCEL', (closes) => {
  test('a declined call goes on ringing at the caller, and is declined here', async () => {
    const { call, callId } = await ring({ closes });

    alice.command(callId, { type: 'decline' });
    await call.untilOutcome('rejected');
    expect((await alice.call(({ state }) => state === 'terminated')).end).toMatchObject({
      cause: 'rejected',
    });
    expect(call.commands).toEqual(['17', '12']);
  });

  test('a call is forwarded to the number that was typed', async () => {
    const { call, callId } = await ring({ closes });

    alice.command(callId, { type: 'redirect', target: '+1 650-555-0177' });
    await call.untilOutcome('forwarded');
    expect(call.forwardedTo).toBe('+16505550177');
    expect(await alice.call(({ state }) => state === 'terminated')).toMatchObject({
      forwardedTo: `sip:+16505550177@${double.domain}`,
      end: { cause: 'rejected' },
    });
  });
});

test('what RingCentral does not take is done by SIP', async () => {
  const { call, callId } = await ring();

  await call.untilCommand('17');
  call.isDeaf = true;
  alice.command(callId, { type: 'decline' });
  expect(await call.untilIgnored()).toBe('deaf');
  await alice.pass(5000);
  await call.untilOutcome('refused');
  expect((await alice.call(({ state }) => state === 'terminated')).end?.cause).toBe('rejected');
});

describe('a call that rings at two phones', () => {
  let second: RingCentralPhone;

  beforeEach(async () => {
    second = await new RingCentralPhone(double, 'auth-2').registered();
  });

  test.each([true, false])(
    'and is answered at one is not missed at the other (CANCEL says so: %s)',
    async (tellsReason) => {
      const { call } = await ring({ tellsReason });
      const there = await second.call(({ state }) => state === 'ringing');

      second.command(there.id, { type: 'answer' });
      await call.answered();
      expect(await alice.call(({ state }) => state === 'terminated')).toMatchObject({
        end: { cause: 'cancelled', reason: { protocol: 'SIP', cause: 200 } },
      });
      expect(await second.call(({ state }) => state === 'established')).toMatchObject({
        id: there.id,
      });
    },
  );

  test('and is given up by the caller is missed at both', async () => {
    const { call } = await ring();

    await second.call(({ state }) => state === 'ringing');
    call.giveUp();
    for (const phone of [alice, second]) {
      expect((await phone.call(({ state }) => state === 'terminated')).end).toMatchObject({
        cause: 'cancelled',
        reason: null,
      });
    }
  });
});
