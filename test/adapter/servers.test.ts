import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Wire } from './wire';

const FIRST = 'wss://sip1.example.test/ws';
const SECOND = 'ws://127.0.0.1:5066';
const LEFT_ALONE_MS = 32_000;

let bench: Bench;

beforeEach(() => {
  const account = new Bench().account;

  bench = new Bench({ ...account, servers: [FIRST, SECOND] });
});

afterEach(() => bench.stop());

/** Registers at this server over a connection that is open by then. */
async function registeredAt(server: string): Promise<Wire> {
  bench.register(server);
  const wire = await bench.connectionTo(server);

  wire.open();
  wire.respond(await wire.next('REGISTER'), 200, 'OK');
  await bench.reported('registered');

  return wire;
}

test('a server that cannot be reached leaves the way to the next one open', async () => {
  bench.register(FIRST);
  bench.wire.fail();
  await bench.reported('registration-failed');

  const wire = await registeredAt(SECOND);

  expect(wire.sent[0]?.header('via')).toMatch(/^SIP\/2\.0\/WS /);
  expect(bench.wires.map(({ url }) => url)).toEqual([FIRST, SECOND]);
});

test('requests name the transport of the server they go to', async () => {
  bench.register(FIRST);
  bench.wire.open();

  expect((await bench.wire.next('REGISTER')).header('via')).toMatch(/^SIP\/2\.0\/WSS /);
});

test('a newer attempt at another server takes the place of one that is still connecting', async () => {
  bench.register(FIRST);
  const slow = bench.wire;

  await registeredAt(SECOND);
  slow.open();

  expect(slow.isClosed).toBe(true);
  expect(slow.sent).toEqual([]);
  expect(bench.reports).toEqual([]);
});

test.each(['to connect', 'to answer'])(
  'a server that takes too long %s is given up',
  async (what) => {
    bench.register(FIRST, 4500);
    if (what === 'to answer') {
      bench.wire.open();
      await bench.wire.next('REGISTER');
    }
    bench.pass(4500);

    expect((await bench.reported('registration-failed')).failure).toEqual({
      code: 'no-answer',
      response: null,
    });
    await registeredAt(SECOND);
    expect(bench.wires[0]?.isClosed).toBe(true);
  },
);

test('a time limit holds for its own attempt alone', async () => {
  bench.register(FIRST, 4500);
  bench.wire.fail();
  await bench.reported('registration-failed');
  bench.register(SECOND);
  bench.pass(4500);
  bench.wire.open();

  await bench.wire.next('REGISTER');
  expect(bench.reports).toEqual([]);
});

describe('moving to another server while this one is good', () => {
  let before: Wire;

  beforeEach(async () => {
    before = await registeredAt(SECOND);
  });

  test('makes the new binding first, and takes calls from both sides meanwhile', async () => {
    bench.register(FIRST);
    const after = await bench.connectionTo(FIRST);

    before.deliver(bench.request('INVITE', [], { body: sdp() }));
    const { callId } = await bench.reported('invited');

    after.open();
    after.respond(await after.next('REGISTER'), 200, 'OK');
    expect(await bench.reported('registered')).toMatchObject({ isNewFlow: true });

    bench.stack.perform(callId, { type: 'send-answer' });
    await before.next(200);
    expect(before.isClosed).toBe(false);
  });

  test('hears a call that was on its way by the server before, and then lets it go quietly', async () => {
    await registeredAt(FIRST);
    before.deliver(bench.request('INVITE', [], { body: sdp() }));
    const { callId } = await bench.reported('invited');

    bench.pass(LEFT_ALONE_MS);
    expect(before.isClosed).toBe(false);

    bench.stack.perform(callId, { type: 'send-reject', statusCode: 486 });
    await before.closed();
    expect(before.count('REGISTER')).toBe(1);
  });

  test('leaves no connection behind, and says no goodbye that would remove the new binding', async () => {
    await registeredAt(FIRST);
    bench.pass(LEFT_ALONE_MS);

    await before.closed();
    expect(before.count('REGISTER')).toBe(1);
  });

  test('stays where it is when the other server is not good', async () => {
    bench.register(FIRST);
    (await bench.connectionTo(FIRST)).fail();
    await bench.reported('registration-failed');

    bench.register(SECOND);
    expect((await before.next('REGISTER')).header('cseq')).toBe('2 REGISTER');
    expect(before.isClosed).toBe(false);
  });

  test('places calls over the server before until the new one has taken us', async () => {
    bench.register(FIRST);
    await bench.connectionTo(FIRST);
    bench.stack.invite('out', 'sip:bob@example.test');

    await before.next('INVITE');
  });

  test('is not taken for done when a renewal at the server before is', async () => {
    bench.register(SECOND);
    const renewal = await before.next('REGISTER');

    bench.register(FIRST);
    const after = await bench.connectionTo(FIRST);

    before.respond(renewal, 200, 'OK');
    before.deliver(bench.request('OPTIONS'));
    await before.next(200);
    expect(bench.reports).toEqual([]);
    after.open();
    after.respond(await after.next('REGISTER'), 200, 'OK');

    expect(await bench.reported('registered')).toMatchObject({ isNewFlow: true });
    expect(bench.reports).toEqual([]);
  });

  test('is over when the server before is asked again', async () => {
    bench.register(FIRST);
    const after = await bench.connectionTo(FIRST);

    bench.register(SECOND);
    before.respond(await before.next('REGISTER'), 200, 'OK');

    expect(await bench.reported('registered')).toMatchObject({ isNewFlow: false });
    expect(after.isClosed).toBe(true);
  });

  test('is not hindered by the end of the server before', async () => {
    await registeredAt(FIRST);
    before.drop();
    bench.pass(0);
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
    expect(bench.wires).toHaveLength(2);
  });
});

describe('a call that has stayed at the server before', () => {
  let before: Wire;

  beforeEach(async () => {
    before = await registeredAt(FIRST);
    await bench.established('call');
    // Its server has no time for registrations any more.
    bench.register(FIRST);
    before.respond(await before.next('REGISTER'), 503, 'Service Unavailable');
    await bench.reported('registration-failed');
    await registeredAt(SECOND);
  });

  test('is left alone', async () => {
    bench.stack.perform('call', { type: 'recover' });
    bench.pass(LEFT_ALONE_MS);
    bench.stack.perform('call', { type: 'send-bye' });
    before.respond(await before.next('BYE'), 200, 'OK');

    await before.closed();
    expect(before.count('INVITE')).toBe(1);
  });

  test('goes on over another connection when that server is gone, by whichever answers', async () => {
    before.drop();
    await bench.event('call', 'cut-off');
    // The phone is registered again elsewhere, which is of no use for this call.
    bench.stack.perform('call', { type: 'recover' });

    bench.pass(0);
    (await bench.connectionTo(FIRST)).fail();
    await bench.timerOf(1000);
    bench.pass(1000);
    const after = await bench.connectionTo(SECOND);

    after.open();
    await bench.event('call', 'reconnected');
    expect((await after.next('INVITE')).header('to')).toContain(';tag=far');
    expect(after.count('REGISTER')).toBe(0);
  });
});
