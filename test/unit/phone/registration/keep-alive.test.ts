import fc from 'fast-check';
import { KeepAlive } from '../../../../src/phone/registration/keep-alive';
import { FakeClock } from '../../../support/fake-clock';

class Connection {
  readonly clock = new FakeClock();
  pings = 0;
  probes = 0;
  /** Of the probes, those to a server that answered nothing the last time. */
  hardProbes = 0;
  diedAtMs: number | null = null;
  readonly keepAlive = new KeepAlive({
    clock: this.clock,
    ping: () => {
      this.pings += 1;
    },
    probe: (isDeaf) => {
      this.probes += 1;
      this.hardProbes += isDeaf ? 1 : 0;
    },
    onDead: () => {
      this.diedAtMs = this.clock.nowMs();
    },
  });
  readonly madeAtMs = this.clock.nowMs();

  constructor() {
    this.keepAlive.start();
  }

  /** How long after it was made the connection was found to be dead. */
  get livedMs(): number | null {
    return this.diedAtMs === null ? null : this.diedAtMs - this.madeAtMs;
  }

  /** The server answers everything it is asked for so long. */
  answersFor(ms: number, isPong = true): void {
    for (let passedMs = 0; passedMs < ms; passedMs += 100) {
      const asked = this.pings;

      this.clock.pass(100);
      if (this.pings > asked) {
        this.keepAlive.heard(isPong);
      }
    }
  }
}

let connection: Connection;

beforeEach(() => {
  connection = new Connection();
});

test.each([
  [0, 25_000],
  [0.5, 27_500],
  [0.999, 29_995],
])('an idle server is asked after 25 to 30 s, at random (%s)', (chance, atMs) => {
  connection.clock.chance = chance;
  connection.keepAlive.start();
  connection.clock.pass(atMs - 1);
  expect(connection.pings).toBe(0);

  connection.clock.pass(1);
  expect(connection.pings).toBe(1);
});

test('a server that says nothing for ten seconds after the ping is gone', () => {
  connection.clock.pass(27_500 + 9_999);
  expect(connection.diedAtMs).toBeNull();

  connection.clock.pass(1);
  expect(connection.livedMs).toBe(37_500);
});

test('a server that went dead right after its last answer is found out within 40 s', () => {
  connection.clock.chance = 0.999;
  connection.answersFor(600_000);

  const silentSinceMs = connection.clock.nowMs();

  connection.clock.pass(40_000);
  expect((connection.diedAtMs ?? Infinity) - silentSinceMs).toBeLessThanOrEqual(40_000);
});

test('in a call it is found out within 15 s', () => {
  connection.clock.chance = 0.999;
  connection.keepAlive.setInCall(true);
  connection.answersFor(60_000);

  const silentSinceMs = connection.clock.nowMs();

  connection.clock.pass(15_000);
  expect((connection.diedAtMs ?? Infinity) - silentSinceMs).toBeLessThanOrEqual(15_000);
});

test('a call that begins while the server is asked shortens the wait', () => {
  connection.clock.pass(27_500);
  connection.keepAlive.setInCall(true);
  connection.clock.pass(5_000);

  expect(connection.livedMs).toBe(32_500);
});

test('a call that begins late in the rest asks at once', () => {
  connection.clock.pass(20_000);
  connection.keepAlive.setInCall(true);
  connection.clock.pass(0);

  expect(connection.pings).toBe(1);
});

test('anything heard is a sign of life', () => {
  connection.clock.pass(27_500 + 9_000);
  connection.keepAlive.heard(false);
  connection.clock.pass(2_000);

  expect(connection.diedAtMs).toBeNull();
});

test('a server that never answers pings is asked by a request too, for ever', () => {
  connection.answersFor(300_000, false);

  expect(connection.probes).toBe(connection.pings);
  expect(connection.diedAtMs).toBeNull();
});

test('once a server has answered a ping, pings are all it gets', () => {
  connection.answersFor(300_000);

  expect(connection.pings).toBeGreaterThan(9);
  expect(connection.probes).toBe(1);
});

test('another connection may lead to another server: that one is asked both ways again', () => {
  connection.answersFor(60_000);
  connection.keepAlive.stop();
  connection.keepAlive.start();

  const { probes } = connection;

  connection.answersFor(30_000);
  expect(connection.probes).toBe(probes + 1);
});

