import { outcomeOf } from '../../src/call/outcome';
import { callStory, VOICE_HZ } from '../e2e/support/story-bed';
import type { Baresip } from './bed/baresip';
import {
  hasMovedTo,
  HEARD_AND_LEFT,
  HEARD_BEFORE_THE_ANSWER,
  insistsOnReliableRinging,
  leavesTheOfferToOthers,
} from './bed/sipp-before-the-answer';
import { useCompany } from './company-bed';

let bob: Baresip;
let dave: Baresip;

const open = useCompany(async (bed) => {
  [bob, dave] = await Promise.all([
    bed.deskPhone('bob'),
    bed.deskPhone('dave', { answers: 'manual' }),
  ]);
});

it('Erin’s phone has it acknowledged that Alice’s rings, and each hears the other', async () => {
  const bed = open();
  const erin = await bed.company.sippCalls('erin', 'alice', { script: insistsOnReliableRinging });
  const call = await bed.untilRings();

  await erin.untilHears('SIP/2.0 200 OK'); // To the PRACK: nobody has answered yet.
  await bed.command(call, { type: 'answer' });
  await bed.browser.untilHeard(VOICE_HZ); // Her own: Erin's phone gives it back.
  await bed.command(call, { type: 'hang-up' });
  await erin.untilDone();
});

it('Alice hears what comes before the answer, acknowledges it, and goes on hearing', async () => {
  const bed = open();
  const frank = await bed.company.sippAnswers('frank', { script: HEARD_BEFORE_THE_ANSWER });

  await bed.dial('frank');
  await bed.untilCall('sound before the answer', ({ state }) => state === 'early');
  await bed.browser.untilHeard(VOICE_HZ);
  await frank.goOn();

  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.browser.untilHeard(VOICE_HZ);
  expect(await frank.untilHears('PRACK')).toMatch(/^RAck: 17 \d+ INVITE/im);
  await bed.command(call, { type: 'hang-up' });
  await frank.untilDone();
});

it('Erin’s phone leaves it to Alice’s to say what it can, and each hears the other', async () => {
  const bed = open();
  const erin = await bed.company.sippCalls('erin', 'alice', { script: leavesTheOfferToOthers });
  const call = await bed.untilRings();

  await bed.command(call, { type: 'answer' });
  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.browser.untilHeard(VOICE_HZ);
  await bed.command(call, { type: 'hang-up' });
  await erin.untilDone();
});

callStory('One of Dave’s phones is heard before another one answers', open, async (bed) => {
  const hall = await bed.company.sippAnswers('dave', { script: HEARD_AND_LEFT });

  await bed.dial('dave');
  await dave.untilRings();
  await bed.browser.untilHeard(VOICE_HZ); // Her own: the phone in the hall gives it back.
  expect((await bed.untilCall('the ringing', () => true)).state).toBe('early');
  await bed.middle();
  await dave.accept();
  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.untilBothHear(dave);
  await hall.untilDone();
});

callStory('Frank has moved: Alice is asked, and calls him where he is now', open, async (bed) => {
  const frank = await bed.company.sippAnswers('frank', {
    script: hasMovedTo('<sip:carol@bed.test>;q=0.3', '"Frank" <sip:bob@bed.test>;q=0.8'),
  });
  const popup = await bed.browser.openPopup();
  const before = bed.company.requests().length;

  await bed.dial('frank');
  await frank.untilDone();
  expect(outcomeOf(await bed.untilEnded())).toBe('moved');
  await popup.waitForSelector('::-p-text(Has moved to another number)');
  // Nobody calls there unasked: it may be at Alice's expense.
  expect(invitedSince(before)).toEqual(['frank']);
  await bed.middle();
  await popup.locator('aria/Call bob').click();
  await bob.untilTalks();
  await bed.untilBothHear(bob);
  expect(invitedSince(before)).toEqual(['frank', 'bob']);
});

/** Whom the server was asked to call since, in their order. */
function invitedSince(count: number): readonly string[] {
  const requests = open().company.requests().slice(count);
  const invited = requests.filter(({ method }) => method === 'INVITE').map(({ to }) => to);

  // Each comes twice: the server asks for credentials.
  return [...new Set(invited)];
}
