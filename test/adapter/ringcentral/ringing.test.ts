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
      via: 'Sales = Service',
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

  test('a call is sent to the mailbox', async () => {
    const { call, callId } = await ring({ closes });

    alice.command(callId, { type: 'to-voicemail' });
    await call.untilOutcome('voicemail');
    expect(await alice.call(({ state }) => state === 'terminated')).toMatchObject({
      isSentToVoicemail: true,
      end: { cause: 'rejected' },
    });
    expect(call.commands).toEqual(['17', '11']);
    expect(call.ignored).toEqual([]);
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

describe('words for the caller', () => {
  const TEXT = 'In a meeting "till" 5 & back <soon>';
  let call: RingingCall;
  let callId: string;

  beforeEach(async () => {
    ({ call, callId } = await ring());
    alice.command(callId, { type: 'begin-reply' });
    await call.untilCommand('13');
    expect((await alice.call()).state).toBe('ringing');
    alice.command(callId, { type: 'reply', text: TEXT });
    await call.untilOutcome('replied');
    await alice.call(({ state }) => state === 'terminated');
  });

  test('are read to them as they were written, and end the call here', async () => {
    expect(call.replyText).toBe(TEXT);
    expect(call.commands).toEqual(['17', '13', '14']);
    expect(await alice.call()).toMatchObject({
      reply: { state: 'sent' },
      end: { cause: 'rejected' },
    });
  });

  test.each([
    ['1', {}, { answer: 'yes', number: null }],
    ['2', {}, { answer: 'no', number: null }],
    ['3', { number: '+16505550142' }, { answer: 'urgent', number: '+16505550142' }],
    ['0', {}, { answer: 'none', number: null }],
  ] as const)('are answered by them later (%s)', async (response, change, answer) => {
    alice.phone.dismiss(callId);
    call.answerReply(response, change);

    const { answers } = await alice.until((snapshot) => snapshot.answers.length > 0);

    expect(answers).toMatchObject([
      { id: callId, remote: { displayName: 'WIRELESS CALLER' }, ...answer },
    ]);
  });

  test('are not answered by what is meant for another call or another phone', async () => {
    call.answerReply('1', { sid: '999' });
    call.answerReply('1', { client: 'auth-9' });
    await double.untilAnswered('MESSAGE');
    expect(alice.phone.snapshot.answers).toEqual([]);
  });
});

test('words for a caller whom RingCentral did not announce are refused, and the call rings on', async () => {
  const { callId } = await ring({ announcedBy: null });

  alice.command(callId, { type: 'reply', text: 'Later' });
  expect(await alice.call(({ reply }) => reply?.state === 'failed')).toMatchObject({
    state: 'ringing',
  });
});

test('the mailbox is closed to a call that was not confirmed; SIP then says who is not there', async () => {
  const { call, callId } = await ring();

  await call.untilCommand('17');
  call.forgetConfirmations();
  alice.command(callId, { type: 'to-voicemail' });
  expect(await call.untilIgnored()).toBe('not confirmed before');
  await alice.pass(5000);
  await call.untilOutcome('refused');
  expect(call.finalOf(await double.instance('auth-1'))).toBe(480);
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
