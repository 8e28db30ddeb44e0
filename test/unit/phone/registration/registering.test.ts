import fc from 'fast-check';
import type { RegistrationFailure } from '../../../../src/phone/registration/registration';
import type { NetworkChange } from '../../../../src/phone/registration/registering';
import { aliceAccount } from '../../../support/accounts';
import { newPhone, registeredPhone } from '../../../support/phone-to-try';

const NO_CONNECTION: RegistrationFailure = { code: 'no-connection', response: null };
const WRONG_PASSWORD: RegistrationFailure = {
  code: 'wrong-password',
  response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
};

function refused(statusCode = 503, more: Partial<RegistrationFailure> = {}): RegistrationFailure {
  return {
    code: 'server-trouble',
    response: { statusCode, reasonPhrase: 'No' },
    ...more,
  };
}

/** A phone whose first attempt, a while ago, came out like this. */
function failedPhone(failure: RegistrationFailure) {
  const all = newPhone();

  all.phone.configure(aliceAccount(), 'US');
  all.clock.pass(1_000);
  all.sip.registrationFails(failure);

  return all;
}

/** In how many milliseconds the phone says that it tries again. */
function waitOf({ phone, clock }: ReturnType<typeof newPhone>): number | null {
  const { registration } = phone.snapshot;

  return registration.state === 'failed' && registration.retryAtMs !== null
    ? registration.retryAtMs - clock.nowMs()
    : null;
}

describe('the connection in a call', () => {
  it('is watched more closely from the first ring to the end', () => {
    const { sip, phone } = registeredPhone();

    sip.callIn('in');
    expect(sip.keptAlive).toEqual([true]);
    phone.command('in', { type: 'answer' });
    sip.happens('in', { type: 'confirmed' });
    phone.dial('100');
    expect(sip.keptAlive).toEqual([true]);

    phone.several({ type: 'hang-up-all' });
    for (const { id } of phone.snapshot.calls) {
      sip.ends(id);
    }
    expect(sip.keptAlive).toEqual([true, false]);
  });

  it('is not spoken of while there is no call', () => {
    expect(newPhone().sip.keptAlive).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is made again within half a second', () => {
    const all = registeredPhone();

    all.clock.pass(60_000);
    all.clock.chance = 0.999;
    all.sip.connectionLost();
    expect(waitOf(all)).toBeLessThanOrEqual(500);
    all.clock.pass(500);

    expect(all.sip.registrations).toBe(2);
    expect(all.phone.snapshot.registration.state).toBe('registering');
  });

  it('is not made at once, again and again, for a server that takes it away at once', () => {
    const all = registeredPhone();

    all.clock.pass(60_000);
    for (let times = 0; times < 6; times += 1) {
      all.sip.connectionLost();
      all.clock.pass(waitOf(all) ?? NaN);
      all.sip.registered();
      all.clock.pass(100);
    }
    all.sip.connectionLost();

    expect(waitOf(all)).toBeGreaterThan(10_000);
  });

  it('of a server that refused changes nothing about when it is asked again', () => {
    const all = failedPhone(refused());
    const waitMs = waitOf(all);

    all.sip.connectionLost();

    expect(waitOf(all)).toBe(waitMs);
    expect(all.phone.snapshot.registration).toMatchObject({ failure: { code: 'server-trouble' } });
  });

  it('makes nobody try a wrong password again', () => {
    const { sip, clock, phone } = failedPhone(WRONG_PASSWORD);

    sip.connectionLost();
    clock.pass(3_600_000);

    expect(sip.registrations).toBe(1);
    expect(phone.snapshot.registration).toMatchObject({
      failure: { code: 'wrong-password' },
      retryAtMs: null,
    });
  });
});

