import { Bench } from './bench';

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => bench.stop());

test('a server that never lets us in is given up after eight seconds', async () => {
  bench.stack.register();
  bench.pass(8000);

  expect((await bench.reported('registration-failed')).failure).toEqual({
    code: 'no-answer',
    response: null,
  });
  expect(bench.wire.isClosed).toBe(true);
});

test('a connection that fails is told at once and let go of', async () => {
  bench.stack.register();
  bench.wire.fail();

  expect((await bench.reported('registration-failed')).failure).toEqual({
    code: 'no-connection',
    response: null,
  });
  expect(bench.wire.isClosed).toBe(true);
  expect(bench.timers.size).toBe(0);
});

test('a socket that cannot even be made is a failed connection', async () => {
  const broken = new Bench({ ...bench.account, servers: ['wss://pbx.example.test/throws'] });

  broken.throwOnConnect = true;
  broken.stack.register();

  expect((await broken.reported('registration-failed')).failure.code).toBe('no-connection');
});

test('a lost connection is told once, and the next attempt connects anew', async () => {
  await bench.registered();
  bench.wire.drop();
  await bench.reported('connection-lost');
  expect(bench.reports).toEqual([]);

  await bench.registered();
  expect(bench.wires).toHaveLength(2);
});

test('a listener that throws keeps nobody from registering again', async () => {
  const broken = new Bench();
  const receive = broken.stack.onReport;

  await broken.registered();
  broken.stack.onReport = (report) => {
    receive(report);
    throw new Error('listener');
  };
  broken.wire.drop();
  await broken.reported('connection-lost');
  await broken.registered();
  broken.wire.deliver(broken.request('INVITE'));
  await broken.reported('invited');
  await broken.answersOptions();
  broken.stack.onReport = receive;
  await broken.stop();
});

test('a call that is up goes on over the next connection', async () => {
  await bench.registered();

  const invite = await bench.established('out');

  bench.wire.drop();
  await bench.reported('connection-lost');
  await bench.registered();
  bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
  await bench.wire.next(200);

  expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
});

test('a call that is up outlives its account, and its goodbye is still said', async () => {
  await bench.registered();
  await bench.established('out');

  const before = bench.wire;

  bench.stack.configure(null);
  before.respond(await before.next('REGISTER'), 200, 'OK');
  bench.stack.perform('out', { type: 'set-microphone', on: false });
  expect(before.isClosed).toBe(false);
  bench.stack.perform('out', { type: 'send-bye' });
  await before.next('BYE');
  await before.closed();

  expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
});

test('neither the log nor the console ever holds a credential', async () => {
  const printed: unknown[] = [];
  const original = { ...console };

  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[name] = (...args: unknown[]) => printed.push(...args);
  }
  try {
    bench.stack.register();
    bench.wire.open();
    bench.respond(await bench.wire.next('REGISTER'), 401, 'Unauthorized', {
      headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n1", algorithm=MD5'],
    });
    bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
    await bench.reported('registered');
    bench.wire.deliver('rubbish');
    bench.wire.drop();
    await bench.reported('connection-lost');
  } finally {
    Object.assign(console, original);
  }

  expect(printed).toEqual([]);
  expect(bench.log.join('\n')).not.toMatch(/correct horse|Authorization|response=/);
});
