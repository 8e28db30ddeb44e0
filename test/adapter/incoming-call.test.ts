import { PRESETS } from '../../src/account/profile';
import { Phone } from '../../src/phone/phone';
import { FakeClock } from '../support/fake-clock';
import { ALICE, Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

/** Bob's INVITE and what follows from it. */
async function ring(headers: readonly string[] = [], body = sdp()) {
  bench.wire.deliver(bench.request('INVITE', headers, { body }));

  const { callId, remote } = await bench.reported('invited');

  return { callId, remote };
}

async function answer(callId: string): Promise<Sent> {
  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return ok;
}

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

test('an answered call is established when the caller acknowledges it', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  expect(ok.body).toContain('m=audio');
  expect(bench.reports).toEqual([]);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');
  bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));
  await bench.wire.next(200);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
});

test('a caller who lets us make the offer gets one in the 200', async () => {
  const { callId } = await ring([], '');

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  expect(ok.body).toContain('m=audio');
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1, { body: sdp() }));
  await bench.event(callId, 'confirmed');
  expect(bench.media.of(callId).remote).toEqual([sdp()]);
});

test('a forwarded call is answered 302 with the new address', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-redirect', uri: 'sip:7@example.test' });

  const moved = await bench.wire.next(302);

  expect(moved.header('contact')).toBe('<sip:7@example.test>');
  expect((await bench.event(callId, 'ended')).end.cause).toBe('rejected');
});

test.each([603, 486, 480] as const)('a declined call is answered %i', async (statusCode) => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-reject', statusCode });
  await bench.wire.next(statusCode);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('rejected');
  expect(bench.media.of(callId).isClosed).toBe(true);
});

test.each([
  ['gave up', [], null],
  [
    'was answered elsewhere',
    ['Reason: SIP;cause=200;text="Call completed elsewhere"'],
    { protocol: 'SIP', cause: 200, text: 'Call completed elsewhere' },
  ],
])('a caller who %s ends the ringing', async (_what, headers, reason) => {
  const invite = bench.request('INVITE', [], { body: sdp() });

  bench.wire.deliver(invite);

  const { callId } = await bench.reported('invited');
  const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
  const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';
  const cancel = bench.request('CANCEL', [id, 'CSeq: 1 CANCEL', ...headers]);

  bench.wire.deliver(cancel.replace(/^Via: .*$/m, via.trim()));
  await bench.wire.next(487);

  expect((await bench.event(callId, 'ended')).end).toMatchObject({ cause: 'cancelled', reason });
});

describe('an answer that crosses the caller’s CANCEL', () => {
  /** A call that rings, and the CANCEL of it (RFC 3261 §9.1: same branch, same CSeq number). */
  async function cancellable() {
    const invite = bench.request('INVITE', [], { body: sdp() });
    const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
    const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';

    bench.wire.deliver(invite);

    const { callId } = await bench.reported('invited');
    const cancel = bench
      .request('CANCEL', [id, 'CSeq: 1 CANCEL'])
      .replace(/^Via: .*$/m, via.trim());

    return { callId, cancel };
  }

  test('comes too late while the answer is still being made', async () => {
    const { callId, cancel } = await cancellable();
    let release: () => void = () => undefined;

    bench.media.of(callId).gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.perform(callId, { type: 'send-answer' });
    bench.wire.deliver(cancel);
    await bench.wire.next(487);
    release();

    expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('counts once it has left, until the caller says BYE', async () => {
    const { callId, cancel } = await cancellable();

    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    bench.wire.deliver(cancel);
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));

    expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
  });
});

test('a caller who leaves with BYE before the answer ends the ringing too', async () => {
  const { callId } = await ring();
  const ringing = await bench.wire.next(180);

  bench.wire.deliver(bench.inDialog(ringing, 'BYE', 2));
  await bench.wire.next(200);
  await bench.wire.next(487);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
});

test('a call hung up before the caller acknowledged it is ended after the ACK', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.stack.perform(callId, { type: 'send-bye' });
  expect(bench.wire.count('BYE')).toBe(0);
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.wire.next('BYE');

  expect((await bench.event(callId, 'ended')).end.cause).toBe('local-bye');
});

test('a call hung up while the answer is being made is ended once it could be', async () => {
  const { callId } = await ring();
  let release: () => void = () => undefined;

  bench.media.of(callId).gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.stack.perform(callId, { type: 'send-answer' });
  bench.stack.perform(callId, { type: 'send-bye' });
  release();
  bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 1));
  await bench.wire.next('BYE');

  expect((await bench.event(callId, 'ended')).end.cause).toBe('local-bye');
});

test('a call without any sound in its offer is refused with 488', async () => {
  const { callId } = await ring([], 'v=0\r\n');

  await bench.wire.next(488);

  expect((await bench.event(callId, 'ended')).end.problem).toBe('incompatible-media');
});

test('sound that can’t be had ends the call that was to be answered', async () => {
  const { callId } = await ring();

  bench.media.problem = 'media-failed';
  bench.stack.perform(callId, { type: 'send-answer' });
  await bench.wire.next(480);

  expect((await bench.event(callId, 'ended')).end.problem).toBe('media-failed');
});

