import type { Account } from '../../src/account/account';
import { PRESETS } from '../../src/account/profile';
import { ALICE, Bench } from './bench';
import type { Sent } from './wire';

const CHALLENGE = 'WWW-Authenticate: Digest realm="example.test", nonce="n1", algorithm=MD5';
let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => bench.stop());

async function register(): Promise<Sent> {
  bench.register();
  bench.wire.open();

  return bench.wire.next('REGISTER');
}

/** Our Contact as the registrar would give it back. */
function contactOf(register: Sent, params: string): string {
  return `Contact: ${/<[^>]+>/.exec(register.header('contact'))?.[0] ?? ''}${params}`;
}

test('a REGISTER names the account, this installation and the wish', async () => {
  const request = await register();

  expect(request.message.startLine).toBe('REGISTER sip:example.test SIP/2.0');
  expect(request.header('to')).toBe('<sip:alice@example.test>');
  expect(request.header('from')).toMatch(/^"Alice" <sip:alice@example\.test>;tag=/);
  expect(request.header('contact')).toMatch(
    /^<sip:\w+@\w+\.invalid;transport=ws>;\+sip\.instance="<urn:uuid:[0-9a-f-]{36}>";reg-id=1;expires=600$/,
  );
  expect(request.header('user-agent')).toBe('Offhook/0.0.0');
});

test('a phone that starts again has the same Contact, and so replaces its old binding', async () => {
  const first = await register();
  const again = new Bench();

  again.register();
  again.wire.open();

  expect((await again.wire.next('REGISTER')).header('contact')).toBe(first.header('contact'));
  await again.stop();
});

test.each([
  ['the Contact', ';expires=120', [], 120],
  ['the Expires field', '', ['Expires: 90'], 90],
  ['nobody', '', [], 600],
  ['a Contact that outdoes the field', ';expires=60', ['Expires: 3000'], 60],
  ['an absurdly long one', ';expires=99999999999', [], 3600],
  ['none at all', ';expires=0', [], 10],
])('the expiry that is believed when it comes from %s', async (_who, params, headers, granted) => {
  const request = await register();

  bench.respond(request, 200, 'OK', { headers: [contactOf(request, params), ...headers] });

  expect(await bench.reported('registered')).toEqual({
    type: 'registered',
    expiresInS: granted,
    isNewFlow: true,
  });
  expect(bench.wire.count('REGISTER')).toBe(1);
});

test('among the bindings of other phones ours is the one that counts', async () => {
  const request = await register();

  bench.respond(request, 200, 'OK', {
    headers: [
      'Contact: <sip:alice@192.0.2.7>;expires=1, <sip:desk@192.0.2.8>;expires=2',
      contactOf(request, ';expires=300'),
    ],
  });

  expect(await bench.reported('registered')).toMatchObject({ expiresInS: 300 });
});

test('a registration can be made again, with the next number, over the same connection', async () => {
  const first = await register();

  bench.respond(first, 200, 'OK');
  await bench.reported('registered');
  bench.register();

  const second = await bench.wire.next('REGISTER');

  expect(second.header('call-id')).toBe(first.header('call-id'));
  expect([first.header('cseq'), second.header('cseq')]).toEqual(['1 REGISTER', '2 REGISTER']);
  expect(bench.wires).toHaveLength(1);
});

test('a challenge is answered', async () => {
  bench.respond(await register(), 401, 'Unauthorized', { headers: [CHALLENGE] });

  const answer = await bench.wire.next('REGISTER');

  expect(answer.header('authorization')).toContain('username="alice"');
  bench.respond(answer, 200, 'OK');
  await bench.reported('registered');
});

test('a known challenge is answered beforehand, in a refresh and in the goodbye', async () => {
  bench.respond(await register(), 401, 'Unauthorized', {
    headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n1", qop="auth"'],
  });
  bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
  await bench.reported('registered');

  bench.register();
  const refresh = await bench.wire.next('REGISTER');

  bench.respond(refresh, 200, 'OK');
  await bench.reported('registered');
  bench.stack.unregister();
  const goodbye = await bench.wire.next('REGISTER');

  expect(refresh.header('authorization')).toMatch(/nonce="n1".*nc=00000002/);
  expect(goodbye.header('authorization')).toMatch(/nonce="n1".*nc=00000003/);
  expect(goodbye.header('contact')).toContain('expires=0');
});

