import { Bench } from './bench';
import { sdp } from './fake-media';

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

async function hold(on: boolean, callId = 'out') {
  bench.stack.perform(callId, { type: 'send-reinvite', hold: on });

  return bench.wire.next('INVITE');
}

/** An incoming call, answered; the 200 that answered it. */
async function answered() {
  bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));

  const { callId } = await bench.reported('invited');

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return { callId, ok };
}

test.each([
  [0, 2100],
  [0.999, 4000],
])(
  'a hold that crossed theirs is tried again by the caller after 2.1 to 4 s',
  async (chance, ms) => {
    bench.chance = chance;
    await bench.established('out');
    bench.respond(await hold(true), 491, 'Request Pending');
    await bench.wire.next('ACK');
    await bench.timerOf(ms);
    expect(bench.media.of('out').hold.local).toBe(true);
    bench.pass(ms);

    const again = await bench.wire.next('INVITE');

    expect(again.body).toContain('a=sendonly');
    bench.respond(again, 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
    expect(bench.reports).toEqual([]);
  },
);

test.each([
  [0, 0],
  [0.999, 2000],
])('and by the called one within 2 s', async (chance, ms) => {
  bench.chance = chance;

  const { callId } = await answered();

  bench.respond(await hold(true, callId), 491, 'Request Pending');
  await bench.timerOf(ms);
  bench.pass(ms);
  bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
  await bench.event(callId, 'reinvite-accepted');
});

test('both sides hold at once, and both get their way', async () => {
  const invite = await bench.established('out');
  const ours = await hold(true);

  bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
  await bench.wire.next(491);
  bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
  bench.respond(ours, 491, 'Request Pending');
  await bench.timerOf(2100);

  bench.wire.deliver(bench.inDialog(invite, 'INVITE', 3, { body: sdp('sendonly') }));
  expect((await bench.wire.next(200)).body).toContain('a=sendonly');
  bench.wire.deliver(bench.inDialog(invite, 'ACK', 3));
  expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });

  bench.pass(2100);

  const again = await bench.wire.next('INVITE');

  expect(again.body).toContain('a=inactive');
  bench.respond(again, 200, 'OK', { body: sdp('inactive') });
  await bench.event('out', 'reinvite-accepted');
  expect(bench.media.of('out').hold).toEqual({ local: true, remote: true });
});

test('a hold that meets theirs still unacknowledged waits for its turn', async () => {
  const invite = await bench.established('out');

  bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp() }));
  await bench.wire.next(200);
  bench.stack.perform('out', { type: 'send-reinvite', hold: true });
  await bench.timerOf(2100);
  expect(bench.wire.count('INVITE')).toBe(1);
  bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
  bench.pass(2100);
  bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
  await bench.event('out', 'reinvite-accepted');
});

test('a call that is hung up meanwhile is not held any more', async () => {
  await bench.established('out');
  bench.respond(await hold(true), 491, 'Request Pending');
  await bench.timerOf(2100);
  bench.stack.perform('out', { type: 'send-bye' });
  await bench.event('out', 'ended');
  bench.pass(2100);
  await bench.answersOptions();

  expect(bench.wire.count('INVITE')).toBe(2);
});

test('the fifth glare is the last', async () => {
  await bench.established('out');

  let asked = await hold(true);

  for (let tries = 1; tries < 5; tries += 1) {
    bench.respond(asked, 491, 'Request Pending');
    await bench.timerOf(2100);
    bench.pass(2100);
    asked = await bench.wire.next('INVITE');
  }
  bench.respond(asked, 491, 'Request Pending');

  expect(await bench.event('out', 'reinvite-rejected')).toMatchObject({ statusCode: 491 });
  expect(bench.media.of('out').hold.local).toBe(false);
});

test('a resume that is refused leaves the call held', async () => {
  await bench.established('out');
  bench.respond(await hold(true), 200, 'OK', { body: sdp('recvonly') });
  await bench.event('out', 'reinvite-accepted');
  bench.respond(await hold(false), 488, 'Not Acceptable Here');
  await bench.event('out', 'reinvite-rejected');

  expect(bench.media.of('out').hold.local).toBe(true);
});

test('a redirection of a hold leaves the call as it was', async () => {
  await bench.established('out');
  bench.respond(await hold(true), 302, 'Moved Temporarily');

  expect(await bench.event('out', 'reinvite-rejected')).toMatchObject({ statusCode: 302 });
  expect(bench.media.of('out').hold.local).toBe(false);
  bench.respond(await hold(true), 200, 'OK', { body: sdp('recvonly') });
  await bench.event('out', 'reinvite-accepted');
});

test('a hold of a call that the other side does not know ends it', async () => {
  await bench.established('out');
  bench.respond(await hold(true), 481, 'Call/Transaction Does Not Exist');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
});

describe('a BYE that crosses a re-INVITE', () => {
  test('of ours ends the call, whatever is still said of the re-INVITE', async () => {
    const invite = await bench.established('out');
    const held = await hold(true);

    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    bench.respond(held, 487, 'Request Terminated');
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
  });

  test('of theirs is the last word', async () => {
    const invite = await bench.established('out');

    bench.stack.perform('out', { type: 'send-bye' });

    const bye = await bench.wire.next('BYE');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    await bench.wire.next(481);
    bench.respond(bye, 200, 'OK');

    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    expect(bench.reports).toEqual([]);
  });
});
