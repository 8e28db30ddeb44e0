import { outcomeOf } from '../../src/call/outcome';
import { callStory } from '../e2e/support/story-bed';
import type { Baresip } from './bed/baresip';
import { until } from './bed/waiting';
import { useCompany } from './company-bed';

let bob: Baresip;

const open = useCompany(async (bed) => {
  bob = await bed.deskPhone('bob');
});

callStory('Alice calls Bob, each hears the other, and she hangs up', open, async (bed) => {
  const call = await bed.talkTo(bob);

  await bed.middle();
  await bed.untilBothHear(bob);
  await bed.command(call, { type: 'hang-up' });
  await bob.untilCallEnds();

  expect(outcomeOf(await bed.untilEnded())).toBe('talked');
});

callStory('Alice calls Bob, and he hangs up', open, async (bed) => {
  await bed.talkTo(bob);
  await bed.middle();
  await bob.hangUp();

  const call = await bed.untilEnded();

  expect(outcomeOf(call)).toBe('talked');
  expect(call.end?.cause).toBe('remote-bye');
});

it('Alice calls Bob over wss', async () => {
  const bed = open();

  await bed.useAccount(bed.account('wss'));
  await bed.talkTo(bob);

  expect(bed.company.requests().findLast(({ method }) => method === 'INVITE')?.transport).toBe(
    'wss',
  );
  await bed.tidyUp();
  await bed.useAccount();
});

callStory('Alice gives up while it rings', open, async (bed) => {
  await bed.dial('blackhole');

  const call = await bed.untilCall('it to ring', ({ state }) => state === 'ringing');

  await bed.middle();
  await bed.command(call, { type: 'hang-up' });

  expect(outcomeOf(await bed.untilEnded())).toBe('cancelled');
  await until('the server gets the CANCEL', () =>
    bed.company.requests().some(({ method, to }) => method === 'CANCEL' && to === 'blackhole')
      ? true
      : null,
  );
});

it.each([
  ['busy', 486, 'busy'],
  ['declined', 603, 'declined-by-remote'],
  ['nosuch', 404, 'not-found'],
  ['forbid', 403, 'not-allowed'],
  ['unavail', 503, 'server-trouble'],
  // Has an account, and no phone.
  ['erin', 480, 'unavailable'],
] as const)('a call to %s ends with %i: %s', async (target, statusCode, outcome) => {
  await open().dial(target);

  const call = await open().untilEnded();

  expect(call.end?.response?.statusCode).toBe(statusCode);
  expect(outcomeOf(call)).toBe(outcome);
});
