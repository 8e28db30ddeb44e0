import { DEFAULT_SETTINGS } from '../../src/account/settings';
import type { Devices } from '../../src/phone/devices/devices';
import { CallBed, TONE_HZ } from '../e2e/support/call-story';
import { PulseServer, type SoundGear } from './pulse-server';

const LAPTOP: SoundGear = { name: 'Laptop', voiceHz: 620 };
const HEADSET: SoundGear = { name: 'Headset', voiceHz: 440 };

let pulse: PulseServer;
let bed: CallBed;

beforeEach(async () => {
  pulse = await PulseServer.start();
});

afterEach(async () => {
  expect(bed.browser.complaints).toEqual([]);
  await bed.close();
  await pulse.close();
});

async function untilDevices(what: string, fits: (devices: Devices) => boolean): Promise<void> {
  await bed.browser.untilSnapshot(what, ({ devices }) => fits(devices));
}

/** A call from Alice to a tone. */
async function talk() {
  await bed.dial('tone');

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('the answer', ({ state }) => state === 'established');

  return bob;
}

/** Chooses the headset as the settings page does. */
async function chooseHeadset(): Promise<void> {
  const phone = await bed.browser.offscreen();
  const ids = await phone.evaluate(async (name) => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const idOf = (kind: MediaDeviceKind) =>
      devices.find((device) => device.kind === kind && device.label === name)?.deviceId ?? null;

    return { microphoneId: idOf('audioinput'), speakerId: idOf('audiooutput') };
  }, HEADSET.name);

  await bed.useSettings({
    ...DEFAULT_SETTINGS,
    ...ids,
    microphoneName: HEADSET.name,
    speakerName: HEADSET.name,
  });
}

it('a headset is unplugged in a call and plugged in again', async () => {
  await pulse.plug(LAPTOP);
  await pulse.plug(HEADSET);
  bed = await CallBed.open({ soundServer: pulse.address });
  await chooseHeadset();

  const bob = await talk();

  await bob.audio.untilTone(HEADSET.voiceHz);
  await pulse.untilHeard(HEADSET, TONE_HZ);

  const unpluggedAtMs = performance.now();

  await pulse.unplug(HEADSET);
  await bob.audio.untilTone(LAPTOP.voiceHz);
  await pulse.untilHeard(LAPTOP, TONE_HZ);
  await untilDevices('the stand-in', ({ microphone, speaker }) => {
    return microphone.away === 'unplugged' && speaker.away === 'unplugged';
  });

  const standInMs = performance.now() - unpluggedAtMs;

  await pulse.plug(HEADSET);

  const pluggedAtMs = performance.now();

  await bob.audio.untilTone(HEADSET.voiceHz);
  await untilDevices('the headset', ({ microphone, speaker }) => {
    return microphone.away === null && speaker.away === null;
  });

  const backMs = performance.now() - pluggedAtMs;

  // The phone asks for the headset again, and Chrome goes on with the stream that it had for it:
  // PulseAudio moved that to the laptop, and leaves it there. Bob is heard all the same.
  await pulse.untilHeard(LAPTOP, TONE_HZ);
  console.info(`stand-in after ${standInMs.toFixed()} ms, back after ${backMs.toFixed()} ms`);
  // Linux tells nobody of devices that are not part of the machine: it is looked every two seconds.
  expect(standInMs).toBeLessThan(8_000);
  expect(backMs).toBeLessThan(8_000);
});

it('a call begins without a microphone, and has the one that is plugged in later', async () => {
  bed = await CallBed.open({ soundServer: pulse.address });

  const bob = await talk();

  await untilDevices('the lack', ({ microphone }) => microphone.trouble === 'missing');
  await bob.audio.untilSilent();
  await pulse.plug(HEADSET);
  await bob.audio.untilTone(HEADSET.voiceHz);
  await untilDevices('the headset', ({ microphone, speaker }) => {
    return microphone.trouble === null && !speaker.isMissing;
  });
});

it('the switch at a microphone is told, and when it is on again', async () => {
  await pulse.plug(LAPTOP);
  bed = await CallBed.open({ soundServer: pulse.address });

  const bob = await talk();

  await bob.audio.untilTone(LAPTOP.voiceHz);
  await pulse.mute(LAPTOP, true);
  await untilDevices('the switch', ({ microphone }) => microphone.trouble === 'muted');
  await bob.audio.untilSilent();
  await pulse.mute(LAPTOP, false);
  await bob.audio.untilTone(LAPTOP.voiceHz);
  await untilDevices('all well', ({ microphone }) => microphone.trouble === null);
});