test('a known challenge that has gone stale is answered anew', async () => {
  bench.respond(await register(), 401, 'Unauthorized', { headers: [CHALLENGE] });
  bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
  await bench.reported('registered');

  bench.register();
  bench.respond(await bench.wire.next('REGISTER'), 401, 'Unauthorized', {
    headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n2", stale=true'],
  });
  const again = await bench.wire.next('REGISTER');

  bench.respond(again, 200, 'OK');

  expect(again.header('authorization')).toContain('nonce="n2"');
  expect(await bench.reported('registered')).toMatchObject({ type: 'registered' });
});

test('the login name answers the challenge where the account has one', async () => {
  bench.stack.configure({ ...ALICE, loginName: 'auth-7' });
  bench.respond(await register(), 401, 'Unauthorized', { headers: [CHALLENGE] });

  expect((await bench.wire.next('REGISTER')).header('authorization')).toContain(
    'username="auth-7"',
  );
});

test('a wrong password is told apart, and tried once', async () => {
  bench.respond(await register(), 401, 'Unauthorized', { headers: [CHALLENGE] });
  bench.respond(await bench.wire.next('REGISTER'), 401, 'Unauthorized', {
    headers: [CHALLENGE.replace('n1', 'n2')],
  });

  expect(await bench.reported('registration-failed')).toEqual({
    type: 'registration-failed',
    failure: {
      code: 'wrong-password',
      response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
    },
  });
  expect(bench.wire.count('REGISTER')).toBe(2);
});

test.each([
  [403, 'forbidden'],
  [404, 'unknown-account'],
  [503, 'server-trouble'],
  [302, 'refused'],
])('a registrar that says %i means %s', async (status, code) => {
  bench.respond(await register(), status, 'No');

  expect((await bench.reported('registration-failed')).failure).toEqual({
    code,
    response: { statusCode: status, reasonPhrase: 'No' },
  });
});

test('when a server in trouble wants to be asked again is told with the failure', async () => {
  bench.respond(await register(), 503, 'Service Unavailable', {
    headers: ['Retry-After: 120 (restarting)'],
  });

  expect((await bench.reported('registration-failed')).failure.retryAfterS).toBe(120);
});

test('a server that has enough phones is told apart from one that refuses this one', async () => {
  bench.respond(await register(), 603, 'Too Many Contacts');

  expect((await bench.reported('registration-failed')).failure.code).toBe('too-many-phones');
});

test('a server that wants a ping every twenty seconds gets it', async () => {
  bench.respond(await register(), 200, 'OK', { headers: ['Flow-Timer: 20'] });
  await bench.reported('registered');
  bench.pass(16_000);

  expect(bench.wire.pings).toBe(1);
});

test('too short an expiry is raised to what the registrar wants', async () => {
  bench.respond(await register(), 423, 'Interval Too Brief', {
    headers: ['Min-Expires: 1800'],
  });

  const again = await bench.wire.next('REGISTER');

  expect(again.header('contact')).toMatch(/;expires=1800$/);
  bench.respond(again, 200, 'OK');
  expect(await bench.reported('registered')).toMatchObject({ expiresInS: 1800 });
});

test('a registrar that always wants more is given up after two more attempts', async () => {
  let request = await register();

  for (const minExpires of [700, 800]) {
    bench.respond(request, 423, 'Interval Too Brief', {
      headers: [`Min-Expires: ${minExpires}`],
    });
    request = await bench.wire.next('REGISTER');
  }
  bench.respond(request, 423, 'Interval Too Brief', { headers: ['Min-Expires: 900'] });

  expect((await bench.reported('registration-failed')).failure.code).toBe('refused');
  expect(bench.wire.count('REGISTER')).toBe(3);
});

test('a registrar that says nothing is given up, and its late answer changes nothing', async () => {
  const request = await register();

  bench.pass(10_000);

  expect((await bench.reported('registration-failed')).failure).toEqual({
    code: 'no-answer',
    response: null,
  });

  bench.respond(request, 200, 'OK');
  await bench.answersOptions();
  expect(bench.reports).toEqual([]);
});

test('a connection that breaks in the middle of registering is one failure, not two', async () => {
  await register();
  bench.wire.drop();

  expect((await bench.reported('registration-failed')).failure.code).toBe('no-connection');
  expect(bench.reports).toEqual([]);
});

test('leaving removes the binding and closes the connection', async () => {
  await bench.registered();
  bench.stack.unregister();

  const request = await bench.wire.next('REGISTER');

  expect(request.header('contact')).toMatch(/;expires=0$/);
  bench.respond(request, 200, 'OK');
  await bench.wire.closed();
  expect(bench.reports).toEqual([]);
});

