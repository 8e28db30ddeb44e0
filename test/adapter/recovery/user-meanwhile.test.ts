import { bench, useBench } from '../bench-in-use';
import { agrees, back, cutOff, expectNothingElse } from './out-of-reach';

useBench();

describe('what the user does while the server is out of reach', () => {
  test('a hang-up ends the call at once, and its BYE leaves on the return', async () => {
    const invite = await bench.established('out');

    await cutOff('out');
    bench.stack.perform('out', { type: 'send-bye' });
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    await bench.registered();

    const bye = await bench.wire.next('BYE');

    expect(bye.header('call-id')).toBe(invite.header('call-id'));
    bench.respond(bye, 200, 'OK');
  });

  test('a BYE whose answer got lost is said again', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-bye' });
    await bench.wire.next('BYE');
    await bench.event('out', 'ended');
    await cutOff();
    await bench.registered();
    bench.respond(await bench.wire.next('BYE'), 200, 'OK');
    expectNothingElse();
  });

  describe('digits that go as INFO', () => {
    beforeEach(() => {
      bench.media.hasTelephoneEvents = false;
    });

    test('are sent in their order on the return', async () => {
      await bench.established('out');
      await cutOff('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4' });
      bench.stack.perform('out', { type: 'send-dtmf', tones: '7#' });
      await bench.timerOf(5000);
      await back('out');
      for (const digit of ['4', '7', '#']) {
        const info = await bench.wire.next('INFO');

        expect(info.body).toContain(`Signal=${digit}\r\n`);
        bench.respond(info, 200, 'OK');
      }
      expectNothingElse();
    });

    test('are told as lost where the server stays away, and never sent late', async () => {
      await bench.established('out');
      await cutOff('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4,7#' });
      await bench.timerOf(5000);
      bench.pass(5000);
      expect(await bench.event('out', 'dtmf-lost')).toMatchObject({ tones: '47#' });
      await back('out');
      await agrees();
      await bench.answersOptions();
      expect(bench.wire.count('INFO')).toBe(0);
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4' });
      expect((await bench.wire.next('INFO')).body).toContain('Signal=4');
    });

    test('are told as lost where nobody knows whether one arrived, and not sent twice', async () => {
      await bench.established('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '47' });
      await bench.wire.next('INFO');
      await cutOff('out');
      expect(await bench.event('out', 'dtmf-lost')).toMatchObject({ tones: '47' });
      await back('out');
      await agrees();
      await bench.answersOptions();
      expect(bench.wire.count('INFO')).toBe(0);
    });
  });

  test('a transfer is asked for on the return', async () => {
    await bench.established('out');
    await cutOff('out');
    bench.stack.perform('out', { type: 'send-refer', uri: 'sip:carol@example.test' });
    await back('out');
    bench.respond(await bench.wire.next('REFER'), 202, 'Accepted');
    await agrees();
    expectNothingElse();
  });

  test('a transfer that was being asked for is not asked for twice', async () => {
    const invite = await bench.established('out');

    bench.stack.perform('out', { type: 'send-refer', uri: 'sip:carol@example.test' });
    await bench.wire.next('REFER');
    await cutOff('out');
    await back('out');
    await agrees();
    expect(bench.wire.count('REFER')).toBe(0);
    bench.wire.deliver(
      bench.inDialog(invite, 'NOTIFY', 2, {
        headers: ['Event: refer', 'Subscription-State: terminated'],
        contentType: 'message/sipfrag',
        body: 'SIP/2.0 200 OK\r\n',
      }),
    );
    expect((await bench.event('out', 'transfer-progressed')).response.statusCode).toBe(200);
  });
});

describe('a call that is dialled while the server is out of reach', () => {
  test('leaves on the return', async () => {
    await cutOff();
    bench.stack.invite('out', 'sip:bob@example.test');
    await bench.event('out', 'cut-off');
    await bench.pause();
    await back('out');
    await bench.event('out', 'calling-again');
    bench.respond(await bench.wire.next('INVITE'), 486, 'Busy Here');
    expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(486);
  });

  test('ends soon where there is none', async () => {
    await cutOff();
    bench.stack.invite('out', 'sip:bob@example.test');
    await bench.event('out', 'cut-off');
    bench.pass(12_000);
    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
  });
});
