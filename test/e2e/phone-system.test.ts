import { PRESETS } from '../../src/account/profile';
import { CallMedia } from '../pbx/call-media';
import { RingCentralDouble } from '../pbx/ringcentral/double';
import { Waiting } from '../pbx/waiting';
import { callStory, useCallBed, type CallBed } from './support/call-story';
import { untilSettled } from './support/settled';

const open = useCallBed();

callStory('Alice parks Bob and takes him up again: they hear each other', open, async (bed) => {
  await bed.useAccount({ profile: PRESETS.asterisk });

  const { bob } = await bed.talk();
  const popup = await bed.browser.openPopup();

  await popup.locator('aria/More').click();
  await popup.locator('::-p-text(Park)').click();
  await bob.until('ended');
  await bed.browser.untilSilent();
  expect(bed.pbx.parkedAt).toEqual(['701']);
  await bed.middle();

  // The phone system says the place aloud; Alice types what she heard.
  await popup.locator('.parked-form input').fill('701');
  await popup.locator('.parked-form button').click();

  const again = await bed.pbx.nextCall();

  await bed.untilCall('Bob to be back', ({ state }) => state === 'established');
  await bed.untilBothHear(again);
  expect((await bed.browser.snapshot()).parked).toEqual([]);
  expect(bed.pbx.parkedAt).toEqual([]);
});

describe('with RingCentral', () => {
  const media: CallMedia[] = [];
  let double: RingCentralDouble;

  /** Sound as browsers have it. */
  async function describeSound(offer: string | null): Promise<string> {
    const one = await CallMedia.open({
      codecs: ['opus'],
      address: () => '127.0.0.1',
      announced: null,
      restarts: 'follows',
      waiting: new Waiting(() => ''),
      onDigit: () => undefined,
    });

    media.push(one);
    return offer === null ? one.offer() : one.answer(offer);
  }

  beforeAll(async () => {
    double = await RingCentralDouble.start({ describe: describeSound });
  });
  afterAll(async () => {
    await double.close();
    await Promise.all(media.map((one) => one.close()));
  });

  async function ring(bed: CallBed) {
    await bed.useAccount({
      address: `sip:${double.user}@${double.domain}`,
      servers: [double.url],
      loginName: 'auth-1',
      profile: PRESETS.ringcentral,
    });

    const call = await double.ring({ from: { number: '+16505550100', name: 'Bob' } });

    await bed.untilRings();
    await call.untilCommand('17');

    const popup = await bed.browser.openPopup();

    await popup.locator('aria/More').click();
    await untilSettled(popup);

    return { call, popup };
  }

  callStory('Alice leaves Bob words, and reads his answer later', open, async (bed) => {
    const { call, popup } = await ring(bed);

    await popup.locator('::-p-text(Reply with a message)').click();
    await popup.locator('.reply-form input').fill('Is it "urgent" & <soon>?');
    await popup.locator('.reply-form button').click();
    await call.untilOutcome('replied');
    expect(call.replyText).toBe('Is it "urgent" & <soon>?');
    expect(call.commands).toEqual(['17', '13', '14']);
    await bed.middle();
    call.answerReply('3', { number: '+16505550142' });
    await popup.waitForSelector('::-p-text(Urgent: call +16505550142)');
    await bed.browser.control.ask('phone', 'forget', {
      id: (await bed.browser.snapshot()).answers[0]?.id ?? '',
    });
  });

  callStory('Alice sends Bob to her mailbox', open, async (bed) => {
    const { call, popup } = await ring(bed);

    await bed.middle();
    await popup.locator('::-p-text(Send to voicemail)').click();
    await call.untilOutcome('voicemail');
    expect((await bed.untilEnded()).isSentToVoicemail).toBe(true);
    expect(call.ignored).toEqual([]);
  });
});
