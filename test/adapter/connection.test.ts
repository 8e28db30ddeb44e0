import { Bench } from './bench';

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => bench.stop());

test('a server that never lets us in is given up after eight seconds', async () => {
  bench.register();
  bench.pass(8000);

  expect((await bench.reported('registration-failed')).failure).toEqual({
    code: 'no-answer',
    response: null,
  });
  expect(bench.wire.isClosed).toBe(true);
});

test('an attempt that takes the place of one that hangs connects anew', async () => {
  bench.register();

  const hanging = bench.wire;

  await bench.registered();
  expect(bench.wires).toHaveLength(2);
  expect(hanging.isClosed).toBe(true);
  expect(bench.reports).toEqual([]);

  // What comes of the old one is of no concern.
  hanging.open();
  hanging.fail();
  bench.pass(8_000);
  await bench.answersOptions();
  expect(bench.reports).toEqual([]);
});

test('a connection that neither opens nor fails keeps nobody from the next', async () => {
  for (let times = 0; times < 3; times += 1) {
    bench.register();
    bench.pass(8_000);
    expect((await bench.reported('registration-failed')).failure.code).toBe('no-answer');
  }
  await bench.registered();

  expect(bench.wires).toHaveLength(4);
});

test('a connection that fails is told at once and let go of', async () => {
  bench.register();
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
  broken.register();

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

test('a connection is new once, and new again when it was made anew', async () => {
  const isNew = async () => (await bench.reported('registered')).isNewFlow;
  const again = async () => {
    bench.register();
    bench.wire.open();
    bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
  };

  await again();
  expect(await isNew()).toBe(true);
  await again();
  expect(await isNew()).toBe(false);
  bench.wire.drop();
  await again();
  expect(await isNew()).toBe(true);
});

describe('signs of life', () => {
  const PING_MS = 25_000; // What chance makes of 25 to 30 s here.

  test('an idle server is pinged, and its pong is enough', async () => {
    await bench.registered();
    bench.pass(PING_MS);
    expect(bench.wire.pings).toBe(1);
    bench.wire.deliver('\r\n');

    expect([...bench.timers.values()]).not.toContain(10_000);
    expect([...bench.timers.values()]).toContain(PING_MS);
    expect(bench.reports).toEqual([]);
  });

  test('a server that answers nothing is let go of and told of', async () => {
    await bench.registered();
    bench.pass(PING_MS);
    bench.pass(10_000);

    expect((await bench.reported('connection-lost')).failure.code).toBe('no-answer');
    expect(bench.wire.isClosed).toBe(true);
    await bench.registered();
    expect(bench.wires).toHaveLength(2);
  });

  test('in a call it is found out sooner', async () => {
    await bench.registered();
    bench.stack.setKeepAlive(true);
    bench.pass(9_000);
    expect(bench.wire.pings).toBe(1);
    bench.pass(5_000);

    await bench.reported('connection-lost');
  });

  test('a server that knows no pings is asked by OPTIONS, whose refusal will do', async () => {
    await bench.registered();
    bench.pass(PING_MS);

    const probe = await bench.wire.next('OPTIONS');

    expect(probe.uri).toBe('sip:example.test');
    bench.respond(probe, 401, 'Unauthorized', {
      headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n1"'],
    });
    bench.pass(PING_MS);
    bench.respond(await bench.wire.next('OPTIONS'), 405, 'Method Not Allowed');
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
    // Nobody's challenge in it is answered.
    expect(bench.wire.count('OPTIONS')).toBe(2);
    expect(bench.wire.sent.every((sent) => sent.header('authorization') === '')).toBe(true);
  });

  test('a server that answers neither is asked who is registered, next time', async () => {
    await bench.registered();
    bench.pass(PING_MS);
    bench.pass(10_000);
    await bench.reported('connection-lost');
    await bench.registered();
    bench.pass(PING_MS);

    const query = await bench.wire.next('REGISTER');

    expect(query.header('contact')).toBe('');
    expect(query.header('to')).toContain('sip:alice@example.test');
    bench.respond(query, 401, 'Unauthorized', {
      headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n1"'],
    });
    bench.pass(10_000);
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
    expect(bench.wire.count('REGISTER')).toBe(2);
  });

  test('once it has answered a ping, a server gets no more OPTIONS on that connection', async () => {
    await bench.registered();
    bench.pass(PING_MS);
    bench.wire.deliver('\r\n');
    bench.pass(PING_MS);

    expect(bench.wire.pings).toBe(2);
    expect(bench.wire.count('OPTIONS')).toBe(1);
  });

  test('the server’s own ping is answered', async () => {
    await bench.registered();
    bench.wire.deliver('\r\n\r\n');

    expect(bench.wire.pongs).toBe(1);
  });

  test('a check gives the server as long as it is told', async () => {
    await bench.registered();
    bench.stack.checkConnection(1_000);
    expect(bench.wire.pings).toBe(1);
    bench.pass(1_000);

    await bench.reported('connection-lost');
  });

  test('there is nothing to check while connecting, or without an account', () => {
    bench.register();
    bench.stack.checkConnection(1_000);
    bench.stack.setKeepAlive(true);
    bench.pass(1_000);
    expect(bench.wire.isClosed).toBe(false);
    expect(bench.wire.pings).toBe(0);

    bench.stack.configure(null);
    bench.stack.checkConnection(1_000);
    expect(bench.reports).toEqual([]);
  });

  test('an account whose last call goes on is watched too', async () => {
    await bench.registered();
    await bench.established('out');
    bench.stack.setKeepAlive(true);

    const before = bench.wire;

    bench.stack.configure(null);
    before.respond(await before.next('REGISTER'), 200, 'OK');
    bench.stack.checkConnection(1_000);
    expect(before.pings).toBe(1);
    bench.pass(1_000);
    expect(before.isClosed).toBe(true);
  });

  test('a socket that cannot be written to is as dead as one that does not answer', async () => {
    await bench.registered();
    bench.wire.socket.send = () => {
      throw new DOMException('closing', 'InvalidStateError');
    };
    bench.pass(PING_MS);
    bench.pass(10_000);

    await bench.reported('connection-lost');
  });
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
    bench.register();
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
