import { outcomeOf } from '../../src/call/outcome';
import { nowMs } from '../pbx/message-log';
import { callStory, TONE_HZ, useCallBed } from './support/call-story';

const open = useCallBed();

afterEach(() => {
  open().pbx.holdChallenges(false);
});

callStory('Alice clicks a number in a page and talks', open, async (bed) => {
  await bed.clickNumber('tone');

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('the call to be established', ({ state }) => state === 'established');
  await bed.untilBothHear(bob);
  await bed.middle();
  await bed.untilBothHear(bob);
  await bob.hangUp();

  expect(outcomeOf(await bed.untilEnded())).toBe('talked');
});

callStory('Alice cancels while it rings', open, async (bed) => {
  await bed.dial('noanswer');

  const bob = await bed.pbx.nextCall();
  const call = await bed.untilCall('it to ring', ({ state }) => state === 'ringing');

  await bed.middle();
  await bed.command(call, { type: 'hang-up' });
  await bob.until('ended');

  expect(bob.response).toBe(487);
  expect(outcomeOf(await bed.untilEnded())).toBe('cancelled');
});

callStory('Alice cancels at once, before the server asks who she is', open, async (bed) => {
  const sinceMs = nowMs();
  const isInvite = ({ text }: { readonly text: string }) => text.startsWith('INVITE ');

  bed.pbx.holdChallenges(true);
  await bed.dial('noanswer');
  await bed.pbx.untilMessage(isInvite, { sinceMs });

  const call = await bed.untilCall('the call', ({ state }) => state === 'calling');

  await bed.middle();
  await bed.command(call, { type: 'hang-up' });
  bed.pbx.holdChallenges(false);

  expect(outcomeOf(await bed.untilEnded())).toBe('cancelled');
  // Nothing follows the ACK of the refusal: another call tells that all before it has arrived.
  await bed.dial('busy');
  expect((await bed.pbx.nextCall()).target).toBe('busy');
});

callStory('Alice calls somebody busy', open, async (bed) => {
  await bed.middle();
  await bed.dial('busy');

  const bob = await bed.pbx.nextCall();

  expect(bob.response).toBe(486);
  expect(outcomeOf(await bed.untilEnded())).toBe('busy');
});

callStory('Alice is declined', open, async (bed) => {
  await bed.middle();
  await bed.dial('declined');

  const bob = await bed.pbx.nextCall();

  expect(bob.response).toBe(603);
  expect(outcomeOf(await bed.untilEnded())).toBe('declined-by-remote');
});

callStory('Alice gives up when nobody answers', open, async (bed) => {
  const popup = await bed.browser.openPopup();

  await bed.dial('noanswer');

  const bob = await bed.pbx.nextCall();

  await popup.waitForSelector('aria/Hang up');
  await bed.untilCall('it to ring', ({ state }) => state === 'ringing');
  await bed.browser.untilOwnTones('ringback', (tones) => tones.length > 0);
  await bed.middle();
  await popup.click('aria/Hang up');
  await bob.until('ended');
  await popup.waitForSelector('::-p-text(You hung up before an answer)');

  expect(bob.response).toBe(487);
  expect(await bed.browser.ownTones()).toEqual([]);
});

callStory('Alice hears early media before the answer', open, async (bed) => {
  await bed.dial('early-manual');

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('early media', ({ state }) => state === 'early');
  await bed.browser.untilHeard(700);
  await bed.middle();
  await bob.answer({ kind: 'tone', freqHz: TONE_HZ });
  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.untilBothHear(bob);
});
