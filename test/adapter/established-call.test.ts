import { Bench, ALICE } from './bench';
import { sdp } from './fake-media';

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

async function hold(on: boolean) {
  bench.stack.perform('out', { type: 'send-reinvite', hold: on });

  return bench.wire.next('INVITE');
}

describe('hold', () => {
  test('is a re-INVITE with sendonly, and resume one with sendrecv', async () => {
    await bench.established('out');

    const held = await hold(true);

    expect(held.body).toContain('a=sendonly');
    bench.respond(held, 200, 'OK', { body: sdp('recvonly') });
    await bench.wire.next('ACK');
    await bench.event('out', 'reinvite-accepted');

    const resumed = await hold(false);

    expect(resumed.body).toContain('a=sendrecv');
    bench.respond(resumed, 200, 'OK', { body: sdp() });
    await bench.event('out', 'reinvite-accepted');
    expect(bench.reports).toEqual([]);
  });

  test('silences us at once, not when the server agrees', async () => {
    await bench.established('out');
    await hold(true);

    expect(bench.media.of('out').hold.local).toBe(true);
  });

  test.each([488, 500, 606])(
    'that is refused with %i leaves the call as it was',
    async (status) => {
      await bench.established('out');
      bench.respond(await hold(true), status, 'No');

      expect(await bench.event('out', 'reinvite-rejected')).toEqual({
        type: 'reinvite-rejected',
        statusCode: status,
      });
      expect(bench.media.of('out').hold.local).toBe(false);
      expect(bench.media.of('out').rollbacks).toBe(1);

      bench.respond(await hold(true), 200, 'OK', { body: sdp('recvonly') });
      await bench.event('out', 'reinvite-accepted');
    },
  );

  test('asked for twice at once is refused the second time', async () => {
    await bench.established('out');

    const first = await hold(true);

    bench.stack.perform('out', { type: 'send-reinvite', hold: false });
    expect(await bench.event('out', 'reinvite-rejected')).toMatchObject({ statusCode: 491 });
    expect(bench.media.of('out').hold.local).toBe(true);

    bench.respond(first, 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
  });

  test('by the other side is told, answered, and told again when it ends', async () => {
    const invite = await bench.established('out');

    for (const [cseq, direction, on] of [
      [2, 'sendonly', true],
      [3, 'inactive', null],
      [4, 'sendrecv', false],
    ] as const) {
      bench.wire.deliver(bench.inDialog(invite, 'INVITE', cseq, { body: sdp(direction) }));

      const ok = await bench.wire.next(200);

      bench.wire.deliver(bench.inDialog(invite, 'ACK', cseq));
      expect(ok.body).toContain('m=audio');
      await bench.answersOptions();
      if (on !== null) {
        expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on });
      }
    }
    expect(bench.reports).toEqual([]);
  });

  test('by both sides, released by both, leaves the call as at its beginning', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
    await bench.event('out', 'remote-hold-changed');

    const held = await hold(true);

    expect(held.body).toContain('a=inactive');
    bench.respond(held, 200, 'OK', { body: sdp('inactive') });
    await bench.event('out', 'reinvite-accepted');

    const resumed = await hold(false);

    expect(resumed.body).toContain('a=sendrecv');
    bench.respond(resumed, 200, 'OK', { body: sdp('sendonly') });
    await bench.event('out', 'reinvite-accepted');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 3, { body: sdp() }));
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 3));

    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: false });
    expect(bench.media.of('out').hold).toEqual({ local: false, remote: false });
  });

  test('in the answer itself is noticed', async () => {
    await bench.established('out', sdp('sendonly'));

    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
  });

  test('from the other side while ours is on its way is answered 491', async () => {
    const invite = await bench.established('out');

    await hold(true);
    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));

    await bench.wire.next(491);
    expect(bench.reports).toEqual([]);
  });

  test('with a description that makes no sense is refused, and the call goes on', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: 'v=0\r\n' }));
    await bench.wire.next(488);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 3, { body: sdp() }));
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 3));

    expect(bench.reports).toEqual([]);
  });
});