test('a server that answered no question at all is asked in yet another way the next time', () => {
  connection.clock.pass(40_000);
  expect(connection.diedAtMs).not.toBeNull();
  connection.keepAlive.start();
  connection.answersFor(60_000, false);
  expect(connection.hardProbes).toBeGreaterThan(0);
  connection.keepAlive.stop();

  // It answers to that: so it does the next time, and need not be asked so after a dead end.
  connection.keepAlive.start();
  connection.answersFor(30_000);

  const { hardProbes } = connection;

  connection.clock.pass(60_000);
  connection.keepAlive.start();
  connection.answersFor(60_000);
  expect(connection.hardProbes).toBe(hardProbes);
});

test.each([
  [20, 16_000, 20_000],
  [120, 25_000, 30_000],
  [1, 4_000, 5_000],
])('a server that wants a ping every %i s gets it in time', (wantedS, leastMs, mostMs) => {
  for (const [chance, atMs] of [
    [0, leastMs],
    [0.9999, mostMs],
  ] as const) {
    const other = new Connection();

    other.clock.chance = chance;
    other.keepAlive.setFlowTimer(wantedS);
    other.clock.pass(atMs - 5);
    expect(other.pings).toBe(0);
    other.clock.pass(5);
    expect(other.pings).toBe(1);
  }
});

test('a check asks at once and gives no more time than it was told', () => {
  connection.keepAlive.check(1_000);
  expect(connection.pings).toBe(1);
  connection.clock.pass(1_000);

  expect(connection.livedMs).toBe(1_000);
});

test('a check that is answered changes nothing', () => {
  connection.keepAlive.check(1_000);
  connection.keepAlive.heard(true);
  connection.clock.pass(27_000);

  expect(connection.diedAtMs).toBeNull();
  expect(connection.pings).toBe(1);
});

test('checks one after the other do not keep a dead connection', () => {
  for (let checks = 0; checks < 20; checks += 1) {
    connection.keepAlive.check(1_000);
    connection.clock.pass(500);
  }

  expect(connection.livedMs).toBe(1_000);
});

test('a server that is asked already is given no more time by a check', () => {
  connection.clock.pass(27_500 + 9_500);
  connection.keepAlive.check(1_000);
  connection.clock.pass(500);

  expect(connection.livedMs).toBe(37_500);
});

test('an answer that was due while the machine slept is asked for again', () => {
  connection.clock.pass(27_500);
  connection.clock.sleep(90_000);
  expect(connection.diedAtMs).toBeNull();
  expect(connection.pings).toBe(2);

  connection.clock.pass(1_000);
  expect(connection.livedMs).toBe(27_500 + 90_000 + 1_000);
});

test('what is heard after sleep saves the connection', () => {
  connection.clock.pass(27_500);
  connection.clock.sleep(90_000);
  connection.keepAlive.heard(false);
  connection.clock.pass(20_000);

  expect(connection.diedAtMs).toBeNull();
});

test('a connection that is gone is asked nothing', () => {
  connection.keepAlive.stop();
  connection.keepAlive.check(1_000);
  connection.keepAlive.heard(true);
  connection.keepAlive.setInCall(true);
  connection.keepAlive.setFlowTimer(10);

  expect(connection.clock.delaysMs).toEqual([]);
  expect(connection.pings).toBe(0);
});

test('whatever happens, a server that is silent is found out in time, and one that speaks never', () => {
  const event = fc.oneof(
    fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ type: fc.constant('call' as const), on: fc.boolean() }),
    fc.record({ type: fc.constant('flow-timer' as const), s: fc.integer({ min: 0, max: 300 }) }),
    fc.record({ type: fc.constant('check' as const), ms: fc.integer({ min: 500, max: 5_000 }) }),
    fc.record({ type: fc.constant('heard' as const), isPong: fc.boolean() }),
  );

  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.boolean(),
      (events, chance, inCallAtLast) => {
        const one = new Connection();

        one.clock.chance = chance;
        for (const happened of events) {
          switch (happened.type) {
            case 'wait':
              one.answersFor(happened.ms);
              break;
            case 'call':
              one.keepAlive.setInCall(happened.on);
              break;
            case 'flow-timer':
              one.keepAlive.setFlowTimer(happened.s);
              break;
            case 'check':
              one.keepAlive.check(happened.ms);
              one.keepAlive.heard(true);
              break;
            case 'heard':
              one.keepAlive.heard(happened.isPong);
          }
        }
        expect(one.diedAtMs).toBeNull();
        one.keepAlive.setInCall(inCallAtLast);

        const silentSinceMs = one.clock.nowMs();

        one.clock.pass(41_000);
        expect((one.diedAtMs ?? Infinity) - silentSinceMs).toBeLessThanOrEqual(
          inCallAtLast ? 15_000 : 40_000,
        );
      },
    ),
  );
});
