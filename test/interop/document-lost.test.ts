import { VOICE_HZ } from '../e2e/support/story-bed';
import { IS_TAKEN_UP_AGAIN } from './bed/sipp-transferring';
import { useCompany } from './company-bed';

const open = useCompany();

it('Alice’s call with Erin goes on after the phone’s document was gone', async () => {
  const bed = open();
  const erin = await bed.company.sippAnswers('erin', { script: IS_TAKEN_UP_AGAIN, callCount: 2 });

  await bed.dial('erin');

  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.browser.untilHeard(VOICE_HZ); // Her own: Erin's phone gives it back.
  await bed.untilSaved(call.id, ({ dialog }) => dialog !== null);
  await bed.closeDocument();
  await bed.browser.fire('alarms.onAlarm', { name: 'watchdog' });

  await bed.untilTakenUp(call.id);
  expect(erin.heard().findLast((message) => message.startsWith('INVITE'))).toContain('Replaces: ');
  await erin.goOn(); // Without the old call.
  await bed.browser.untilHeard(VOICE_HZ);
  await bed.command(call, { type: 'hang-up' });
  await erin.untilDone();
});
