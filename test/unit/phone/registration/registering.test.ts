import { aliceAccount } from '../../../support/accounts';
import { newPhone, registeredPhone } from '../../../support/phone-to-try';
import { failedPhone, NO_CONNECTION, WRONG_PASSWORD } from '../../../support/failed-registration';

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

test('a server that heard no REGISTER is asked whether it is there at all', () => {
  const { sip } = failedPhone({ code: 'no-answer', response: null });

  expect(sip.checks).toEqual([1_000]);
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
