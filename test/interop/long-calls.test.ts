import { outcomeOf } from '../../src/call/outcome';
import { VOICE_HZ } from '../e2e/support/story-bed';
import { IS_KEPT_ALIVE, keepsTheCallAlive } from './bed/sipp-long-calls';
import { useCompany } from './company-bed';

const open = useCompany();

afterEach(() => open().hurryLongWaits(1));

it('Erin’s phone keeps a call alive, until it is never heard of again', async () => {
  const bed = open();
  const erin = await bed.company.sippCalls('erin', 'alice', { script: keepsTheCallAlive });
  const call = await bed.untilRings();

  await bed.command(call, { type: 'answer' });
  await bed.hurryLongWaits(30);
  await erin.untilWaits();
  await bed.browser.untilHeard(VOICE_HZ); // Her own: Erin's phone gives it back.
  await erin.goOn();
  await erin.untilDone();

  const ended = await bed.untilEnded();

  expect(outcomeOf(ended)).toBe('connection-lost');
});

it('Alice’s phone keeps a call alive as often as Frank’s allows, until that one knows it no more', async () => {
  const bed = open();
  const frank = await bed.company.sippAnswers('frank', { script: IS_KEPT_ALIVE });

  await bed.hurryLongWaits(1200);
  await bed.dial('frank');
  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.browser.untilHeard(VOICE_HZ); // Her own: Frank's phone gives it back.
  await frank.untilHears('UPDATE');
  await bed.browser.untilHeard(VOICE_HZ);
  await frank.untilDone();
  expect(outcomeOf(await bed.untilEnded())).toBe('connection-lost');
});
