import { RingCentralDouble } from '../../pbx/ringcentral/double';
import { RingCentralPhone } from './phone-bed';

let double: RingCentralDouble;

beforeEach(async () => {
  double = await RingCentralDouble.start();
});

afterEach(() => double.close());

describe('registering', () => {
  test('takes the time that is granted, and comes back before it is over', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();

    expect(alice.phone.snapshot.registration).toEqual({
      state: 'registered',
      expiresAtMs: 1_000 + 47_000,
      server: double.url,
      isBackup: false,
    });
    expect(Math.max(...alice.timers)).toBeLessThan(47_000);
  });

  test('a sixth phone is told why it is not let in', async () => {
    for (const client of ['auth-1', 'auth-2', 'auth-3', 'auth-4', 'auth-5']) {
      await new RingCentralPhone(double, client).registered();
    }
    const sixth = new RingCentralPhone(double, 'auth-6');
    const { registration } = await sixth.until(({ registration: { state } }) => state === 'failed');

    expect(registration).toMatchObject({
      failure: { response: { statusCode: 603, reasonPhrase: 'Too Many Contacts' } },
    });
  });

  test('a phone that has left may not call', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();

    double.forgetRegistrations();
    alice.phone.dial('+16505550123');
    expect((await alice.call(({ state }) => state === 'terminated')).end).toMatchObject({
      response: { statusCode: 403 },
    });
  });

  test('leaving is understood', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();

    alice.quit();
    await double.untilRegistered(0);
  });

  test('a server that has fallen silent is noticed', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();

    double.goSilent(true);
    await alice.pass(Math.max(...alice.timers)); // The time to register again.
    await alice.pass(10_000);
    await alice.until(({ registration: { state } }) => state === 'failed');
    double.goSilent(false);
  });

  test('is done again when the server asks for it', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();
    const before = double.countOf('REGISTER');

    expect(await double.checkSync(await double.instance('auth-1'))).toBe(200);
    await alice.pass(1_000); // Never two attempts a second.
    await double.untilCount('REGISTER', before + 1);
  });
});

describe('a call that we place', () => {
  test('is up as soon as it is allowed, long before anybody answers', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();
    const callId = alice.phone.dial('+16505550123');

    await alice.call(({ state }) => state === 'established');
    const dialog = await double.nextPlaced(1);

    alice.command(callId, { type: 'hang-up' });
    expect(await dialog.untilEnded()).toBe('phone');
  });

  test('to what is no number is refused', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();

    alice.phone.dial('sip:nobody');
    expect((await alice.call(({ state }) => state === 'terminated')).end).toMatchObject({
      response: { statusCode: 404 },
    });
  });

  test('is held and taken up again', async () => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();
    const callId = await alice.talking();

    alice.command(callId, { type: 'hold', on: true });
    await alice.call(({ hold }) => hold.local);
    alice.command(callId, { type: 'hold', on: false });
    await alice.call(({ hold }) => !hold.local && hold.requested === null);
    expect((await double.nextPlaced(1)).isHeld).toBe(false);
  });
});

describe('a supervisor', () => {
  test.each([
    ['monitor', '*80'],
    ['whisper', '*81'],
    ['barge', '*82'],
  ] as const)('who wants to %s calls %s and then says the extension', async (how, code) => {
    const alice = await new RingCentralPhone(double, 'auth-1').registered();
    const callId = alice.phone.supervise(how, '102');
    const call = await alice.call(({ state }) => state === 'established');

    expect(call.dtmf.sent).toBe('102#');
    expect(alice.media.of(callId).tones).toEqual(['102#']);
    expect(double.messages.some(({ text }) => text.startsWith(`INVITE sip:${code}@`))).toBe(true);
  });
});
