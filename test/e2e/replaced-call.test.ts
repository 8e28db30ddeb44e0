import { callStory, useCallBed, VOICE_HZ } from './support/call-story';
import { untilSettled } from './support/settled';

const CAROL = { user: '+442079460018', displayName: 'Carol' };
const CAROL_HZ = 600;
const open = useCallBed();

callStory('Carol takes over the call from Bob, once Alice has said so', open, async (bed) => {
  const { bob, call } = await bed.talk();
  const popup = await bed.browser.openPopup();
  const carol = await bed.pbx.ring('alice', {
    from: CAROL,
    media: 'tone',
    freqHz: CAROL_HZ,
    headers: [bob.replaces],
  });

  await popup.waitForSelector('::-p-text(Carol)');
  expect(bob.state).toBe('established');
  await bed.middle();
  await untilSettled(popup);
  await popup.locator('aria/Switch').click();
  await carol.until('established');
  await bob.until('ended');
  expect(bob.endedBy).toBe('extension');
  await bed.browser.untilHeard(CAROL_HZ);
  await carol.audio.untilTone(VOICE_HZ);

  const now = await bed.untilCall('Carol', ({ remote }) => remote.displayName === 'Carol');

  expect(now).toMatchObject({ id: call.id, establishedAtMs: call.establishedAtMs });
  await popup.locator('aria/Hang up').click();
  await carol.until('ended');
});
