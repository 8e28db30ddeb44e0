import { statusOf } from '../../src/call/status';
import { callStory, VOICE_HZ } from '../e2e/support/story-bed';
import type { Baresip } from './bed/baresip';
import { SPEAKS_INTO_A_HOLD } from './bed/sipp-scenarios';
import { useCompany } from './company-bed';

let bob: Baresip;

const open = useCompany(async (bed) => {
  bob = await bed.deskPhone('bob');
});

callStory(
  'Alice holds and resumes: the sound stops both ways and comes back',
  open,
  async (bed) => {
    const call = await bed.talkTo(bob);

    await bed.command(call, { type: 'hold', on: true });
    await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
    await bed.untilNeitherHears(bob);
    await bed.middle();
    await bed.command(call, { type: 'hold', on: false });
    await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
    await bed.untilBothHear(bob);
  },
);

it('Alice holds and resumes a call that Bob made', async () => {
  const bed = open();

  await bob.dial('alice');

  const call = await bed.untilRings();

  await bed.command(call, { type: 'answer' });
  await bed.untilBothHear(bob);
  await bed.command(call, { type: 'hold', on: true });
  await bed.untilNeitherHears(bob);
  await bed.command(call, { type: 'hold', on: false });
  await bed.untilBothHear(bob);
});

callStory('Bob holds and resumes', open, async (bed) => {
  await bed.talkTo(bob);

  await bob.hold();
  await bed.untilCall('Bob’s hold', (now) => statusOf(now) === 'held-by-remote');
  await bed.untilNeitherHears(bob);
  await bed.middle();
  await bob.resume();
  await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
  await bed.untilBothHear(bob);
});

it.each(['Alice', 'Bob'] as const)(
  'each holds the other, %s first: they hear each other again when both have let go',
  async (first) => {
    const bed = open();
    const call = await bed.talkTo(bob);
    const alice = {
      hold: () => bed.command(call, { type: 'hold', on: true }),
      resume: () => bed.command(call, { type: 'hold', on: false }),
    };
    const [one, other] = first === 'Alice' ? [alice, bob] : [bob, alice];
    const isHeld = (local: boolean, remote: boolean) =>
      bed.untilCall('the holds', ({ hold }) => hold.local === local && hold.remote === remote);

    await one.hold();
    await isHeld(one === alice, one === bob);
    await other.hold();
    await isHeld(true, true);
    await bed.untilNeitherHears(bob);
    await one.resume();
    await isHeld(other === alice, other === bob);
    await bed.untilNeitherHears(bob);
    await other.resume();
    await isHeld(false, false);
    await bed.untilBothHear(bob);
  },
);

it('Alice holds and resumes a call with a phone that takes no notice of it', async () => {
  const bed = open();
  const frank = await bed.company.sippAnswers('frank', { script: SPEAKS_INTO_A_HOLD });

  await bed.dial('frank');

  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.browser.untilHeard(VOICE_HZ); // Her own: Frank's phone gives it back.
  await bed.command(call, { type: 'hold', on: true });
  await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
  await bed.browser.untilSilent();
  await bed.command(call, { type: 'hold', on: false });
  await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
  await bed.browser.untilHeard(VOICE_HZ);
  await bed.command(call, { type: 'hang-up' });
  await frank.untilDone();
});

callStory('Bob hears the keys that Alice presses', open, async (bed) => {
  const call = await bed.talkTo(bob);

  await bed.middle();
  await bed.command(call, { type: 'send-dtmf', tones: '159*0#' });
  await bob.untilDtmfHeard('159*0#');

  expect(bed.company.requests().map(({ method }) => method)).not.toContain('INFO');
});

it('sends the keys as SIP INFO where the account says so', async () => {
  const bed = open();

  await bed.useAccount(bed.account('ws', { dtmfMethod: 'info' }));

  const call = await bed.talkTo(bob);

  await bed.command(call, { type: 'send-dtmf', tones: '159*0#' });
  await bob.untilDtmfHeard('159*0#');

  const infos = bed.company.requests().filter(({ method }) => method === 'INFO');

  expect(infos).toHaveLength(6);
});
