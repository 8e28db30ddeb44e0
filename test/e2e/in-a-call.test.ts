import { isLive } from '../../src/call/call';
import { statusOf } from '../../src/call/status';
import { BOB, callStory, NUMBERS, only, TONE_HZ, useCallBed, VOICE_HZ } from './support/call-story';
import { menuToneHz } from '../pbx/targets';

const open = useCallBed();

callStory(
  'Alice holds and resumes: the sound stops both ways and comes back',
  open,
  async (bed) => {
    const { bob, call } = await bed.talk();

    await bed.command(call, { type: 'hold', on: true });
    await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
    await bob.untilHeldByExtension(true);
    await bob.audio.untilSilent();
    await bed.browser.untilSilent();
    await bed.middle();
    await bed.command(call, { type: 'hold', on: false });
    await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
    await bed.untilBothHear(bob);
  },
);

callStory('Bob holds and resumes', open, async (bed) => {
  const { bob } = await bed.talk();

  await bob.hold(true);
  await bed.untilCall('Bob’s hold', (now) => statusOf(now) === 'held-by-remote');
  await bed.middle();
  await bob.hold(false);
  await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
  await bed.untilBothHear(bob);
});

callStory('Alice mutes herself: Bob hears nothing, Alice hears Bob', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'mute', on: true });
  await bob.audio.untilSilent();
  await bed.middle();
  await bed.browser.untilHeard(TONE_HZ);
  await bed.command(call, { type: 'mute', on: false });
  await bob.audio.untilTone(VOICE_HZ);
});

callStory('Alice presses keys and the menu answers what it heard', open, async (bed) => {
  await bed.dial('menu');

  const menu = await bed.pbx.nextCall();
  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await menu.audio.untilTone(VOICE_HZ);
  await bed.middle();
  await bed.command(call, { type: 'send-dtmf', tones: '159#' });
  await menu.untilDigits('159#');
  await bed.browser.untilHeard(menuToneHz('#'));
  const heard = await bed.untilCall('the digits back', ({ dtmf }) => dtmf.received === '159#');

  expect(heard.dtmf.sent).toBe('159#');
  expect(new Set(menu.heardDigits.map(({ via }) => via))).toEqual(new Set(['rtp']));
});

it('loses no key that is pressed in the moment of the answer', async () => {
  const bed = open();

  for (const tones of ['12', '34', '56', '78', '90']) {
    await bed.dial('menu');

    const menu = await bed.pbx.nextCall();
    const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

    await bed.command(call, { type: 'send-dtmf', tones });
    await menu.untilDigits(tones);
    await bed.command(call, { type: 'hang-up' });
    await bed.untilEnded();
  }
});

it('sends keys as SIP INFO where the account says so', async () => {
  const bed = open();

  await bed.useAccount({ dtmfMethod: 'info' });
  await bed.dial('menu');

  const menu = await bed.pbx.nextCall();
  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.command(call, { type: 'send-dtmf', tones: '7*' });
  await menu.untilDigits('7*');

  expect(new Set(menu.heardDigits.map(({ via }) => via))).toEqual(new Set(['info']));
  await bed.tidyUp();
  await bed.useAccount();
});

callStory('Alice places a second call: the first is held, and she can swap', open, async (bed) => {
  const { bob, call: first } = await bed.talk();

  await bed.dial('tone-600');
  const carol = await bed.pbx.nextCall();

  await bed.browser.untilSnapshot('the first call to be held', ({ calls }) =>
    calls.some((call) => call.id === first.id && statusOf(call) === 'held'),
  );
  await bed.browser.untilHeard(600);
  await carol.audio.untilTone(VOICE_HZ);
  await bob.audio.untilSilent();
  await bed.middle();
  await bed.command(first, { type: 'hold', on: false });
  await bed.untilBothHear(bob);
  await carol.audio.untilSilent();
});

callStory('Alice sends Bob on to somebody else and is out of the call', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await bed.middle();
  await bed.command(call, { type: 'transfer', target: NUMBERS.echo });
  await bob.until('ended');

  const ended = await bed.untilEnded();

  expect(bob.endedBy).toBe('extension');
  expect(ended.transfer).toMatchObject({ state: 'done', response: { statusCode: 200 } });
});

callStory('Alice sends Bob on to somebody busy and goes on with Bob', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'transfer', target: NUMBERS.busy });
  await bed.middle();

  const failed = await bed.untilCall('the transfer to fail', ({ transfer }) =>
    transfer === null ? false : transfer.state === 'failed',
  );

  expect(failed.transfer?.response).toEqual({ statusCode: 486, reasonPhrase: 'Busy Here' });
  await bed.untilBothHear(bob);
});

callStory('Carol calls while Alice talks: a beep instead of the ringtone', open, async (bed) => {
  const { bob, call: first } = await bed.talk();
  const carol = await bed.pbx.ring('alice', {
    from: { ...BOB, displayName: 'Carol' },
    media: 'tone',
    freqHz: 600,
  });
  const { calls } = await bed.browser.untilSnapshot('Carol to ring', (snapshot) =>
    snapshot.calls.some((call) => call.direction === 'incoming'),
  );
  const second = only(calls.filter((call) => call.direction === 'incoming'));

  await bed.browser.untilOwnTones('the beep', (tones) => tones.length > 0);
  await bed.browser.untilHeard(TONE_HZ);
  await bed.middle();
  await bed.command(second, { type: 'answer' });
  await bed.browser.untilHeard(600);
  await carol.audio.untilTone(VOICE_HZ);
  await bob.audio.untilSilent();
  await carol.hangUp();
  await bed.browser.untilSnapshot('the first call alone, still held', (snapshot) => {
    const live = snapshot.calls.filter(isLive);

    return live.length === 1 && live.every((call) => call.id === first.id && call.hold.local);
  });
});
