import { DEFAULT_SETTINGS } from '../../src/account/settings';
import { useBed } from '../e2e/support/story-bed';
import { MAILBOX, PHONE_OF_FRANK } from './bed/sipp-notifying';
import { CompanyBed } from './company-bed';

const open = useBed(() => CompanyBed.open());

afterEach(() => open().hurryLongWaits(1));

it('Alice sees that messages wait for her, and that they were heard', async () => {
  const bed = open();
  const mailbox = await bed.company.sippAnswers('message-summary.alice', {
    script: MAILBOX,
    callCount: 2,
  });

  await bed.useAccount();

  const popup = await bed.browser.openPopup();

  await mailbox.goOn();
  await popup.waitForSelector('::-p-text(2 new voice messages)');
  await bed.browser.untilBadge('the messages at the icon', ({ title }) =>
    title.includes('2 new voice messages'),
  );
  await mailbox.goOn();
  await bed.browser.untilBadge('a quiet icon', ({ title }) => !title.includes('voice messages'));
  // The mailbox ends the subscription, and Alice's phone asks anew.
  await mailbox.goOn();
  await mailbox.goOn();
  await popup.waitForSelector('::-p-text(2 new voice messages)');
  await mailbox.goOn();
  await mailbox.goOn();
  await mailbox.untilDone();
});

it('Alice sees Frank’s phone ring, Frank talk and hang up, though one change gets lost', async () => {
  const bed = open();
  const frank = await bed.company.sippAnswers('dialog.frank', { script: PHONE_OF_FRANK });

  await bed.useAccount(bed.account(), { team: [{ number: 'sip:frank@bed.test', name: 'Frank' }] });

  const popup = await bed.browser.openPopup();

  await popup.waitForSelector('aria/Call Frank, Available');
  await frank.goOn();
  await popup.waitForSelector('aria/Call Frank, Erin is calling');
  await frank.goOn();
  await popup.waitForSelector('aria/Call Frank, On a call');
  await bed.hurryLongWaits(30);
  await frank.goOn();
  await popup.waitForSelector('aria/Call Frank, Available');
  await frank.goOn();
  await bed.browser.control.store({ settings: DEFAULT_SETTINGS });
  await frank.untilDone();
});
