import { DEFAULT_PROFILE } from '../../src/account/profile';
import { BOB, callStory, NUMBERS, useCallBed, VOICE_HZ } from './support/call-story';

const open = useCallBed();
const CAROL_HZ = 600;

callStory('Alice forwards Bob, whose call rings, to Carol: he hears her', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await bed.middle();
  await bed.command(call, { type: 'redirect', target: NUMBERS['tone-600'] });
  await bob.until('ended');

  expect(bob.response).toBe(302);
  await bob.audio.untilTone(CAROL_HZ);
  const { outcome } = await bed.untilLogged(call.id);

  expect(outcome).toBe('forwarded');
});

callStory('Alice can’t talk and sends Bob a message', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();
  const text = 'Can’t talk now. I’ll call you later.';

  await bed.middle();
  await bed.command(call, { type: 'reply', text });
  const { text: message } = await bed.pbx.untilMessage(
    (logged) => logged.direction === 'in' && logged.text.startsWith('MESSAGE '),
  );
  await bob.until('ended');

  expect(message).toContain(`MESSAGE sip:${BOB.user}@`);
  expect(message.endsWith(text)).toBe(true);
  expect(bob.response).toBe(486);
  const { outcome } = await bed.untilLogged(call.id);

  expect(outcome).toBe('replied');
});

callStory('Alice silences Bob, and answers after all', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await bed.browser.untilOwnTones('the ringtone', (tones) => tones.length > 0);
  await bed.command(call, { type: 'silence' });
  await bed.browser.untilOwnTones('no ringtone', (tones) => tones.length === 0);
  expect(bob.state).toBe('ringing');
  await bed.middle();
  await bed.command(call, { type: 'answer' });
  await bob.audio.untilTone(VOICE_HZ);
});

it('sends Bob to the mailbox that the phone system has: he hears it', async () => {
  const bed = open();
  const toVoicemail = { by: 'redirect', target: 'tone-600' } as const;

  await bed.useAccount({ profile: { ...DEFAULT_PROFILE, toVoicemail } });
  const { bob, call } = await bed.ringAlice();

  await bed.command(call, { type: 'to-voicemail' });
  await bob.until('ended');
  await bob.audio.untilTone(CAROL_HZ);
  const { outcome } = await bed.untilLogged(call.id);

  expect(outcome).toBe('sent-to-voicemail');
  await bed.tidyUp();
  await bed.useAccount();
});
