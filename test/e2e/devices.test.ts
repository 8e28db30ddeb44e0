import type { Page } from 'puppeteer';
import type { Settings } from '../../src/account/settings';
import type { Devices } from '../../src/phone/devices/devices';
import { callStory, TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';
import { FAKE, standAtDesk, take, unplug } from './support/desk';

/** A call from Alice to a tone, which she hears without being heard. */
async function dialAndListen(bed: CallBed) {
  await bed.dial('tone');

  const bob = await bed.pbx.nextCall();
  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  await bed.browser.untilHeard(TONE_HZ);

  return { bob, call };
}

async function untilDevices(bed: CallBed, what: string, fits: (devices: Devices) => boolean) {
  const { devices } = await bed.browser.untilSnapshot(what, (now) => fits(now.devices));

  return devices;
}

async function sees(page: Page, text: string): Promise<void> {
  await page.waitForSelector(`::-p-text(${text})`);
}

describe('with a headset', () => {
  const open = useCallBed();

  /** Chooses a device by its name, as the settings page does. */
  async function choose(bed: CallBed): Promise<Page> {
    const phone = await bed.browser.offscreen();
    const ids = await phone.evaluate(async () =>
      Object.fromEntries(
        (await navigator.mediaDevices.enumerateDevices()).map(({ label, deviceId }) => [
          label,
          deviceId,
        ]),
      ),
    );
    const chosen: Partial<Settings> = {
      microphoneId: ids[FAKE.input] ?? null,
      microphoneName: FAKE.input,
      speakerId: ids[FAKE.output] ?? null,
      speakerName: FAKE.output,
    };

    await bed.useSettings(chosen);
    await standAtDesk(phone);
    await unplug(phone, []);
    await take(phone, []);

    return phone;
  }

  /** Which speakers the voices come out of now. */
  async function speakersOf(phone: Page): Promise<readonly string[]> {
    const prototype = await phone.evaluateHandle(() => HTMLAudioElement.prototype);
    const elements = await phone.queryObjects(prototype);

    return elements.evaluate(async (found: HTMLAudioElement[]) => {
      const devices = await navigator.mediaDevices.enumerateDevices();

      return found
        .filter(({ srcObject }) => srcObject !== null)
        .map(({ sinkId }) => devices.find(({ deviceId }) => deviceId === sinkId)?.label ?? sinkId);
    });
  }

  callStory(
    'Alice pulls the plug in a call, and puts it in again: both go on hearing each other',
    open,
    async (bed) => {
      const phone = await choose(bed);
      const { bob } = await bed.talk();
      const popup = await bed.browser.openOwnPage('popup.html');

      expect(await speakersOf(phone)).toEqual([FAKE.output]);

      await unplug(phone, [FAKE.input, FAKE.output]);
      await untilDevices(bed, 'the stand-in', ({ microphone }) => microphone.away === 'unplugged');
      await sees(popup, `${FAKE.input} unplugged.`);
      await bed.untilBothHear(bob);
      expect(await speakersOf(phone)).toEqual(['']);

      await bed.middle();
      await unplug(phone, []);
      await untilDevices(bed, 'the headset', ({ microphone }) => microphone.inUse === FAKE.input);
      await sees(popup, `${FAKE.input} is back.`);
      await bed.untilBothHear(bob);
      expect(await speakersOf(phone)).toEqual([FAKE.output]);
      await popup.close();
    },
  );

  it('takes another microphone while a program has that one, and takes it back', async () => {
    const bed = open();
    const phone = await choose(bed);

    await take(phone, [FAKE.input]);

    const { bob } = await bed.talk();

    expect((await bed.browser.snapshot()).devices.microphone).toMatchObject({
      chosen: FAKE.input,
      away: 'taken',
    });

    await take(phone, []);
    await untilDevices(bed, 'the headset', ({ microphone }) => microphone.away === null);
    await bob.audio.untilTone(VOICE_HZ);
  });

  it('shows in the settings what is plugged in while they are open', async () => {
    const bed = open();

    await choose(bed);

    const options = await bed.browser.openOwnPage('options.html');

    await options.waitForSelector(`select option::-p-text(${FAKE.input})`);
    await standAtDesk(options);
    await unplug(options, [FAKE.input]);
    await options.waitForSelector(`select option::-p-text(${FAKE.input} \\(not plugged in\\))`);
    await sees(options, 'The system default stands in until it’s back.');
    await unplug(options, []);
    await options.waitForSelector(`select option::-p-text(${FAKE.input} \\(not plugged in\\))`, {
      hidden: true,
    });
    await options.close();
  });
});

describe('with a microphone that the user blocks and allows', () => {
  const open = useCallBed({ permission: 'prompt', keepWelcome: true });

  beforeAll(async () => {
    await (await open().browser.ownPage('welcome.html')).close();
  });

  callStory(
    'Alice blocks it in a call, hears on, and is heard again when she allows it',
    open,
    async (bed) => {
      await bed.browser.setMicrophonePermission('granted');
      await bed.browser.untilSnapshot(
        'the permission',
        ({ microphone }) => microphone === 'granted',
      );

      const { bob, call } = await bed.talk();
      const popup = await bed.browser.openOwnPage('popup.html');

      await bed.browser.setMicrophonePermission('denied');
      await sees(popup, 'Microphone blocked. They can’t hear you.');
      await bob.audio.untilSilent();
      await bed.browser.untilHeard(TONE_HZ);
      await bed.middle();

      const { packets } = bob.audio.measure();

      await popup.locator('aria/Unblock microphone').click();

      const welcome = await bed.browser.ownPage('welcome.html');

      await sees(welcome, 'Your browser blocks the microphone for Offhook.');
      await bed.browser.setMicrophonePermission('granted');
      await bed.untilBothHear(bob);
      await sees(popup, 'They can hear you now.');
      await sees(welcome, 'We can hear you.');
      // A phone system hangs up on those of whom nothing comes.
      expect(bob.audio.packets).toBeGreaterThan(packets);
      await bed.untilThis(call.id, 'the same call', ({ state }) => state === 'established');
      await Promise.all([popup.close(), welcome.close()]);
    },
  );

  callStory(
    'Alice calls before she was ever asked: she listens, allows it, and talks',
    open,
    async (bed) => {
      await bed.browser.setMicrophonePermission('prompt');
      await bed.browser.untilSnapshot('no permission', ({ microphone }) => microphone === 'prompt');

      const { bob } = await dialAndListen(bed);

      await untilDevices(bed, 'the reason', ({ microphone }) => microphone.trouble === 'not-asked');
      await bob.audio.untilSilent();
      await bed.middle();
      await bed.browser.setMicrophonePermission('granted');
      await bob.audio.untilTone(VOICE_HZ);
    },
  );
});

describe('without any sound device', () => {
  const open = useCallBed({ soundServer: null });

  /** Silence that comes in packets: who gets none hangs up, or lets nothing through. */
  async function untilSilenceArrives(audio: { readonly packets: number }): Promise<void> {
    const before = audio.packets;

    await open().browser.untilSnapshot('fifty packets', () => audio.packets > before + 50);
  }

  callStory('Alice calls: the call goes up, and she sends silence', open, async (bed) => {
    const { bob, call } = await dialAndListen(bed);
    const popup = await bed.browser.openOwnPage('popup.html');

    await sees(popup, 'No microphone found. You can listen, but they can’t hear you.');
    await sees(popup, 'No speaker found.');
    await bed.middle();
    await untilSilenceArrives(bob.audio);
    await bob.audio.untilSilent();
    await bed.untilThis(call.id, 'the call', ({ state }) => state === 'established');
    await popup.close();
  });

  callStory('Alice answers: she is told before, and hears the caller', open, async (bed) => {
    const { bob, call } = await bed.ringAlice({ media: 'tone', freqHz: TONE_HZ });
    const popup = await bed.browser.openOwnPage('popup.html');

    await sees(popup, 'No microphone found. If you answer, you can only listen.');
    await bed.middle();
    await bed.command(call, { type: 'answer' });
    await bed.untilCall('the answer', ({ state }) => state === 'established');
    await bed.browser.untilHeard(TONE_HZ);
    await untilSilenceArrives(bob.audio);
    await popup.close();
  });

  it('says so before a call', async () => {
    const popup = await open().browser.openOwnPage('popup.html');

    await sees(popup, 'You can call and listen, but nobody hears you.');
    await popup.close();
  });
});
