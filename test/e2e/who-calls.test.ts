import { PRESETS } from '../../src/account/profile';
import { BOB, callStory, useCallBed } from './support/call-story';

const open = useCallBed();

/** What a phone system that vouches for its callers says of Bob. */
const VOUCHED = `P-Asserted-Identity: "Bob Baker" <sip:${BOB.user}@pbx.test>`;

beforeAll(() => open().useAccount({ profile: PRESETS.asterisk }));

callStory('Bob’s call comes by way of Sales, and says so wherever it shows', open, async (bed) => {
  const popup = await bed.browser.openPopup();
  const { bob, call } = await bed.ringAlice({
    headers: [VOUCHED, 'Diversion: "Sales" <sip:300@pbx.test>;reason=no-answer'],
  });

  await popup.waitForSelector('::-p-text(Bob Baker)');
  await popup.waitForSelector('::-p-text(via Sales)');
  await bed.browser.untilNotifications('Bob on screen', (ids) =>
    ids.includes(`incoming-call:${call.id}`),
  );
  await bed.middle();
  bob.cancel();

  expect((await bed.untilLogged(call.id)).remote).toMatchObject({
    displayName: 'Bob Baker',
    via: 'Sales',
  });
  await bed.untilEnded();
  await bed.browser.control.ask('phone', 'dismiss', { callId: call.id });
  await popup.waitForSelector('.recent-call ::-p-text(via Sales)');
});

callStory('Bob may speak at once: after a tone both hear each other', open, async (bed) => {
  await bed.useSettings({ autoAnswer: { isOn: true, callers: [BOB.user] } });

  const { bob, call } = await bed.ringAlice({
    media: 'tone',
    headers: [VOUCHED, 'Call-Info: <sip:pbx.test>;answer-after=0'],
  });
  const notification = `intercom:${call.id}`;

  expect(call.answersAtMs).not.toBeNull();
  await bed.middle();
  await bob.until('established');
  await bed.untilBothHear(bob);
  // Nobody is heard without being told, and it ends where it is told.
  await bed.browser.untilNotifications('that Alice can be heard', (ids) =>
    ids.includes(notification),
  );
  await bed.browser.clickNotificationButton(notification, 0);
  await bob.until('ended');

  expect(bob.endedBy).toBe('extension');
  await bed.useSettings({});
});
