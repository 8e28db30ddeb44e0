import { ANONYMOUS } from '../../src/sip/anonymous';
import { ALICE, Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

const PUB = 'sip:alice@example.test;gr=urn:uuid:6f1c';
const TEMP = 'sip:tgruu.7hs@example.test;gr';
const GRUUS = `;pub-gruu="${PUB}";temp-gruu="${TEMP}"`;
const ROUTE = '<sip:orig@scscf.example.test;lr>';

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => bench.stop());

/** Registers, or renews that; the registrar's 200 says this. */
async function registered(params = '', headers: readonly string[] = []): Promise<Sent> {
  const known = bench.wires.length;

  bench.register();
  if (bench.wires.length > known) {
    bench.wire.open();
  }
  const request = await bench.wire.next('REGISTER');
  const contact = /<[^>]+>/.exec(request.header('contact'))?.[0] ?? '';

  bench.respond(request, 200, 'OK', {
    headers: [`Contact: ${contact}${params};expires=600`, ...headers],
  });
  await bench.reported('registered');

  return request;
}

async function invite(wish = {}): Promise<Sent> {
  bench.stack.invite(`out-${bench.wire.sent.length}`, 'sip:bob@example.test', wish);

  return bench.wire.next('INVITE');
}

test('path, gruu and outbound are understood, and said to be', async () => {
  const supported = (await registered()).header('supported').split(/\s*,\s*/);

  expect(supported).toEqual(expect.arrayContaining(['path', 'gruu', 'outbound']));
});

describe('a service route', () => {
  test('is the way of calls and subscriptions, and not of the registration', async () => {
    await registered('', [`Service-Route: ${ROUTE}`]);
    expect((await invite()).header('route')).toBe(ROUTE);

    bench.stack.subscribe('s', { event: 'dialog', uri: 'sip:204@example.test', expiresS: 600 });
    expect((await bench.wire.next('SUBSCRIBE')).header('route')).toBe(ROUTE);
    expect((await registered()).header('route')).toBe('');
  });

  test('stands behind the account’s own proxy', async () => {
    bench.stack.configure({ ...ALICE, outboundProxy: 'sip:edge.example.test' });
    await registered('', [`Service-Route: ${ROUTE}`]);

    expect((await invite()).text.match(/^route: .*$/gim)).toEqual([
      'Route: <sip:edge.example.test;lr>',
      `Route: ${ROUTE}`,
    ]);
  });

  test('is over with the registration that had it', async () => {
    await registered('', [`Service-Route: ${ROUTE}`]);
    await registered();

    expect((await invite()).header('route')).toBe('');
  });

  test('is not the way inside of a call, which has its own', async () => {
    await registered('', [`Service-Route: ${ROUTE}`]);
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-bye' });

    expect((await bench.wire.next('BYE')).header('route')).toBe('');
  });

  test('that leads nowhere is left aside', async () => {
    await registered('', [`Service-Route: ${ROUTE}, <http://evil.test;lr>`]);

    expect((await invite()).header('route')).toBe('');
  });
});

describe('an address of its own', () => {
  test('is what the phone is reached by in calls both ways, and in subscriptions', async () => {
    await registered(GRUUS);
    const out = await invite();

    bench.stack.subscribe('s', { event: 'dialog', uri: 'sip:204@example.test', expiresS: 600 });
    bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));
    bench.stack.perform((await bench.reported('invited')).callId, { type: 'send-answer' });

    expect(out.header('contact')).toBe(`<${PUB}>`);
    expect(out.header('supported')).toMatch(/\bgruu\b/);
    expect((await bench.wire.next('SUBSCRIBE')).header('contact')).toBe(`<${PUB}>`);
    expect((await bench.wire.next(200)).header('contact')).toBe(`<${PUB}>`);
  });

  test('takes calls that come to it', async () => {
    await registered(GRUUS);
    bench.wire.deliver(
      bench.request('INVITE', [], { body: sdp() }).replace(/^INVITE \S+/, `INVITE ${PUB}`),
    );

    await bench.reported('invited');
  });

  test('is not the one that is registered', async () => {
    const first = await registered(GRUUS);

    expect((await registered()).header('contact')).toBe(first.header('contact'));
  });

  test.each([
    ['the one that says nothing', GRUUS, `<${TEMP}>`],
    ['the one made by chance', '', /^<sip:\w+@\w+\.invalid;transport=ws;ob>$/],
  ])('does not give away who hides: %s does', async (_which, params, contact) => {
    await registered(params);
    const request = await invite({ from: ANONYMOUS });

    expect(request.header('contact')).toEqual(
      typeof contact === 'string' ? contact : expect.stringMatching(contact),
    );
    expect(request.text.match(/^contact:/gim)).toHaveLength(1);
  });

  test('of who hides stays hidden in what follows in the call', async () => {
    await registered(GRUUS);
    bench.stack.invite('out', 'sip:bob@example.test', { from: ANONYMOUS });
    bench.wire.respond(await bench.wire.next('INVITE'), 200, 'OK', {
      headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
      body: sdp(),
    });
    await bench.event('out', 'confirmed');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    expect((await bench.wire.next('INVITE')).header('contact')).toBe(`<${TEMP}>`);
  });

  test('that is somebody else’s is not taken', async () => {
    await registered(';pub-gruu="sip:mallory@example.test;gr=1"');

    expect((await invite()).header('contact')).toMatch(/\.invalid;transport=ws;ob>$/);
  });
});

test.each([
  ['an absurd one', '99999999999'],
  ['one that is no more than what was asked for', '600'],
  ['none', 'soon'],
])('a least time of %s ends the attempt', async (_what, leastS) => {
  bench.register();
  bench.wire.open();
  bench.respond(await bench.wire.next('REGISTER'), 423, 'Interval Too Brief', {
    headers: [`Min-Expires: ${leastS}`],
  });

  expect((await bench.reported('registration-failed')).failure.code).toBe('refused');
  expect(bench.wire.count('REGISTER')).toBe(1);
});

test('the time that is granted is read wherever in the Contact it stands', async () => {
  bench.register();
  bench.wire.open();
  const request = await bench.wire.next('REGISTER');

  bench.respond(request, 200, 'OK', {
    headers: [
      `Contact: ${request
        .header('contact')
        .replace(/;\+sip/, ';expires=70;+sip')
        .replace(/;expires=600$/, '')}`,
      'Expires: 3000',
    ],
  });

  expect(await bench.reported('registered')).toMatchObject({ expiresInS: 70 });
});
