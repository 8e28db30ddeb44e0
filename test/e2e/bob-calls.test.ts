import { outcomeOf } from '../../src/call/outcome';
import { callStory, NUMBERS, TONE_HZ, useCallBed } from './support/call-story';
import { until } from './support/waiting';

const open = useCallBed();

callStory('Bob is answered from the notification', open, async (bed) => {
  const { bob, call } = await bed.ringAlice({ media: 'tone' });
  const notification = `incoming-call:${call.id}`;

  await bed.browser.untilNotifications('Bob on screen', (ids) => ids.includes(notification));
  await bed.middle();
  await bed.browser.clickNotificationButton(notification, 0);
  await bob.until('established');
  await bed.untilBothHear(bob);
  await bed.browser.untilNotifications('no notification', (ids) => ids.length === 0);
  await bob.hangUp();

  expect(outcomeOf(await bed.untilEnded())).toBe('talked');
});

callStory('Bob is answered from the popup', open, async (bed) => {
  const popup = await bed.browser.openPopup();
  const { bob } = await bed.ringAlice({ media: 'tone' });

  await popup.waitForSelector('::-p-text(Bob)');
  await bed.middle();
  // The button is inert for its first 300 ms: a user who was too fast presses again.
  await until('the answer to be taken', async () => {
    const answer = await popup.$('aria/Answer');

    // It goes away under the pointer when the answer was taken.
    await answer?.click().catch(() => undefined);

    return bob.state === 'established' ? true : null;
  });
  await bed.untilBothHear(bob);
  await popup.locator('aria/Hang up').click();
  await bob.until('ended');

  expect(bob.endedBy).toBe('extension');
});

callStory('Bob is declined from the notification', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await bed.middle();
  await bed.browser.clickNotificationButton(`incoming-call:${call.id}`, 1);
  await bob.until('ended');

  expect(bob.response).toBe(603);
  expect(outcomeOf(await bed.untilEnded())).toBe('declined');
});

callStory('Bob gives up: the notification goes within 300 ms', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();
  const notification = `incoming-call:${call.id}`;

  await bed.browser.untilNotifications('Bob on screen', (ids) => ids.includes(notification));
  await bed.middle();
  const cancelledAtMs = performance.now();

  bob.cancel();
  await bed.browser.untilNotifications('Bob gone', (ids) => !ids.includes(notification), {
    timeoutMs: 2_000,
  });
  const goneAfterMs = performance.now() - cancelledAtMs;

  expect(goneAfterMs).toBeLessThan(300);
  expect(outcomeOf(await bed.untilEnded())).toBe('missed');
});

callStory('Bob is answered elsewhere, which is no missed call', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await bed.middle();
  bob.cancelAsAnsweredElsewhere();

  expect(outcomeOf(await bed.untilEnded())).toBe('answered-elsewhere');
  await bed.browser.untilNotifications('no notification', (ids) => ids.length === 0);
  await bed.untilLogged(call.id);
  await bed.browser.untilBadge('nothing missed', ({ text }) => text === '');
});

callStory('Bob is missed, then called back', open, async (bed) => {
  const { bob, call } = await bed.ringAlice({
    from: { user: NUMBERS.tone.replaceAll(' ', ''), displayName: 'Bob' },
  });

  bob.cancel();
  await bed.browser.untilNotifications('the missed call on screen', (ids) =>
    ids.includes(`missed-call:${call.id}`),
  );
  await bed.browser.untilBadge('one missed call', ({ text }) => text === '1');
  await bed.middle();
  await bed.browser.clickNotificationButton(`missed-call:${call.id}`, 0);

  const back = await bed.pbx.nextCall();

  await back.until('established');
  await bed.browser.untilHeard(TONE_HZ);
  await bed.browser.untilBadge('no missed call', ({ text }) => text === '●');
});

callStory(
  'A click on an old notification does nothing to the call that rings now',
  open,
  async (bed) => {
    const first = await bed.ringAlice();

    first.bob.cancel();
    await bed.untilEnded();

    const second = await bed.ringAlice();

    await bed.middle();
    await bed.browser.clickNotificationButton(`incoming-call:${first.call.id}`, 0);
    await bed.browser.control.ask('worker', 'ensurePhone');

    expect((await bed.untilCall('the second to ring on', () => true)).state).toBe('ringing');
    second.bob.cancel();
  },
);

it('rings with its own tone, which stops with the answer', async () => {
  const bed = open();
  const { call } = await bed.ringAlice({ media: 'tone' });

  await bed.browser.untilOwnTones('the ringtone', (tones) => tones.length > 0);
  await bed.command(call, { type: 'answer' });
  await bed.browser.untilHeard(TONE_HZ);

  expect(await bed.browser.ownTones()).toEqual([]);
});
