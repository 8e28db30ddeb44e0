import type { CallToExtension } from '../../pbx/call-to-extension';
import { Pbx } from '../../pbx/pbx';
import { SocketPhone } from './socket-phone';

const HOUR_MS = 3_600_000;
const TEN_MINUTES_MS = 600_000;
const USERS = { alice: { password: 'secret' } };

let phone: SocketPhone;
const running = new Set<Pbx>();

beforeEach(() => {
  phone = new SocketPhone();
});

afterEach(async () => {
  phone.stop();
  await Promise.all([...running].map((pbx) => pbx.close()));
  running.clear();
});

async function start(port = 0): Promise<Pbx> {
  const pbx = await Pbx.start({ users: USERS, port });

  running.add(pbx);

  return pbx;
}

async function stop(pbx: Pbx): Promise<number> {
  const port = Number(new URL(pbx.url).port);

  running.delete(pbx);
  await pbx.close();

  return port;
}

test.each([0, 0.5, 0.999])(
  'a server that was down for an hour has the phone back within 35 s, by a chance of %f',
  async (chance) => {
    const before = await start();

    phone.clock.chance = chance;
    phone.use([before.url]);
    await phone.registeredAt(before.url);
    const port = await stop(before);
    const downAtMs = phone.clock.nowMs();

    while (phone.clock.nowMs() < downAtMs + HOUR_MS) {
      expect(await phone.tryAgain()).toBe(false);
    }
    const after = await start(port);
    const backAtMs = phone.clock.nowMs();

    expect(await phone.tryAgain()).toBe(true);
    expect(phone.clock.nowMs() - backAtMs).toBeLessThan(35_000);
    expect(after.contactsOf('alice')).toHaveLength(1);

    const apartMs = phone.connectedAtMs
      .slice(1)
      .map((ms, index) => ms - (phone.connectedAtMs[index] ?? 0));

    expect(apartMs.length).toBeGreaterThan(HOUR_MS / 30_000 - 1);
    expect(Math.min(...apartMs)).toBeGreaterThanOrEqual(1_000);
  },
  60_000,
);

test('the way back to the first server loses no call, whenever it comes', async () => {
  const gone = await start();
  const second = await start();
  const firstUrl = gone.url;

  phone.use([firstUrl, second.url]);
  await phone.registeredAt(firstUrl);
  const port = await stop(gone);

  // The first is asked once more, as one that may only have been restarted.
  expect(await phone.tryAgain()).toBe(false);
  expect(await phone.tryAgain()).toBe(true);
  await phone.registeredAt(second.url);
  const first = await start(port);

  // Its first server is asked, and takes its time.
  first.goSilent(true);
  phone.clock.pass(TEN_MINUTES_MS);
  const meanwhile = await second.ring('alice', { from: { user: 'bob' } });

  await phone.ringing();
  first.goSilent(false);
  await phone.registeredAt(firstUrl);
  await decline(meanwhile);

  // The second server has not heard of it.
  await decline(await second.ring('alice', { from: { user: 'carol' } }));
  await decline(await first.ring('alice', { from: { user: 'dave' } }));
});

/** Its user turns the call that rings away; who has placed it hears of that. */
async function decline(placed: CallToExtension): Promise<void> {
  const { id } = await phone.ringing();

  phone.phone.command(id, { type: 'hang-up' });
  await placed.until('ended');
  expect(placed.response).toBe(603);
}
