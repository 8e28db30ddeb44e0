import { sdp } from '../fake-media';
import { bench, useBench } from '../bench-in-use';
import { agrees, answered, back, cutOff, expectNothingElse } from './out-of-reach';

useBench();

describe('a call that is up', () => {
  test('goes on over the next connection: REGISTER first, then a new way for its sound', async () => {
    const invite = await bench.established('out');

    await cutOff('out');
    await back('out');

    const again = await agrees();

    expect(bench.wire.sent.map(({ method }) => method)).toEqual(['REGISTER', 'INVITE', 'ACK']);
    expect(again.header('call-id')).toBe(invite.header('call-id'));
    expect(again.header('contact')).not.toBe('');
    expect(bench.media.of('out').restarts).toBe(1);
    expectNothingElse();
  });

  test('that came in goes on as well', async () => {
    const { callId } = await answered();

    await cutOff(callId);
    await back(callId);
    await agrees();
    expectNothingElse();
  });

  test('can be ended from either side afterwards', async () => {
    const invite = await bench.established('out');

    await bench.established('second');
    await cutOff('out', 'second');
    await back('out');
    await agrees();
    bench.stack.perform('second', { type: 'recover' });
    await agrees();
    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    bench.stack.perform('second', { type: 'send-bye' });
    bench.respond(await bench.wire.next('BYE'), 200, 'OK');
    expect((await bench.event('second', 'ended')).end.cause).toBe('local-bye');
  });

  test('ends where the server knows nothing of it any more', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 481, 'Call/Transaction Does Not Exist');

    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
  });

  test.each([
    [408, 'Request Timeout'],
    [500, 'Server Internal Error'],
    [503, 'Service Unavailable'],
  ])('is kept where the server says %i, and tries again', async (status, reason) => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), status, reason);
    await bench.timerOf(2000);
    bench.pass(2000);
    await agrees();
    expect(bench.media.of('out').restarts).toBe(2);
    expectNothingElse();
  });

  test('is kept where the connection breaks again before the answer', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    await bench.wire.next('INVITE');
    await cutOff('out');
    await back('out');
    await agrees();
    expectNothingElse();
  });

  test('is kept where the other side does not want to look for another way', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 488, 'Not Acceptable Here');
    await bench.wire.next('ACK');
    await bench.answersOptions();
    expect(bench.media.of('out').rollbacks).toBe(1);
    expectNothingElse();
  });

  test('asks the server once, however often its sound is in trouble meanwhile', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 491, 'Request Pending');
    await bench.timerOf(2100);
    bench.pass(2100);
    await agrees();
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(2);
  });
});

describe('a call on hold', () => {
  test.each([
    ['us', ['sendonly', 'recvonly']],
    ['them', ['sendrecv', 'sendonly']],
    ['both', ['inactive', 'inactive']],
  ] as const)('by %s is on hold afterwards', async (by, directions) => {
    const invite = await bench.established('out');

    if (by !== 'us') {
      bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
      await bench.wire.next(200);
      bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
      await bench.event('out', 'remote-hold-changed');
    }
    if (by !== 'them') {
      bench.stack.perform('out', { type: 'send-reinvite', hold: true });
      await agrees(by === 'both' ? 'inactive' : 'sendonly');
      await bench.event('out', 'reinvite-accepted');
    }
    await cutOff('out');
    await back('out');

    await agrees(...directions);
    expect(bench.media.of('out').hold).toEqual({ local: by !== 'them', remote: by !== 'us' });
    expectNothingElse();
  });

  test('that is pressed while the server is away is asked for on its return, and mute meanwhile', async () => {
    await bench.established('out');
    await cutOff('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    expect(bench.media.of('out').hold.local).toBe(true);
    await back('out');
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });
});
