import type { Call } from '../../src/call/call';
import { statusOf } from '../../src/call/status';
import { listenForSound } from '../e2e/support/first-sound';
import { TONE_HZ, VOICE_HZ } from '../e2e/support/story-bed';
import { until } from '../e2e/support/waiting';
import type { Baresip } from './bed/baresip';
import { untilHears, useCompany, type CompanyBed } from './company-bed';

/** Longer than Chrome goes on with a way that does not answer, and than a call waits for a pong. */
const OUTAGE_MS = 25_000;
const BACK_WITHIN_MS = 3000;

let bob: Baresip;

const open = useCompany(async (bed) => {
  bob = await bed.deskPhone('bob');
});

afterEach(() => {
  open().company.cable.mend();
});

/** Cuts the extension off until it has noticed and been without a server for long. */
async function loseTheNetwork(bed: CompanyBed, { id }: Call): Promise<void> {
  const cutAtMs = Date.now();

  bed.company.cable.cut();
  await bed.browser.untilSnapshot(
    'the phone to know that it is cut off',
    ({ registration }) => registration.state !== 'registered',
    { timeoutMs: OUTAGE_MS },
  );
  await until('the outage to be over', () => Date.now() - cutAtMs > OUTAGE_MS || null, {
    timeoutMs: OUTAGE_MS,
  });
  await bed.untilThis(id, 'the call to live on', ({ state }) => state === 'established');
}

it('The network goes away for 25 s in a call, and the sound is back 3 s after it is', async () => {
  const bed = open();
  const call = await bed.talkTo(bob);

  await loseTheNetwork(bed, call);
  await bed.browser.untilSilent();

  const { heardAtMs } = await listenForSound(await bed.browser.offscreen());
  const heardBefore = bob.recording().samples.length;

  bed.company.cable.mend();

  const mendedAtMs = Date.now();
  const heardThere = until('Bob to hear something', () =>
    bob.recording().samples.length > heardBefore + 800 ? Date.now() : null,
  );
  const tookMs = {
    here: (await heardAtMs) - mendedAtMs,
    there: (await heardThere) - mendedAtMs,
  };

  await bed.browser.untilHeard(TONE_HZ);
  await untilHears(bob, VOICE_HZ);
  await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
  expect(Math.max(tookMs.here, tookMs.there)).toBeLessThan(BACK_WITHIN_MS);
}, 120_000);

it('The network goes away while a call waits: it waits on, and can be taken up', async () => {
  const bed = open();
  const call = await bed.talkTo(bob);

  await bed.command(call, { type: 'hold', on: true });
  await bed.untilThis(call.id, 'the hold', (now) => statusOf(now) === 'held');
  await loseTheNetwork(bed, call);
  bed.company.cable.mend();
  await bed.browser.untilRegistered();
  await bed.untilNeitherHears(bob);
  await bed.untilThis(call.id, 'the hold', (now) => statusOf(now) === 'held');
  await bed.command(call, { type: 'hold', on: false });
  await bed.untilBothHear(bob);
}, 120_000);
