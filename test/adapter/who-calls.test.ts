import { PRESETS } from '../../src/account/profile';
import { Phone } from '../../src/phone/phone';
import { FakeClock } from '../support/fake-clock';
import { ALICE } from './bench';
import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { answer, ring } from './rung';

useBench();

test('a call rings with the name and number of the caller', async () => {
  const { remote } = await ring();

  expect(remote).toEqual({ uri: 'sip:bob@example.test', displayName: 'Bob' });
  await bench.wire.next(180);
});

describe('a phone system that is believed', () => {
  beforeEach(() => {
    bench.stack.configure({ ...ALICE, profile: PRESETS.asterisk });
  });

  test('says who calls, and by whose way', async () => {
    const { remote } = await ring([
      'From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=x',
      'P-Asserted-Identity: "Reception" <sip:100@example.test>',
      'Diversion: "Sales" <sip:300@example.test>;reason=no-answer',
    ]);

    expect(remote).toEqual({
      uri: 'sip:100@example.test',
      displayName: 'Reception',
      via: 'Sales',
    });
  });

  test('keeps the number of who wants that', async () => {
    const { remote } = await ring(['P-Asserted-Identity: <sip:100@example.test>', 'Privacy: id']);

    expect(remote).toEqual({ uri: 'sip:anonymous@anonymous.invalid', displayName: null });
  });

  test.each(['INVITE', 'UPDATE'])('says in %s who has the call now', async (method) => {
    const { callId } = await ring();
    const ok = await answer(callId);

    bench.wire.deliver(
      bench.inDialog(ok, method, 2, {
        headers: ['P-Asserted-Identity: "Carol" <sip:202@example.test>'],
        body: sdp(),
      }),
    );

    expect((await bench.event(callId, 'remote-identified')).remote).toEqual({
      uri: 'sip:202@example.test',
      displayName: 'Carol',
    });
  });
});

describe('a caller who wants to be answered by itself', () => {
  const WISH = 'Call-Info: <sip:example.test>;answer-after=0';
  const rings = async (headers: readonly string[]) => {
    bench.wire.deliver(bench.request('INVITE', headers, { body: sdp() }));

    return bench.reported('invited');
  };

  test('is told of, with whether the phone system vouches for them', async () => {
    bench.stack.configure({ ...ALICE, profile: PRESETS.asterisk });

    expect((await rings([WISH, 'P-Asserted-Identity: <sip:201@example.test>'])).intercom).toEqual({
      afterS: 0,
      isVouched: true,
    });
    expect((await rings([WISH])).intercom).toEqual({ afterS: 0, isVouched: false });
    expect((await rings([])).intercom).toBeUndefined();
  });

  test('is vouched for by nobody where the phone system is not believed', async () => {
    expect((await rings([WISH, 'P-Asserted-Identity: <sip:201@example.test>'])).intercom).toEqual({
      afterS: 0,
      isVouched: false,
    });
  });

  test.each([WISH, 'Alert-Info: info=alert-autoanswer', 'Answer-Mode: Auto;require'])(
    'rings, and no microphone opens, for all that %s says',
    async (header) => {
      const phone = new Phone(bench.stack, () => 'id', new FakeClock());

      phone.microphoneChanged('granted');
      bench.wire.deliver(bench.request('INVITE', [header], { body: sdp() }));
      await bench.wire.next(180);
      await bench.answersOptions();

      expect(phone.snapshot.calls).toMatchObject([{ state: 'ringing', answersAtMs: null }]);
      // The one that OPTIONS got: an answer would open the microphone for what to say in it.
      expect(bench.wire.sent.filter(({ status }) => status === 200)).toHaveLength(1);
    },
  );
});

test('a phone system that nobody believes names no callers', async () => {
  const { callId, remote } = await ring([
    'P-Asserted-Identity: "Police" <sip:110@example.test>',
    'Diversion: "Bank" <sip:1@example.test>',
  ]);

  expect(remote).toEqual({ uri: 'sip:bob@example.test', displayName: 'Bob' });

  const ok = await answer(callId);

  bench.wire.deliver(
    bench.inDialog(ok, 'UPDATE', 2, {
      headers: ['P-Asserted-Identity: "Police" <sip:110@example.test>'],
    }),
  );
  await bench.wire.next(200);

  expect(bench.reports).toEqual([]);
});

test('a caller without a name, and one whose name would turn the text around', async () => {
  expect((await ring(['From: <sip:+4930123@example.test;user=phone>;tag=1'])).remote).toEqual({
    uri: 'sip:+4930123@example.test',
    displayName: null,
  });
  expect(
    (await ring(['From: "Bob\u202eecila" <sip:b@example.test>;tag=2'])).remote.displayName,
  ).toBe('Bob ecila');
});
