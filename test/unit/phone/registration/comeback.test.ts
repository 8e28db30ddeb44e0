import { Registering } from '../../../../src/phone/registration/registering';
import type { RegistrationFailure } from '../../../../src/phone/registration/registration';
import { SnapshotStore } from '../../../../src/phone/snapshot-store';
import { Dice } from '../../../corpus/random';
import { aliceAccount } from '../../../support/accounts';
import { FakeClock } from '../../../support/fake-clock';

const DOWN: RegistrationFailure = { code: 'no-connection', response: null };
const MINUTE_MS = 60_000;
const CLIENTS = 1000;

/** A clock with a chance of its own. */
class OwnClock extends FakeClock {
  readonly #dice: Dice;

  constructor(seed: string) {
    super();
    this.#dice = new Dice(seed);
  }

  override random(): number {
    return this.#dice.fraction();
  }
}

/** The one server of all: down for a while, and there before and after. */
class Server {
  /** When each phone asked, by the phone. */
  readonly askedAtMs: number[][] = [];
  /** When each phone that came back was taken. */
  readonly backAtMs: number[] = [];

  constructor(
    private readonly downAtMs: number,
    readonly upAtMs: number,
  ) {}

  isDown(nowMs: number): boolean {
    return nowMs >= this.downAtMs && nowMs < this.upAtMs;
  }
}

/** One phone's life from before the outage to after it. */
function live(server: Server, downMs: number, clock: OwnClock): void {
  const asked: number[] = [];
  const registering = new Registering({
    clock,
    store: new SnapshotStore('phone'),
    account: () => aliceAccount(),
    sip: {
      register: () => {
        asked.push(clock.nowMs());
        clock.after(20, () => {
          if (server.isDown(clock.nowMs())) {
            registering.failed(DOWN);
          } else {
            registering.registered(600);
            if (clock.nowMs() >= server.upAtMs) {
              server.backAtMs.push(clock.nowMs());
            }
          }
        });
      },
      unregister: () => undefined,
      checkConnection: () => undefined,
      setKeepAlive: () => undefined,
    },
  });

  registering.reset();
  registering.register();
  clock.pass(MINUTE_MS);
  registering.connectionLost(DOWN);
  clock.pass(downMs + MINUTE_MS);
  server.askedAtMs.push(asked);
}

describe.each([
  ['two minutes', 2],
  ['an hour', 60],
])('a server that was down for %s', (_howLong, minutes) => {
  const downMs = minutes * MINUTE_MS;
  const downAtMs = new FakeClock().nowMs() + MINUTE_MS;
  const server = new Server(downAtMs, downAtMs + downMs);

  beforeAll(() => {
    for (let client = 0; client < CLIENTS; client += 1) {
      live(server, downMs, new OwnClock(`phone ${client}`));
    }
  });

  it('has every phone back within 35 s of its return', () => {
    expect(server.backAtMs).toHaveLength(CLIENTS);
    expect(Math.max(...server.backAtMs) - server.upAtMs).toBeLessThan(35_000);
  });

  it('is asked by none of them more than once a second, ever', () => {
    const apartMs = server.askedAtMs.flatMap((asked) =>
      asked.slice(1).map((ms, before) => ms - (asked[before] ?? 0)),
    );

    expect(apartMs.length).toBeGreaterThan(minutes * CLIENTS);
    expect(apartMs.reduce((least, ms) => Math.min(least, ms))).toBeGreaterThanOrEqual(1_000);
  });

  it('is not overrun on its return: the thousand come over 15 s at least, and evenly', () => {
    const seconds = new Map<number, number>();

    for (const ms of server.backAtMs) {
      const second = Math.floor((ms - server.upAtMs) / 1000);

      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    const sorted = [...server.backAtMs].sort((one, other) => one - other);
    // Without the first and the last twentieth: one late phone is no spread.
    const most = sorted.slice(CLIENTS / 20, -CLIENTS / 20);

    expect((most.at(-1) ?? 0) - (most[0] ?? 0)).toBeGreaterThan(15_000);
    expect(Math.max(...seconds.values())).toBeLessThan(CLIENTS / 10);
  });
});
