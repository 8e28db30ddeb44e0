import { ReturnToFirst } from '../../../../src/phone/registration/return-to-first';
import { FakeClock } from '../../../support/fake-clock';

const TEN_MINUTES_MS = 600_000;

function atBackup() {
  const clock = new FakeClock();
  const all = { clock, isIdle: true, gone: 0 };
  const way = new ReturnToFirst({
    clock,
    isIdle: () => all.isIdle,
    go: () => {
      all.gone += 1;
    },
  });

  way.served();

  return { all, clock, way };
}

test('goes back when the other server has served well for ten minutes', () => {
  const { all, clock } = atBackup();

  clock.pass(TEN_MINUTES_MS - 1);
  expect(all.gone).toBe(0);
  clock.pass(1);
  expect(all.gone).toBe(1);
});

test('renewing the registration does not put it off', () => {
  const { all, clock, way } = atBackup();

  for (let minute = 0; minute < 10; minute += 1) {
    clock.pass(60_000);
    way.served();
  }

  expect(all.gone).toBe(1);
});

test('waits for the end of the call that is up', () => {
  const { all, clock, way } = atBackup();

  all.isIdle = false;
  clock.pass(3 * TEN_MINUTES_MS);
  way.served();
  way.callsChanged();
  expect(all.gone).toBe(0);

  all.isIdle = true;
  way.callsChanged();
  way.callsChanged();
  expect(all.gone).toBe(1);
});

test('begins to count anew when the other server failed meanwhile', () => {
  const { all, clock, way } = atBackup();

  clock.pass(TEN_MINUTES_MS - 1);
  way.stop();
  way.served();
  clock.pass(TEN_MINUTES_MS - 1);
  expect(all.gone).toBe(0);
  clock.pass(1);
  expect(all.gone).toBe(1);
});

test('is not on its way any more once it is stopped', () => {
  const { all, clock, way } = atBackup();

  all.isIdle = false;
  clock.pass(TEN_MINUTES_MS);
  way.stop();
  all.isIdle = true;
  way.callsChanged();
  clock.pass(2 * TEN_MINUTES_MS);

  expect(all.gone).toBe(0);
});

test('tries once more in ten minutes when the first server is still down', () => {
  const { all, clock, way } = atBackup();

  clock.pass(TEN_MINUTES_MS);
  way.served();
  clock.pass(TEN_MINUTES_MS);

  expect(all.gone).toBe(2);
});
