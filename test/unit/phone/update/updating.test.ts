import { PATIENCE_MS } from '../../../../src/phone/update/update';
import { registeredPhone } from '../../../support/phone-to-try';

const DAY_MS = 24 * 3_600_000;

function waitingPhone() {
  const all = registeredPhone();
  const restarts: number[] = [];

  all.phone.onReadyToRestart = () => {
    restarts.push(all.clock.nowMs());
  };

  return { ...all, restarts };
}

/** A phone that nobody has used for an hour. */
function quietPhone() {
  const all = waitingPhone();

  all.clock.pass(3_600_000);
  all.sip.registered();

  return all;
}

function answered(all: ReturnType<typeof waitingPhone>, id = 'call') {
  all.sip.callIn(id);
  all.phone.command(id, { type: 'answer' });
  all.sip.happens(id, { type: 'confirmed' });
}

it('restarts a phone that nobody uses a second after it said goodbye', () => {
  const { phone, sip, clock, restarts } = quietPhone();

  phone.updateWaits(clock.nowMs());

  expect(sip.unregistrations).toBe(1);
  expect(phone.snapshot.registration).toEqual({ state: 'unregistered' });
  clock.pass(999);
  expect(restarts).toEqual([]);
  clock.pass(1);
  expect(restarts).toHaveLength(1);
});

it('waits for the end of the call that is up, and for a minute of quiet after it', () => {
  const all = quietPhone();
  const { phone, sip, clock, restarts } = all;

  answered(all);
  phone.updateWaits(clock.nowMs());
  clock.pass(2 * 3_600_000);
  expect(sip.unregistrations).toBe(0);

  sip.ends('call');
  clock.pass(59_999);
  expect(sip.unregistrations).toBe(0);
  clock.pass(1);
  expect(sip.unregistrations).toBe(1);
  clock.pass(1_000);
  expect(restarts).toHaveLength(1);
});

it('waits for a call that ended before the update came', () => {
  const all = quietPhone();
  const { phone, sip, clock, restarts } = all;

  answered(all);
  sip.ends('call');
  clock.pass(40_000); // Long off the screen.
  phone.updateWaits(clock.nowMs());
  clock.pass(19_999);
  expect(sip.unregistrations).toBe(0);
  clock.pass(1_001);

  expect(restarts).toHaveLength(1);
});

it('counts the minute anew with every call, one that nobody answers too', () => {
  const { phone, sip, clock, restarts } = waitingPhone();

  phone.updateWaits(clock.nowMs());
  clock.pass(50_000);
  sip.callIn('missed');
  clock.pass(20_000);
  sip.ends('missed', { cause: 'cancelled' });
  clock.pass(59_000);
  phone.dial('+12125550123');
  clock.pass(30_000);
  expect(sip.unregistrations).toBe(0);

  sip.ends('id-2');
  clock.pass(61_000);

  expect(restarts).toHaveLength(1);
});

it('waits for the last of two calls', () => {
  const all = quietPhone();
  const { phone, sip, clock } = all;

  answered(all, 'one');
  answered(all, 'two');
  phone.updateWaits(clock.nowMs());
  sip.ends('one');
  clock.pass(120_000);
  expect(sip.unregistrations).toBe(0);
  sip.ends('two');
  clock.pass(60_000);

  expect(sip.unregistrations).toBe(1);
});

it('stays for a call that comes while it leaves', () => {
  const { phone, sip, clock, restarts } = quietPhone();
  const before = sip.registrations;

  phone.updateWaits(clock.nowMs());
  clock.pass(500);
  sip.callIn('late');
  clock.pass(30_000);

  expect(restarts).toEqual([]);
  expect(sip.registrations).toBe(before + 1);

  sip.registered();
  sip.ends('late');
  clock.pass(61_000);
  expect(restarts).toHaveLength(1);
});

it('registers again when nobody restarts it, and tries again a minute later', () => {
  const { phone, sip, clock, restarts } = quietPhone();
  const before = sip.registrations;

  phone.updateWaits(clock.nowMs());
  clock.pass(11_000);
  expect(sip.registrations).toBe(before + 1);
  sip.registered();
  clock.pass(61_000);

  expect(restarts).toHaveLength(2);
});

it('refuses to dial once it has left', () => {
  const { phone, clock } = quietPhone();

  phone.updateWaits(clock.nowMs());

  expect(() => phone.dial('+12125550123')).toThrow('not-registered');
});

it('waits only once, however often it is told', () => {
  const all = quietPhone();
  const { phone, clock, restarts } = all;
  const sinceMs = clock.nowMs();

  answered(all);
  phone.updateWaits(sinceMs);
  phone.updateWaits(sinceMs);
  all.sip.ends('call');
  phone.updateWaits(sinceMs);
  clock.pass(61_000);

  expect(restarts).toHaveLength(1);
});

it('asks the user after seven days of calls', () => {
  const all = quietPhone();
  const { phone, clock } = all;

  answered(all);
  phone.updateWaits(clock.nowMs());
  clock.pass(6 * DAY_MS);
  expect(phone.snapshot.update).toMatchObject({ asks: false });
  clock.pass(DAY_MS);

  expect(phone.snapshot.update).toMatchObject({ asks: true });
});

it('asks at once where another document has waited for it', () => {
  const all = quietPhone();

  answered(all);
  all.phone.updateWaits(all.clock.nowMs() - PATIENCE_MS);

  expect(all.phone.snapshot.update?.asks).toBe(true);
});

it('hangs up and restarts when the user does not want to wait', () => {
  const all = quietPhone();
  const { phone, sip, clock, restarts } = all;

  answered(all);
  phone.updateWaits(clock.nowMs());
  phone.restartNow();
  expect(sip.actionsOf('call').at(-1)).toEqual({ type: 'send-bye' });
  expect(sip.unregistrations).toBe(1);
  sip.ends('call', { cause: 'local-bye' });
  clock.pass(1_000);

  expect(restarts).toHaveLength(1);
});

it('restarts for nobody who has no update', () => {
  const { phone, sip, clock, restarts } = quietPhone();

  phone.restartNow();
  clock.pass(DAY_MS);

  expect(restarts).toEqual([]);
  expect(sip.unregistrations).toBe(0);
});