test.each(['NaN', '-5', '0', '99999999999', '1e9', ''])(
  'an INVITE that expires in "%s" seconds rings like any other',
  async (expires) => {
    await ring([`Expires: ${expires}`]);
    await bench.wire.next(180);
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
  },
);

test('two calls at once are two calls', async () => {
  const first = await ring();
  const second = await ring(['From: <sip:carol@example.test>;tag=carol']);

  await answer(second.callId);
  bench.stack.perform(first.callId, { type: 'send-reject', statusCode: 486 });
  await bench.wire.next(486);

  expect((await bench.event(first.callId, 'ended')).end.cause).toBe('rejected');
  expect(bench.reports).toEqual([]);
});

test('the caller hears every minute that it still rings, and no longer than it does', async () => {
  const { callId } = await ring();

  await bench.wire.next(180);
  for (let minute = 0; minute < 2; minute += 1) {
    bench.pass(60_000);
    await bench.wire.next(180);
  }
  bench.stack.perform(callId, { type: 'send-answer' });
  await bench.wire.next(200);
  expect([...bench.timers.values()]).not.toContain(60_000);
});

describe('a caller who wants ringing acknowledged', () => {
  const required = ['Require: 100rel'];

  /** The PRACK for a 180. */
  function acknowledge(ringing: Sent, cseq: number, extra: { readonly rack?: string } = {}) {
    const { rack = `${ringing.header('rseq')} 1 INVITE` } = extra;

    bench.wire.deliver(bench.inDialog(ringing, 'PRACK', cseq, { headers: [`RAck: ${rack}`] }));
  }

  test('gets a 180 without a description, and it counts as heard by the PRACK', async () => {
    const { callId } = await ring(required);
    const ringing = await bench.wire.next(180);

    expect(ringing.header('require')).toBe('100rel');
    expect(ringing.body).toBe('');
    acknowledge(ringing, 2);
    await bench.wire.next(200);
    await bench.timerOf(60_000);
    expect([...bench.timers.values()]).not.toContain(500);

    bench.pass(60_000);

    const again = await bench.wire.next(180);

    expect(Number(again.header('rseq'))).toBe(Number(ringing.header('rseq')) + 1);
    acknowledge(again, 3);
    await bench.wire.next(200);
    await answer(callId);
  });

  test('gets it again, waiting twice as long each time, until it is', async () => {
    await ring(required);
    await bench.wire.next(180);
    for (const delayMs of [500, 1000, 2000]) {
      bench.pass(delayMs);
      await bench.wire.next(180);
    }
    await bench.timerOf(4000);
  });

  test('and never does is let go with 504', async () => {
    const { callId } = await ring(required);

    for (let delayMs = 500; delayMs <= 32_000; delayMs *= 2) {
      bench.pass(delayMs);
    }
    await bench.wire.next(504);
    expect((await bench.event(callId, 'ended')).end.cause).toBe('timeout');
  });

  test('acknowledges what was never sent: 481', async () => {
    await ring(required);

    const ringing = await bench.wire.next(180);

    acknowledge(ringing, 2, { rack: '77 1 INVITE' });
    await bench.wire.next(481);
    acknowledge(ringing, 3);
    await bench.wire.next(200);
    acknowledge(ringing, 4);
    await bench.wire.next(481);
  });

  test('may be answered before it acknowledged, and hung up on', async () => {
    const { callId } = await ring(required);

    await bench.wire.next(180);

    const ok = await answer(callId);

    expect(ok.body).toContain('m=audio');
    expect([...bench.timers.values()]).not.toContain(500);
    bench.stack.perform(callId, { type: 'send-bye' });
    await bench.wire.next('BYE');
  });

  test('may leave with BYE before the answer', async () => {
    const { callId } = await ring(required);

    bench.wire.deliver(bench.inDialog(await bench.wire.next(180), 'BYE', 2));
    await bench.wire.next(200);

    expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
  });

  test('and leaves the offer to us hears nothing before the answer', async () => {
    const { callId } = await ring(required, '');

    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    expect(ok.body).toContain('m=audio');
    expect(bench.wire.sent.filter(({ status }) => status === 180)).toEqual([]);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1, { body: sdp() }));
    await bench.event(callId, 'confirmed');
  });
});

test('an account that is only being tried takes no calls', async () => {
  const result = bench.stack.probe({ ...bench.account, servers: ['wss://other.example.test/'] });

  bench.wire.open();

  const register = await bench.wire.next('REGISTER');

  bench.wire.deliver(
    bench
      .request('INVITE', [], { body: sdp() })
      .replace(/^INVITE \S+/, `INVITE ${/<([^>]+)>/.exec(register.header('contact'))?.[1] ?? ''}`),
  );
  await bench.wire.next(480);
  bench.respond(register, 403, 'Forbidden');
  await result;

  expect(bench.reports).toEqual([]);
});