describe('a server that refuses', () => {
  it('is left alone for half a minute to a minute, then for longer, never over five', () => {
    const all = newPhone();
    const waitsMs: (number | null)[] = [];

    all.phone.configure(aliceAccount(), 'US');
    for (let times = 0; times < 6; times += 1) {
      all.sip.registrationFails(refused());
      waitsMs.push(waitOf(all));
      all.clock.pass(waitOf(all) ?? NaN);
    }

    expect(waitsMs).toEqual([45_000, 90_000, 180_000, 225_000, 225_000, 225_000]);
  });

  it.each([
    [20, 22_000],
    [120, 132_000],
    [86_400, 660_000],
    [0, 1_000],
  ])('and wants to be asked again after %i s, is', (retryAfterS, waitMs) => {
    const all = newPhone();

    all.phone.configure(aliceAccount(), 'US');
    all.sip.registrationFails(refused(503, { retryAfterS }));

    expect(waitOf(all)).toBe(waitMs);
  });

  it('and wants to be asked at once, over and over, is asked less and less often', () => {
    const all = newPhone();

    all.phone.configure(aliceAccount(), 'US');
    for (let times = 0; times < 8; times += 1) {
      all.sip.registrationFails(refused(503, { retryAfterS: 0 }));
      all.clock.pass(waitOf(all) ?? NaN);
    }
    all.sip.registrationFails(refused(503, { retryAfterS: 0 }));

    expect(waitOf(all)).toBe(22_500);
  });

  it('to prolong what it granted leaves that standing, and is asked again in time', () => {
    const { sip, clock, phone } = registeredPhone();

    clock.pass(480_000);
    expect(sip.registrations).toBe(2);
    sip.registrationFails(refused());
    expect(phone.snapshot.registration.state).toBe('registered');
    clock.pass(45_000);
    expect(sip.registrations).toBe(3);
    sip.registrationFails(refused());

    clock.pass(70_000); // Until 5 s before the end: the wait alone would be longer.
    expect(sip.registrations).toBe(4);
    expect(phone.snapshot.registration.state).toBe('registered');
    sip.registrationFails(refused());
    expect(phone.snapshot.registration).toMatchObject({
      state: 'failed',
      failure: { code: 'server-trouble' },
    });
  });

  it('now and then is not left alone for ever longer', () => {
    const { sip, clock } = registeredPhone();

    for (let times = 0; times < 4; times += 1) {
      clock.pass(480_000);
      sip.registrationFails(refused());
      clock.pass(45_000);
      expect(sip.registrations).toBe(3 + 2 * times);
      sip.registered();
    }
  });

  it('to prolong what it granted while the connection breaks is a loss as any other', () => {
    const all = registeredPhone();

    all.clock.pass(480_000);
    all.sip.registrationFails(refused());
    all.sip.connectionLost();

    expect(all.phone.snapshot.registration.state).toBe('failed');
  });

  it.each(['forbidden', 'unknown-account'] as const)(
    'an account that worked (%s) is asked again: it may be its own trouble',
    (code) => {
      const all = registeredPhone();

      all.clock.pass(480_000);
      all.sip.registrationFails(refused(403, { code }));

      expect(waitOf(all)).toBe(45_000);
    },
  );

  it('an account that worked for its password is not: that was changed', () => {
    const all = registeredPhone();

    all.clock.pass(480_000);
    all.sip.registrationFails(WRONG_PASSWORD);

    expect(waitOf(all)).toBeNull();
  });

  it('says nothing of another account', () => {
    const all = registeredPhone();

    all.clock.pass(480_000);
    all.phone.configure(aliceAccount({ address: 'sip:other@pbx.test' }), 'US');
    all.sip.registrationFails(refused(403, { code: 'forbidden' }));

    expect(waitOf(all)).toBeNull();
  });
});

test('a server that heard no REGISTER is asked whether it is there at all', () => {
  const { sip } = failedPhone({ code: 'no-answer', response: null });

  expect(sip.checks).toEqual([1_000]);
});