test('leaving a server that no longer answers takes bounded time', async () => {
  await bench.registered();
  bench.stack.unregister();
  await bench.wire.next('REGISTER');
  bench.pass(10_000);

  await bench.wire.closed();
});

test('another account leaves the one before and registers over a connection of its own', async () => {
  await bench.registered();

  const before = bench.wire;

  bench.stack.configure({ ...ALICE, address: 'sip:bob@example.test' });
  bench.respond(await before.next('REGISTER'), 200, 'OK');
  await before.closed();

  const request = await register();

  expect(request.header('to')).toBe('<sip:bob@example.test>');
});

test('another code of the same phone system leaves the connection alone', async () => {
  await bench.registered();

  const before = bench.wire;

  bench.stack.configure({ ...ALICE, profile: PRESETS.freepbx });
  bench.register();

  expect((await before.next('REGISTER')).header('expires')).not.toBe('0');
  expect(bench.wire).toBe(before);
});

test('requests go by way of the outbound proxy', async () => {
  bench.stack.configure({ ...ALICE, outboundProxy: 'sip:edge.example.test' });

  expect((await register()).header('route')).toBe('<sip:edge.example.test;lr>');
});

test('a display name with quotes and line ends stays one name', async () => {
  bench.stack.configure({ ...ALICE, displayName: 'A "quick"\r\nX-Evil: 1 \\ fox' });

  const request = await register();

  expect(request.header('from')).toMatch(/^"A \\"quick\\" X-Evil: 1 \\\\ fox" <sip:alice@/);
  expect(request.header('x-evil')).toBe('');
});

test('registering without an account fails at once', async () => {
  bench.stack.configure(null);
  bench.register();

  expect((await bench.reported('registration-failed')).failure.code).toBe('refused');
});

describe('trying an account', () => {
  const other: Account = { ...ALICE, servers: ['wss://other.example.test/'] };

  test('registers, leaves again, and disturbs nobody', async () => {
    await bench.registered();

    const own = bench.wire;
    const result = bench.stack.probe(other);

    bench.wire.open();

    const request = await bench.wire.next('REGISTER');

    expect(request.header('contact')).not.toContain('+sip.instance');
    bench.respond(request, 200, 'OK');

    const goodbye = await bench.wire.next('REGISTER');

    expect(goodbye.header('contact')).toMatch(/;expires=0$/);
    bench.respond(goodbye, 200, 'OK');

    expect(await result).toBeNull();
    expect(bench.wire.url).toBe(other.servers[0]);
    expect(bench.wire.isClosed).toBe(true);
    expect(own.isClosed).toBe(false);
    expect(bench.reports).toEqual([]);
  });

  test('tells a wrong password, and closes', async () => {
    const result = bench.stack.probe(other);

    bench.wire.open();
    bench.respond(await bench.wire.next('REGISTER'), 401, 'Unauthorized', {
      headers: [CHALLENGE],
    });
    bench.respond(await bench.wire.next('REGISTER'), 401, 'Unauthorized', {
      headers: [CHALLENGE],
    });

    expect(await result).toMatchObject({
      server: other.servers[0],
      failure: { code: 'wrong-password' },
    });
    expect(bench.wire.isClosed).toBe(true);
  });

  test('tells a server that cannot be connected to', async () => {
    const result = bench.stack.probe(other);

    bench.wire.fail();

    expect(await result).toEqual({
      server: other.servers[0],
      failure: { code: 'no-connection', response: null },
    });
  });

  test('tells an address that is none', async () => {
    expect(await bench.stack.probe({ ...other, address: 'nonsense' })).toEqual({
      server: other.servers[0],
      failure: { code: 'refused', response: null },
    });
  });

  test('asks each of its servers, one after the other, up to the first that fails', async () => {
    const [first, second, third] = ['wss://one.test', 'wss://two.test', 'wss://three.test'];
    const result = bench.stack.probe({ ...ALICE, servers: [first, second, third] });

    bench.wire.open();
    bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
    bench.respond(await bench.wire.next('REGISTER'), 200, 'OK');
    await bench.connectionTo(second);
    bench.wire.fail();

    expect(await result).toEqual({
      server: second,
      failure: { code: 'no-connection', response: null },
    });
    expect(bench.wires.map(({ url }) => url)).toEqual([first, second]);
  });
});
