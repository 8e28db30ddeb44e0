import { outcomeOf } from '../../src/call/outcome';
import { callStory } from '../e2e/support/story-bed';
import type { Baresip } from './bed/baresip';
import { useCompany } from './company-bed';

let bob: Baresip;

const open = useCompany(async (bed) => {
  bob = await bed.deskPhone('bob');
});

callStory(
  'Bob calls, Alice answers from the notification, each hears the other',
  open,
  async (bed) => {
    await bob.dial('alice');

    const call = await bed.untilRings();
    const notification = `incoming-call:${call.id}`;

    expect(call.remote.uri).toBe('sip:bob@bed.test');
    await bed.browser.untilNotifications('Bob on screen', (ids) => ids.includes(notification));
    await bed.middle();
    await bed.browser.clickNotificationButton(notification, 0);
    await bob.untilTalks();
    await bed.untilBothHear(bob);
    await bob.hangUp();

    expect(outcomeOf(await bed.untilEnded())).toBe('talked');
  },
);

callStory(
  'A call that follows a script to the letter: Erin calls and hangs up',
  open,
  async (bed) => {
    const erin = await bed.company.sippCalls('erin', 'alice', { talkMs: 300 });
    const call = await bed.untilRings();

    await bed.middle();
    await bed.command(call, { type: 'answer' });
    await erin.untilDone();

    const ended = await bed.untilEnded();

    expect(outcomeOf(ended)).toBe('talked');
    expect(ended.end?.cause).toBe('remote-bye');
  },
);

callStory('Bob calls and Alice declines', open, async (bed) => {
  await bob.dial('alice');

  const call = await bed.untilRings();

  await bed.middle();
  await bed.browser.clickNotificationButton(`incoming-call:${call.id}`, 1);

  expect(await bob.untilCallEnds()).toBe('603 Decline');
  expect(outcomeOf(await bed.untilEnded())).toBe('declined');
});

callStory('Bob calls and gives up: a missed call', open, async (bed) => {
  await bob.dial('alice');

  const call = await bed.untilRings();

  await bed.browser.untilNotifications('Bob on screen', (ids) =>
    ids.includes(`incoming-call:${call.id}`),
  );
  await bed.middle();
  await bob.hangUp();

  expect(outcomeOf(await bed.untilEnded())).toBe('missed');
  await bed.browser.untilNotifications(
    'the missed call and nothing else',
    (ids) => ids.length === 1 && ids[0] === `missed-call:${call.id}`,
  );
});

callStory("Bob calls and Alice's desk phone answers: no missed call", open, async (bed) => {
  const desk = await bed.deskPhone('alice', { answers: 'manual' });
  const popup = await bed.browser.openPopup();

  await bob.dial('alice');
  await Promise.all([desk.untilRings(), bed.untilRings()]);
  await bed.middle();
  await desk.accept();
  await bob.untilTalks();

  const call = await bed.untilEnded();

  expect(outcomeOf(call)).toBe('answered-elsewhere');
  await popup.waitForSelector('::-p-text(Answered on another phone)');
  expect((await bed.untilLogged(call.id)).outcome).toBe('answered-elsewhere');
  await bed.browser.untilNotifications('no notification', (ids) => ids.length === 0);
  await bed.browser.untilBadge('no missed call', ({ text }) => text === '');
  await desk.hangUp();
  await bed.switchOff(desk);
});
