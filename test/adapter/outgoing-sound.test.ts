import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { CONTACT, dial } from './dialled';

useBench();

test('early media is heard before the answer', async () => {
  const invite = await dial();

  bench.respond(invite, 183, 'Session Progress', { headers: [CONTACT], body: sdp() });

  expect(await bench.event('out', 'provisional-received')).toMatchObject({
    statusCode: 183,
    hasSdp: true,
  });
  expect(bench.media.of('out').early).toEqual([sdp()]);

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.event('out', 'confirmed');
  expect(bench.media.of('out').remote).toEqual([sdp()]);
});

test('early media that makes no sense does not end the call', async () => {
  const invite = await dial();

  bench.respond(invite, 183, 'Session Progress', {
    headers: [CONTACT],
    tag: 'announcement',
    body: 'v=0\r\n',
  });
  await bench.event('out', 'provisional-received');
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');

  await bench.event('out', 'confirmed');
});

describe('a call that leaves the offer to the other side', () => {
  async function dialWithout() {
    bench.stack.invite('out', 'sip:bob@example.test', { isOfferTheirs: true });

    const invite = await bench.wire.next('INVITE');

    expect(invite.body).toBe('');

    return invite;
  }

  test('gets it in the 200, and its answer goes with the ACK', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp('sendonly') });

    const ack = await bench.wire.next('ACK');

    expect(ack.body).toContain('o=near');
    expect(bench.media.of('out').remote).toEqual([sdp('sendonly')]);
    await bench.event('out', 'confirmed');
    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
  });

  test('takes nothing for an answer before', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 183, 'Session Progress', { headers: [CONTACT], body: sdp() });
    expect(await bench.event('out', 'provisional-received')).toMatchObject({ hasSdp: false });
    expect(bench.media.of('out').early).toEqual([]);
    bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
  });

  test.each([
    ['none in the 200', ''],
    ['one without sound', 'v=0\r\n'],
  ])('and gets %s ends with ACK and BYE', async (_what, body) => {
    bench.respond(await dialWithout(), 200, 'OK', { headers: [CONTACT], body });
    await bench.wire.next('ACK');
    await bench.wire.next('BYE');
    expect((await bench.event('out', 'ended')).end.cause).toBe('error');
  });

  test('and is given up before that sends CANCEL like any other', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    await bench.event('out', 'provisional-received');
    bench.stack.perform('out', { type: 'send-cancel' });
    bench.respond(await bench.wire.next('CANCEL'), 200, 'OK');
    bench.respond(invite, 487, 'Request Terminated');
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  });
});

test('an answer without sound in it ends the call', async () => {
  const invite = await dial();

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: 'v=0\r\n' });
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('error');
});

test('sound that can’t be had ends the call before anything is sent', async () => {
  bench.media.problem = 'media-failed';
  bench.stack.invite('out', 'sip:bob@example.test');

  expect((await bench.event('out', 'ended')).end).toMatchObject({
    cause: 'error',
    problem: 'media-failed',
  });
  await bench.answersOptions();
  expect(bench.wire.count('INVITE')).toBe(0);
});

test('sound that fails while the call rings cancels it', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.media.of('out').onProblem('media-failed');
  await bench.wire.next('CANCEL');

  expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
});

test('sound that fails in the call ends it with BYE', async () => {
  await bench.established('out');
  bench.media.of('out').onProblem('media-failed');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
});
