import { watchNetwork } from '../../../extension/offscreen/network-watch';
import type { NetworkChange } from '../../../src/phone/registration/registering';
import { FakeClock } from '../../support/fake-clock';

function watched() {
  const window = new EventTarget();
  const connection = new EventTarget();
  const clock = new FakeClock();
  const told: NetworkChange[] = [];

  watchNetwork({
    window,
    connection,
    clock,
    onChange: (change) => {
      told.push(change);
    },
  });

  return { window, connection, clock, told };
}

test('a network that comes and goes is told of', () => {
  const { window, told } = watched();

  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));

  expect(told).toEqual(['offline', 'online']);
});

test('nothing is told while nothing happens', () => {
  const { clock, told } = watched();

  clock.pass(3_600_000);

  expect(told).toEqual([]);
});

test('a machine that slept is told of as it wakes, once', () => {
  const { clock, told } = watched();

  clock.pass(60_000);
  clock.sleep(90_000);
  expect(told).toEqual(['woke']);
  clock.pass(60_000);
  expect(told).toEqual(['woke']);
});

test('a sleep that timers did not notice is told of within a second', () => {
  const { clock, told } = watched();

  clock.pass(60_500);
  clock.setForward(90_000);
  clock.pass(1_000);

  expect(told).toEqual(['woke']);
});

test('a processor that was busy for a moment is no sleep', () => {
  const { clock, told } = watched();

  clock.pass(60_000);
  clock.sleep(2_500);
  clock.pass(60_000);

  expect(told).toEqual([]);
});

test('another network is told of at once, and what follows in the same second together', () => {
  const { connection, clock, told } = watched();

  connection.dispatchEvent(new Event('change'));
  clock.pass(0);
  expect(told).toEqual(['changed']);
  for (let times = 0; times < 5; times += 1) {
    clock.pass(100);
    connection.dispatchEvent(new Event('change'));
  }
  expect(told).toEqual(['changed']);
  clock.pass(600);
  expect(told).toEqual(['changed', 'changed']);
  clock.pass(60_000);
  expect(told).toHaveLength(2);
});

test('a browser that tells nothing of its connection is watched all the same', () => {
  const window = new EventTarget();
  const clock = new FakeClock();
  const told: NetworkChange[] = [];

  watchNetwork({
    window,
    connection: undefined,
    clock,
    onChange: (change) => {
      told.push(change);
    },
  });
  window.dispatchEvent(new Event('online'));

  expect(told).toEqual(['online']);
});
