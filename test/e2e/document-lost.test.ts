import { callStory, TONE_HZ, useCallBed, VOICE_HZ } from './support/call-story';

const open = useCallBed();

callStory('a call goes on after the phone’s document was closed', open, async (bed) => {
  await bed.dial('tone');

  const before = await bed.pbx.nextCall();
  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.browser.untilHeard(TONE_HZ);
  await bed.untilSaved(call.id);
  await bed.closeDocument();

  const closedAtMs = Date.now();

  await bed.browser.openPopup();

  const after = await bed.pbx.nextCall();

  await after.until('established');
  await before.until('ended');
  await bed.browser.untilHeard(TONE_HZ);
  await after.audio.untilTone(VOICE_HZ);

  const now = await bed.untilCall('the call to be back', ({ isCutOff }) => !isCutOff);

  expect(now).toMatchObject({
    id: call.id,
    state: 'established',
    establishedAtMs: call.establishedAtMs,
    direction: 'outgoing',
    remote: call.remote,
  });
  expect(Date.now() - closedAtMs).toBeLessThan(10_000);
  await bed.command(call, { type: 'hang-up' });
  await after.until('ended');

  expect(await bed.untilLogged(call.id)).toMatchObject({ outcome: 'talked' });
});
