import { statusOf } from '../../src/call/status';
import { isLive, type Call } from '../../src/call/call';
import { callStory, TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';
import { play, recordingsIn, untilRecorded, type PlayedRecording } from './support/recorded';
import { until } from './support/waiting';
import { areTones } from '../pbx/tone-analysis';

const open = useCallBed();

/** A call from Alice to a tone, that she records. */
async function recordedCall(bed: CallBed) {
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'record', on: true });
  const recorded = await bed.untilCall('recording', ({ recording }) => recording?.state === 'on');

  return { bob, call, recordingId: idOf(recorded) };
}

function idOf({ recording }: Call): string {
  if (recording === null) {
    throw new Error('This call is not recorded.');
  }

  return recording.id;
}

/** Resolves when that much of the recording is kept for good. */
async function untilKept(bed: CallBed, id: string, ms: number): Promise<void> {
  await untilRecorded(bed.browser.control.page, id, ms);
}

async function entryOf(bed: CallBed, id: string) {
  return (await recordingsIn(bed.browser.control.page)).find((entry) => entry.id === id);
}

async function hangUpAndPlay(bed: CallBed, id: string): Promise<PlayedRecording> {
  const { calls } = await bed.browser.snapshot();

  for (const call of calls.filter(isLive)) {
    await bed.command(call, { type: 'hang-up' });
  }
  await bed.browser.untilSnapshot('the calls to be over', (now) => !now.calls.some(isLive));

  return play(bed.browser.control.page, id);
}

/** The first second in which exactly these tones are heard; null when there is none. */
function secondOf(recording: PlayedRecording, wantedHz: readonly number[]): number | null {
  for (let from = 0; from + 1 <= recording.lengthS; from += 0.25) {
    if (areTones(recording.tones(from, from + 1), wantedHz)) {
      return from;
    }
  }

  return null;
}

callStory('Alice records a call: both voices are in it when it is played', open, async (bed) => {
  const { call, recordingId } = await recordedCall(bed);

  await bed.middle();
  await untilKept(bed, recordingId, 3_500);
  const recording = await hangUpAndPlay(bed, recordingId);
  const entry = await entryOf(bed, recordingId);

  expect(recording.lengthS).toBeGreaterThan(3);
  expect(secondOf(recording, [VOICE_HZ, TONE_HZ])).not.toBeNull();
  expect(entry).toMatchObject({ id: recordingId, name: null, parties: [call.remote] });
});

callStory(
  'a recording goes on through hold, silent meanwhile, and into a conference',
  open,
  async (bed) => {
    const { bob, call, recordingId } = await recordedCall(bed);

    await untilKept(bed, recordingId, 1_500);
    await bed.dial('tone-600');
    const carol = await bed.pbx.nextCall();

    await bed.browser.untilSnapshot('Carol to answer, and Bob to be on hold', ({ calls }) => {
      const live = calls.filter(isLive);

      return (
        live.some((now) => now.id === call.id && statusOf(now) === 'held') &&
        live.some((now) => now.id !== call.id && statusOf(now) === 'established')
      );
    });
    await carol.audio.untilTone(VOICE_HZ);
    await untilKept(bed, recordingId, 5_500);
    await bed.middle();
    const { calls } = await bed.browser.snapshot();

    await bed.conference({ type: 'merge', callIds: calls.filter(isLive).map(({ id }) => id) });
    await bob.audio.untilTones([VOICE_HZ, 600]);
    const { calls: merged } = await bed.browser.untilSnapshot('both to be recorded', (now) =>
      now.calls.filter(isLive).every(({ recording }) => recording?.state === 'on'),
    );

    expect(new Set(merged.filter(isLive).map(idOf))).toEqual(new Set([recordingId]));
    await untilKept(bed, recordingId, 9_500);
    const recording = await hangUpAndPlay(bed, recordingId);
    const entry = await entryOf(bed, recordingId);
    const alone = secondOf(recording, [VOICE_HZ, TONE_HZ]);
    const held = secondOf(recording, []);
    const together = secondOf(recording, [VOICE_HZ, TONE_HZ, 600]);

    expect([alone, held, together]).not.toContain(null);
    expect(entry?.parties).toHaveLength(2);
  },
);

callStory('the other side hears a beep where Alice wants them to know', open, async (bed) => {
  await bed.useSettings({ recordingBeeps: true });
  const { bob } = await recordedCall(bed);

  await bob.audio.untilTones([VOICE_HZ, 1400], { windowMs: 120 });
  await bed.middle();
  await bed.useSettings({});
});

callStory('the toolbar says that a call is recorded', open, async (bed) => {
  const { call } = await recordedCall(bed);

  await bed.middle();
  await bed.browser.untilBadge('the recording', ({ text, title }) => {
    return text === 'REC' && title.startsWith('Recording');
  });
  await bed.command(call, { type: 'record', on: false });
  await bed.browser.untilBadge('the call alone', ({ text }) => text === '●');
});

it('finds a recording in the settings, plays, names and deletes it', async () => {
  const bed = open();
  const { call, recordingId } = await recordedCall(bed);

  await untilKept(bed, recordingId, 3_500);
  await bed.command(call, { type: 'hang-up' });
  await bed.untilEnded();

  const page = await bed.browser.openOwnPage('options.html');
  const row = '.recording-row:first-child';

  await page.locator(`${row} > button`).click();
  await page.waitForFunction(
    () => {
      const player = document.querySelector('audio');

      return player !== null && player.currentTime > 0.5 && Number.isFinite(player.duration);
    },
    { polling: 50 },
  );
  await page.type(`${row} input`, 'The offer');
  await page.keyboard.press('Enter');
  await until('the name to be kept', async () =>
    (await entryOf(bed, recordingId))?.name === 'The offer' ? true : null,
  );
  await page.locator(`${row} .compact-buttons button:last-child`).click();
  await page.locator(`${row} .hang-up`).click();
  await until('the recording to be gone', async () =>
    (await entryOf(bed, recordingId)) === undefined ? true : null,
  );
  await page.close();
});

it('keeps what was recorded when the phone’s document goes without a word', async () => {
  const bed = open();
  const { recordingId } = await recordedCall(bed);

  await untilKept(bed, recordingId, 3_500);
  const { instanceId } = await bed.browser.snapshot();
  const worker = await bed.browser.worker();

  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await bed.browser.control.ask('worker', 'ensurePhone');
  await bed.browser.untilSnapshot('a new phone', (now) => now.instanceId !== instanceId);
  // The call comes back as another one to the phone system, and is recorded in another file.
  await bed.pbx.nextCall();
  const recording = await play(bed.browser.control.page, recordingId);

  expect(secondOf(recording, [VOICE_HZ, TONE_HZ])).not.toBeNull();
});

it('stops, and says so, when the recording is deleted while it is made', async () => {
  const bed = open();
  const { recordingId } = await recordedCall(bed);

  await untilKept(bed, recordingId, 1_500);
  const page = await bed.browser.openOwnPage('options.html');

  await page.locator('.recording-row:first-child .compact-buttons button:last-child').click();
  await page.locator('.recording-row:first-child .hang-up').click();
  const failed = await bed.untilCall('the end of the recording', ({ recording }) => {
    return recording?.state === 'failed';
  });

  expect(failed.recording?.problem).toBe('not-stored');
  expect(await entryOf(bed, recordingId)).toBeUndefined();
  await page.close();
});
