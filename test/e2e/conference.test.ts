import type { Call } from '../../src/call/call';
import { isLive } from '../../src/call/call';
import type { CallFromExtension } from '../pbx/call-from-extension';
import { BOB, callStory, TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';

const open = useCallBed();

/** What Carol says. */
const CAROL_HZ = 600;
/** What Dave says. */
const DAVE_HZ = 1600;

interface Three {
  readonly bob: CallFromExtension;
  readonly carol: CallFromExtension;
  readonly bobsCall: Call;
  readonly carolsCall: Call;
}

/** Alice talks with Carol, with Bob on hold. */
async function callBoth(bed: CallBed): Promise<Three> {
  await bed.dial('tone');
  const bob = await bed.pbx.nextCall();
  const bobsCall = await bed.untilCall('Bob to answer', ({ state }) => state === 'established');

  await bob.audio.untilTone(VOICE_HZ);
  await bed.dial('tone-600');
  const carol = await bed.pbx.nextCall();
  const { calls } = await bed.browser.untilSnapshot(
    'Carol to answer and Bob to be on hold',
    (now) => {
      const live = now.calls.filter(isLive);

      return (
        live.length === 2 &&
        live.every(({ state }) => state === 'established') &&
        live.some(({ id, hold }) => id === bobsCall.id && hold.local)
      );
    },
  );
  const carolsCall = calls.filter(isLive).find(({ id }) => id !== bobsCall.id) ?? bobsCall;

  await carol.audio.untilTone(VOICE_HZ);

  return { bob, carol, bobsCall, carolsCall };
}

/** Each hears both others and nobody himself. */
async function untilAllHearAll(bed: CallBed, { bob, carol }: Three): Promise<void> {
  await bob.audio.untilTones([VOICE_HZ, CAROL_HZ]);
  await carol.audio.untilTones([VOICE_HZ, TONE_HZ]);
  await bed.browser.untilHeardTones([TONE_HZ, CAROL_HZ]);
}

async function merge(bed: CallBed, { bobsCall, carolsCall }: Three): Promise<void> {
  await bed.conference({ type: 'merge', callIds: [carolsCall.id, bobsCall.id] });
}

callStory(
  'Alice merges Bob and Carol: each hears both others, nobody hears himself',
  open,
  async (bed) => {
    const three = await callBoth(bed);

    await merge(bed, three);
    await bed.middle();
    await untilAllHearAll(bed, three);
  },
);

callStory(
  'Alice talks with Bob alone while Carol waits, and merges them again',
  open,
  async (bed) => {
    const three = await callBoth(bed);

    await merge(bed, three);
    await untilAllHearAll(bed, three);
    await bed.conference({ type: 'talk-alone', callId: three.bobsCall.id });
    await bed.middle();
    await three.carol.audio.untilSilent();
    await three.bob.audio.untilTones([VOICE_HZ]);
    await bed.browser.untilHeardTones([TONE_HZ]);
    await bed.browser.untilSnapshot('Carol to be on hold', ({ calls }) =>
      calls.some(({ id, hold }) => id === three.carolsCall.id && hold.local),
    );
    await merge(bed, three);
    await untilAllHearAll(bed, three);
  },
);

callStory('Alice drops Carol and goes on with Bob', open, async (bed) => {
  const three = await callBoth(bed);

  await merge(bed, three);
  await untilAllHearAll(bed, three);
  await bed.command(three.carolsCall, { type: 'hang-up' });
  await bed.middle();
  await three.carol.until('ended');
  await three.bob.audio.untilTones([VOICE_HZ]);
  await bed.browser.untilHeardTones([TONE_HZ]);
  const { conference } = await bed.browser.snapshot();

  expect(conference).toEqual([]);
});

callStory(
  'Carol hangs up and Bob stays: the conference is an ordinary call again',
  open,
  async (bed) => {
    const three = await callBoth(bed);

    await merge(bed, three);
    await untilAllHearAll(bed, three);
    await bed.middle();
    await three.carol.hangUp();
    await three.bob.audio.untilTones([VOICE_HZ]);
    await bed.browser.untilHeardTones([TONE_HZ]);
  },
);

callStory('Alice mutes Bob for all, then herself', open, async (bed) => {
  const three = await callBoth(bed);

  await merge(bed, three);
  await untilAllHearAll(bed, three);
  await bed.conference({ type: 'mute-member', callId: three.bobsCall.id, on: true });
  await bed.middle();
  await three.carol.audio.untilTones([VOICE_HZ]);
  await three.bob.audio.untilTones([VOICE_HZ, CAROL_HZ]);
  await bed.browser.untilHeardTones([CAROL_HZ]);
  await bed.command(three.carolsCall, { type: 'mute', on: true });
  await three.bob.audio.untilTones([CAROL_HZ]);
  await three.carol.audio.untilSilent();
});

callStory('Alice holds the conference and takes it up again', open, async (bed) => {
  const three = await callBoth(bed);

  await merge(bed, three);
  await untilAllHearAll(bed, three);
  await bed.command(three.bobsCall, { type: 'hold', on: true });
  await bed.browser.untilSnapshot('both to be on hold', ({ calls }) =>
    calls.filter(isLive).every(({ hold }) => hold.local),
  );
  await three.bob.audio.untilSilent();
  await three.carol.audio.untilSilent();
  await bed.middle();
  await bed.command(three.carolsCall, { type: 'hold', on: false });
  await untilAllHearAll(bed, three);
});

callStory(
  'Dave calls while the conference goes on: it waits, and then takes him in',
  open,
  async (bed) => {
    const three = await callBoth(bed);

    await merge(bed, three);
    await untilAllHearAll(bed, three);
    const dave = await bed.pbx.ring('alice', {
      from: { ...BOB, displayName: 'Dave' },
      media: 'tone',
      freqHz: DAVE_HZ,
    });
    const davesCall = await bed.untilRings();

    await bed.command(davesCall, { type: 'answer' });
    await dave.until('established');
    await dave.audio.untilTones([VOICE_HZ]);
    await three.bob.audio.untilSilent();
    await three.carol.audio.untilSilent();
    await bed.middle();
    await bed.browser.untilSnapshot('the conference to be on hold', ({ calls, conference }) =>
      conference.every(({ callId }) =>
        calls.some(({ id, hold }) => id === callId && hold.local && hold.requested === null),
      ),
    );
    await bed.conference({ type: 'merge', callIds: [davesCall.id] });
    await three.bob.audio.untilTones([VOICE_HZ, CAROL_HZ, DAVE_HZ]);
    await three.carol.audio.untilTones([VOICE_HZ, TONE_HZ, DAVE_HZ]);
    await dave.audio.untilTones([VOICE_HZ, TONE_HZ, CAROL_HZ]);
    await bed.browser.untilHeardTones([TONE_HZ, CAROL_HZ, DAVE_HZ]);
  },
);

it('Alice merges, mutes Bob and hangs up for all in the popup', async () => {
  const bed = open();
  const three = await callBoth(bed);
  const popup = await bed.browser.openPopup();

  await popup.locator('[aria-label^="Merge: "]').click();
  await untilAllHearAll(bed, three);
  await popup.locator('.conferee:last-child [aria-label^="Mute for everybody: "]').click();
  await three.carol.audio.untilTones([VOICE_HZ]);
  await popup.locator('::-p-text(Hang up for all)').click();
  await three.bob.until('ended');
  await three.carol.until('ended');

  expect([three.bob.endedBy, three.carol.endedBy]).toEqual(['extension', 'extension']);
});