describe('digits', () => {
  test('are sent in the audio', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-dtmf', tones: '12#' });

    expect(bench.media.of('out').tones).toEqual(['12#']);
  });

  test('are sent as INFO, one after the other, where the account says so', async () => {
    const info = await new Bench({ ...ALICE, dtmfMethod: 'info' }).registered();

    await info.established('out');
    info.stack.perform('out', { type: 'send-dtmf', tones: '5*' });

    const first = await info.wire.next('INFO');

    expect(first.header('content-type')).toBe('application/dtmf-relay');
    expect(first.body).toBe('Signal=5\r\nDuration=100\r\n');
    expect(info.wire.count('INFO')).toBe(1);

    info.respond(first, 200, 'OK');
    expect((await info.wire.next('INFO')).body).toContain('Signal=*');
    await info.stop();
  });

  test('sound as long as the user wants, in the audio and as INFO', async () => {
    const slow = { ...ALICE, dtmfPace: { toneMs: 250, gapMs: 80 } };
    const audio = await new Bench(slow).registered();
    const info = await new Bench({ ...slow, dtmfMethod: 'info' }).registered();

    await audio.established('out');
    audio.stack.perform('out', { type: 'send-dtmf', tones: '1' });
    expect(audio.media.of('out').toneTimes).toEqual({ duration: 250, interToneGap: 80 });

    await info.established('out');
    info.stack.perform('out', { type: 'send-dtmf', tones: '1' });
    expect((await info.wire.next('INFO')).body).toContain('Duration=250');
    await Promise.all([audio.stop(), info.stop()]);
  });

  test('wait two seconds at a comma where they go as INFO', async () => {
    const info = await new Bench({ ...ALICE, dtmfMethod: 'info' }).registered();

    await info.established('out');
    info.stack.perform('out', { type: 'send-dtmf', tones: '1,2' });
    info.respond(await info.wire.next('INFO'), 200, 'OK');
    await info.timerOf(2000);
    expect(info.wire.count('INFO')).toBe(1);
    info.pass(2000);

    expect((await info.wire.next('INFO')).body).toContain('Signal=2');
    await info.stop();
  });

  test('that INFO refuses do not hold up those after them', async () => {
    const info = await new Bench({ ...ALICE, dtmfMethod: 'info' }).registered();

    await info.established('out');
    info.stack.perform('out', { type: 'send-dtmf', tones: '12' });
    info.respond(await info.wire.next('INFO'), 415, 'Unsupported Media Type');

    expect((await info.wire.next('INFO')).body).toContain('Signal=2');
    expect(await info.event('out', 'dtmf-lost')).toMatchObject({ tones: '1' });
    await info.stop();
  });

  test('are sent as INFO where the other side takes none in the audio', async () => {
    bench.media.hasTelephoneEvents = false;
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-dtmf', tones: '7' });

    expect((await bench.wire.next('INFO')).body).toContain('Signal=7');
  });

  test('from the other side are told', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(
      bench.inDialog(invite, 'INFO', 2, {
        contentType: 'application/dtmf-relay',
        body: 'Signal=#\r\nDuration=160\r\n',
      }),
    );
    await bench.wire.next(200);

    expect(await bench.event('out', 'dtmf-received')).toMatchObject({ tone: '#' });
  });

  test('that are none are refused', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(
      bench.inDialog(invite, 'INFO', 2, { contentType: 'text/plain', body: 'Signal=1' }),
    );

    await bench.wire.next(415);
    expect(bench.reports).toEqual([]);
  });
});

describe('what the other side may not do', () => {
  test.each([
    ['sip:+19005550199@premium.example', 202],
    ['https://evil.example/', 603],
    // SIP.js does not read it at all.
    ['tel:+19005550199', null],
  ])('a REFER to %s is never followed', async (target, status) => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'REFER', 2, { headers: [`Refer-To: <${target}>`] }));
    if (status !== null) {
      await bench.wire.next(status);
    }
    await bench.answersOptions();

    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('a REFER out of the blue is refused', async () => {
    bench.wire.deliver(bench.request('REFER', ['Refer-To: <sip:+19005550199@premium.example>']));
    await bench.wire.next(405);
    await bench.answersOptions();

    expect(bench.wire.count('INVITE')).toBe(0);
  });

  test('a MESSAGE out of the blue is refused', async () => {
    bench.wire.deliver(
      bench.request('MESSAGE', [], { contentType: 'text/plain', body: 'Click here' }),
    );
    await bench.wire.next(415);
    expect(bench.reports).toEqual([]);
  });
});

test('muting is asked of the media', async () => {
  await bench.established('out');
  bench.stack.perform('out', { type: 'set-microphone', on: false });

  expect(bench.media.of('out').isMicrophoneOn).toBe(false);
});

test('an action for a call that is no more does nothing', async () => {
  bench.stack.perform('gone', { type: 'send-bye' });
  await bench.answersOptions();

  expect(bench.reports).toEqual([]);
});

test('preparing a call reaches the media', () => {
  bench.stack.prepare();

  expect(bench.media.prepared).toBe(1);
});
