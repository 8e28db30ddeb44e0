import { sdp } from '../fake-media';
import { bench, useBench } from '../bench-in-use';
import { agrees, back, cutOff, expectNothingElse } from './out-of-reach';

useBench();

describe('a re-INVITE under way when the connection breaks', () => {
  test('of ours, before its answer, is asked for again with all that it asked for', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    bench.respond(await bench.wire.next('INVITE'), 100, 'Trying');
    await bench.answersOptions();
    await cutOff('out');
    await back('out');
    expect(bench.media.of('out').rollbacks).toBe(1);
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours is asked for until a server in trouble is well', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    await bench.wire.next('INVITE');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 500, 'Server Internal Error');
    await bench.timerOf(2000);
    expect(bench.media.of('out').hold.local).toBe(true);
    bench.pass(2000);
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours, while its offer is being made, leaves over the next connection', async () => {
    await bench.established('out');

    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    await cutOff('out');
    release();
    await back('out');
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours, after its answer, has that acknowledged when it comes again', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    const held = await bench.wire.next('INVITE');
    const answer = { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp('recvonly') };

    bench.wire.losesAll = true;
    bench.respond(held, 200, 'OK', answer);
    await bench.event('out', 'reinvite-accepted');
    await cutOff('out');
    await back('out');
    bench.respond(held, 200, 'OK', answer);
    expect((await bench.wire.next('ACK')).header('cseq')).toBe(
      held.header('cseq').replace('INVITE', 'ACK'),
    );
  });

  test('of ours, whose answer is still being read, has that acknowledged as well', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    const held = await bench.wire.next('INVITE');
    const answer = { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp('recvonly') };
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.respond(held, 200, 'OK', answer);
    await cutOff('out');
    release();
    await bench.event('out', 'reinvite-accepted');
    await back('out');
    bench.respond(held, 200, 'OK', answer);
    expect((await bench.wire.next('ACK')).header('cseq')).toBe(
      held.header('cseq').replace('INVITE', 'ACK'),
    );
  });

  test('of theirs, before our answer, has its answer over the next connection', async () => {
    const invite = await bench.established('out');
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    await cutOff('out');
    release();
    await bench.event('out', 'remote-hold-changed');
    await back('out');
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
    await agrees('sendrecv', 'sendonly');
    expectNothingElse();
  });

  test('of theirs, after our answer, does not end the call for the want of its ACK', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp() }));
    await bench.wire.next(200);
    await cutOff('out');
    await back('out');
    await bench.wire.next(200);
    await agrees();
    expectNothingElse();
  });
});