describe('when something happens to the network', () => {
  it.each<NetworkChange>(['online', 'offline', 'changed', 'woke'])(
    'a phone that thinks it is registered (%s) finds out within a second',
    (change) => {
      const { sip, phone } = registeredPhone();

      phone.networkChanged(change);

      expect(sip.checks).toEqual([1_000]);
      expect(sip.registrations).toBe(1);
      expect(phone.snapshot.registration.state).toBe('registered');
    },
  );

  it('a phone that slept through its refresh registers at once', () => {
    const { sip, clock, phone } = registeredPhone();

    clock.pass(400_000);
    clock.setForward(90_000); // It was due after 480 s.
    expect(sip.registrations).toBe(1);
    phone.networkChanged('woke');

    expect(sip.registrations).toBe(2);
    expect(sip.checks).toEqual([1_000]);
  });

  it.each<[NetworkChange, number]>([
    ['online', 2],
    ['woke', 2],
    ['changed', 2],
    ['offline', 1],
  ])('a phone that waits for its next attempt (%s) waits no more', (change, registrations) => {
    const { sip, phone } = failedPhone(NO_CONNECTION);

    phone.networkChanged(change);

    expect(sip.registrations).toBe(registrations);
  });

  it.each<[NetworkChange, number]>([
    ['online', 2],
    ['woke', 2],
    ['changed', 1],
    ['offline', 1],
  ])('a phone that was refused (%s) tries where all may be new', (change, registrations) => {
    const { sip, phone } = failedPhone(refused());

    phone.networkChanged(change);

    expect(sip.registrations).toBe(registrations);
  });

  it.each<NetworkChange>(['online', 'offline', 'changed', 'woke'])(
    'a wrong password (%s) stays wrong',
    (change) => {
      const { sip, clock, phone } = failedPhone(WRONG_PASSWORD);

      phone.networkChanged(change);
      clock.pass(3_600_000);

      expect(sip.registrations).toBe(1);
    },
  );

  it('an attempt that hangs since before is made anew; a young one gets its time', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    clock.pass(500);
    phone.networkChanged('online');
    expect(sip.registrations).toBe(1);
    clock.pass(1_500);
    expect(sip.registrations).toBe(2);

    clock.pass(5_000);
    phone.networkChanged('woke');
    expect(sip.registrations).toBe(3);
  });

  it('an attempt that comes out well meanwhile is not made anew', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    phone.networkChanged('online');
    sip.registered();
    clock.pass(60_000);

    expect(sip.registrations).toBe(1);
  });

  it('a phone without an account stays quiet', () => {
    const { sip, clock, phone } = newPhone();

    phone.networkChanged('online');
    phone.reconnect();
    clock.pass(60_000);

    expect(sip.registrations).toBe(0);
    expect(sip.checks).toEqual([]);
    expect(phone.snapshot.registration.state).toBe('unregistered');
  });
});

describe('the user', () => {
  it('need not wait, and is told that the attempt is under way even in its first second', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    sip.registrationFails(NO_CONNECTION);
    phone.reconnect();
    phone.reconnect();
    expect(phone.snapshot.registration.state).toBe('registering');
    expect(sip.registrations).toBe(1);
    clock.pass(1_000);

    expect(sip.registrations).toBe(2);
  });

  it('who asks while the phone is registered asks for nothing', () => {
    const { sip, clock, phone } = registeredPhone();

    clock.pass(1_000);
    phone.reconnect();

    expect(sip.registrations).toBe(1);
  });
});

test('a phone that has left stays away', () => {
  const { sip, clock, phone } = registeredPhone();

  phone.quit();
  sip.connectionLost();
  sip.onReport({ type: 'asked-to-register' });
  phone.networkChanged('online');
  clock.pass(3_600_000);

  expect(sip.registrations).toBe(1);
  expect(phone.snapshot.registration.state).toBe('unregistered');
});

test('the server may ask for a registration, but not once more for a wrong password', () => {
  const registered = registeredPhone();
  const { sip } = failedPhone(WRONG_PASSWORD);

  registered.clock.pass(1_000);
  registered.sip.onReport({ type: 'asked-to-register' });
  expect(registered.sip.registrations).toBe(2);

  sip.onReport({ type: 'asked-to-register' });
  expect(sip.registrations).toBe(1);
});

