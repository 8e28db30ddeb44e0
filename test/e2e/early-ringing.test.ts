import { DEFAULT_PROFILE } from '../../src/account/profile';
import { callStory, TONE_HZ, useCallBed, VOICE_HZ } from './support/call-story';

const RINGING_HZ = 425;
const open = useCallBed();

beforeAll(async () => {
  await open().useAccount({ profile: { ...DEFAULT_PROFILE, ringsForCaller: true } });
});

callStory(
  'Bob hears Alice’s phone ring, and her voice only when she answers',
  open,
  async (bed) => {
    const { bob, call } = await bed.ringAlice({ media: 'tone' });

    await bob.until('early');
    await bob.audio.untilTone(RINGING_HZ, { timeoutMs: 20_000 });
    await bed.middle();
    expect(bob.state).toBe('early');
    await bed.command(call, { type: 'answer' });
    await bob.until('established');
    await bob.audio.untilTone(VOICE_HZ);
    await bed.browser.untilHeard(TONE_HZ);
    await bob.hangUp();
    await bed.untilEnded();
  },
);
