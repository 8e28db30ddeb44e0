import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { CONTACT, dial } from './dialled';

useBench();

test('a call cancelled while it rings', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.stack.perform('out', { type: 'send-cancel' });
  bench.respond(await bench.wire.next('CANCEL'), 200, 'OK');
  bench.respond(invite, 487, 'Request Terminated');
  await bench.wire.next('ACK');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
});

test('a call cancelled before the server said a word sends CANCEL as soon as it does', async () => {
  const invite = await dial();

  bench.stack.perform('out', { type: 'send-cancel' });
  expect(bench.wire.count('CANCEL')).toBe(0);
  bench.respond(invite, 100, 'Trying');

  await bench.wire.next('CANCEL');
});

describe('a server that asks for the password', () => {
  const challenge = {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n1", qop="auth"'],
  };

  test('of a call that is already cancelled gets no second INVITE', async () => {
    const invite = await dial();

    bench.stack.perform('out', { type: 'send-cancel' });
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);
    await bench.wire.next('ACK');

    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('gets none either when its challenge crosses the CANCEL', async () => {
    const invite = await dial();

    bench.respond(invite, 100, 'Trying');
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);

    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('and got it is told of the cancelling as soon as it takes the call up', async () => {
    bench.respond(await dial(), 407, 'Proxy Authentication Required', challenge);

    const second = await bench.wire.next('INVITE');

    bench.stack.perform('out', { type: 'send-cancel' });
    expect(bench.wire.count('CANCEL')).toBe(0);
    bench.respond(second, 100, 'Trying');

    const cancel = await bench.wire.next('CANCEL');

    expect(cancel.header('via')).toBe(second.header('via'));
    expect(cancel.header('cseq')).toBe('2 CANCEL');
  });

  test('of a call whose sound fails gets no second INVITE', async () => {
    const invite = await dial();

    bench.media.of('out').onProblem('media-failed');
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);

    expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(1);
  });
});

test('a call cancelled before its INVITE left is never sent', async () => {
  let release: () => void = () => undefined;
  const original = bench.media.create.bind(bench.media);

  bench.media.create = (callId) => {
    const media = original(callId);

    media.gate = new Promise((resolve) => {
      release = resolve;
    });
    return media;
  };
  bench.stack.invite('out', 'sip:bob@example.test');
  bench.stack.perform('out', { type: 'send-cancel' });
  release();

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  await bench.answersOptions();
  expect(bench.wire.count('INVITE')).toBe(0);
});

test('an answer that crosses our CANCEL is acknowledged and ended with BYE', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.stack.perform('out', { type: 'send-cancel' });
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  expect(bench.reports).toEqual([]);
});

test('a call hung up while its answer is being applied is acknowledged and ended with BYE', async () => {
  const invite = await dial();
  let release: () => void = () => undefined;

  bench.media.of('out').gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  bench.stack.perform('out', { type: 'send-cancel' });
  release();
  await bench.wire.next('ACK');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
});

test('a cancelled call that nobody lets go of ends all the same', async () => {
  await dial();

  bench.stack.perform('out', { type: 'send-cancel' });
  bench.pass(4000);

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
});
