import { sdp } from '../fake-media';
import type { Sent } from '../wire';
import { bench, useBench } from '../bench-in-use';
import { back, calling, cutOff, expectNothingElse } from './out-of-reach';

useBench();

describe('a call of ours that nobody has answered', () => {
  /** The old INVITE is taken back and another one leaves, for the same call. */
  async function callsAgain(first: Sent) {
    const cancel = await bench.wire.next('CANCEL');

    expect(cancel.header('via')).toBe(first.header('via'));
    bench.respond(cancel, 200, 'OK');
    await bench.event('out', 'calling-again');

    const again = await bench.wire.next('INVITE');

    expect(again.uri).toBe(first.uri);
    expect(again.header('call-id')).not.toBe(first.header('call-id'));
    bench.respond(again, 200, 'OK', {
      headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
      body: sdp(),
    });
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
    expectNothingElse();

    return again;
  }

  test('is placed again where nothing was heard of it', async () => {
    const invite = await calling();

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where the server was only trying', async () => {
    const invite = await calling([100, 'Trying']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where it rang', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where something was heard before the answer', async () => {
    const invite = await calling([183, 'Session Progress', sdp()]);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('leaves over the next connection where its offer was still being made', async () => {
    let release: () => void = () => undefined;

    bench.media.gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.invite('out', 'sip:bob@example.test');
    await cutOff('out');
    await back('out');
    release();
    bench.respond(await bench.wire.next('INVITE'), 180, 'Ringing', {
      headers: ['Contact: <sip:bob@far.invalid>'],
    });
    await bench.event('out', 'provisional-received');
    expect([bench.wire.count('INVITE'), bench.wire.count('CANCEL')]).toEqual([1, 0]);
    expectNothingElse();
  });

  test('leaves on the return where its INVITE was ready too late', async () => {
    let release: () => void = () => undefined;

    bench.media.gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.invite('out', 'sip:bob@example.test');
    await cutOff('out');
    release();
    await bench.pause();
    await back('out');
    await bench.event('out', 'calling-again');
    await bench.wire.next('INVITE');
    expect([bench.wire.count('INVITE'), bench.wire.count('CANCEL')]).toEqual([1, 0]);
    expectNothingElse();
  });

  test('stays muted', async () => {
    const invite = await calling([180, 'Ringing']);

    bench.stack.perform('out', { type: 'set-microphone', on: false });
    await cutOff('out');
    await back('out');
    await callsAgain(invite);
    expect(bench.media.of('out').isMicrophoneOn).toBe(false);
  });

  test('that is given up meanwhile is over at once, and taken back on the return', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    bench.stack.perform('out', { type: 'send-cancel' });
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.registered();
    expect((await bench.wire.next('CANCEL')).header('via')).toBe(invite.header('via'));
    expect(bench.wire.count('INVITE')).toBe(0);
  });

  test('whose CANCEL may have got lost is taken back once more', async () => {
    await calling([180, 'Ringing']);
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.wire.drop();
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.registered();
    await bench.wire.next('CANCEL');
  });

  test('ends where the server stays away for as long as an INVITE may wait', async () => {
    await calling([180, 'Ringing']);
    await cutOff('out');
    await bench.timerOf(32_000);
    bench.pass(32_000);
    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
    await bench.registered();
    await bench.wire.next('CANCEL');
  });

  test('that is answered after all, too late, is not left open', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
    bench.respond(invite, 200, 'OK', { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp() });
    await bench.wire.next('ACK');
    expect((await bench.wire.next('BYE')).header('call-id')).toBe(invite.header('call-id'));
  });
});
