import type { NetworkChange } from '../../../../src/phone/registration/registering';
import { aliceAccount } from '../../../support/accounts';
import { newPhone, registeredPhone } from '../../../support/phone-to-try';
import {
  failedPhone,
  NO_CONNECTION,
  refused,
  WRONG_PASSWORD,
} from '../../../support/failed-registration';

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
