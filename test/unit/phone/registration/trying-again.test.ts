import { aliceAccount } from '../../../support/accounts';
import { newPhone, registeredPhone } from '../../../support/phone-to-try';
import { failedPhone, refused, waitOf, WRONG_PASSWORD } from '../../../support/failed-registration';

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