describe('whatever happens, in whatever order', () => {
  type Happening =
    | { readonly type: 'wait'; readonly ms: number }
    | { readonly type: 'sleep'; readonly ms: number }
    | { readonly type: 'network'; readonly change: NetworkChange }
    | { readonly type: 'fails'; readonly failure: RegistrationFailure }
    | { readonly type: 'account'; readonly user: string }
    | { readonly type: 'registered' | 'lost' | 'asked' | 'user' };

  const failures = fc.constantFrom<RegistrationFailure>(
    NO_CONNECTION,
    { code: 'no-answer', response: null },
    refused(),
    refused(503, { retryAfterS: 0 }),
    refused(603, { code: 'too-many-phones' }),
    refused(403, { code: 'forbidden' }),
  );
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 700_000 }) }),
    fc.record({ type: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 700_000 }) }),
    fc.record({
      type: fc.constant('network' as const),
      change: fc.constantFrom<NetworkChange>('online', 'offline', 'changed', 'woke'),
    }),
    fc.record({ type: fc.constant('fails' as const), failure: failures }),
    fc.record({ type: fc.constant('account' as const), user: fc.constantFrom('a', 'b') }),
    fc.record({ type: fc.constantFrom('registered', 'lost', 'asked', 'user') }),
  );

  function live(happenings: readonly Happening[], chance: number) {
    const all = newPhone();
    const { sip, clock, phone } = all;
    const beganAtMs: number[] = [];
    const register = sip.register.bind(sip);
    const attempt = { isUnderWay: false };

    sip.register = (...args) => {
      beganAtMs.push(clock.nowMs());
      attempt.isUnderWay = true;
      register(...args);
    };
    clock.chance = chance;
    phone.configure(aliceAccount({ address: 'sip:a@pbx.test' }), 'US');
    for (const happened of happenings) {
      switch (happened.type) {
        case 'wait':
          clock.pass(happened.ms);
          break;
        case 'sleep':
          clock.sleep(happened.ms);
          break;
        case 'network':
          phone.networkChanged(happened.change);
          break;
        case 'account':
          phone.configure(aliceAccount({ address: `sip:${happened.user}@pbx.test` }), 'US');
          break;
        case 'fails':
          if (attempt.isUnderWay) {
            attempt.isUnderWay = false;
            sip.registrationFails(happened.failure);
          }
          break;
        case 'registered':
          if (attempt.isUnderWay) {
            attempt.isUnderWay = false;
            sip.registered();
          }
          break;
        case 'lost':
          sip.connectionLost();
          break;
        case 'asked':
          sip.onReport({ type: 'asked-to-register' });
          break;
        case 'user':
          phone.reconnect();
      }
    }

    return { ...all, beganAtMs, isUnderWay: () => attempt.isUnderWay };
  }

  const life = [
    fc.array(happening, { maxLength: 60 }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
  ] as const;

  test('no server is asked more than once a second', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const { beganAtMs } = live(happenings, chance);

        for (const [index, atMs] of beganAtMs.slice(1).entries()) {
          expect(atMs - (beganAtMs[index] ?? -Infinity)).toBeGreaterThanOrEqual(1_000);
        }
      }),
    );
  });

  test('the phone never gives up where trying can help', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const { clock, sip, phone, isUnderWay } = live(happenings, chance);
        const { registration } = phone.snapshot;
        const isForTheUser = registration.state === 'failed' && registration.retryAtMs === null;
        const before = sip.registrations;

        // The longest wait is the one that a server may ask for, and a little more by chance.
        clock.pass(720_001);

        expect(isForTheUser || isUnderWay() || sip.registrations > before).toBe(true);
      }),
    );
  });

  test('when it says that it tries again, it does', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const all = live(happenings, chance);
        const waitMs = waitOf(all);

        if (waitMs !== null) {
          const { clock, sip } = all;
          const before = sip.registrations;

          expect(waitMs).toBeGreaterThan(0);
          clock.pass(waitMs - 1);
          expect(sip.registrations).toBe(before);
          clock.pass(1);
          expect(sip.registrations).toBe(before + 1);
        }
      }),
    );
  });
});
