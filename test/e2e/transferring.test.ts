import { isLive, type Call } from '../../src/call/call';
import { statusOf } from '../../src/call/status';
import {
  callStory,
  NUMBERS,
  only,
  TONE_HZ,
  useCallBed,
  VOICE_HZ,
  type CallBed,
} from './support/call-story';

const open = useCallBed();
const CAROL_HZ = 600;

/** Alice has Bob on hold and asks somebody about him. */
async function ask(bed: CallBed, target: keyof typeof NUMBERS) {
  const { bob, call } = await bed.talk();

  await bed.several({ type: 'consult', callId: call.id, target: NUMBERS[target] });
  const carol = await bed.pbx.nextCall();

  return { bob, call, carol };
}

/** The newest call, once it is up. */
async function untilSecond(bed: CallBed, first: Call): Promise<Call> {
  const { calls } = await bed.browser.untilSnapshot('the second call to be up', (snapshot) =>
    snapshot.calls.some(({ id, state }) => id !== first.id && state === 'established'),
  );

  return only(calls.filter(({ id, state }) => id !== first.id && state === 'established'));
}

/** Alice hears nothing but Bob, and he hears her. */
async function backWithBob(bed: CallBed, { bob, call }: Awaited<ReturnType<CallBed['talk']>>) {
  await bed.untilThis(call.id, 'Bob to be back', (now) => statusOf(now) === 'established');
  await bed.untilBothHear(bob);
}

callStory('Alice sends Bob to Carol without a word: Bob hears Carol', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'transfer', target: NUMBERS['tone-600'] });
  await bed.middle();

  const ended = await bed.untilEnded();

  expect(ended.transfer).toMatchObject({ state: 'done', response: { statusCode: 200 } });
  await bob.audio.untilTone(CAROL_HZ);
  await bed.browser.untilSilent();
});

callStory('Alice asks Carol first and connects her with Bob', open, async (bed) => {
  const { bob, call, carol } = await ask(bed, 'tone-600');
  const second = await untilSecond(bed, call);

  await bed.browser.untilHeard(CAROL_HZ);
  await carol.audio.untilTone(VOICE_HZ);
  await bob.audio.untilSilent();
  await bed.middle();
  await bed.several({ type: 'connect', withCallId: second.id });
  await bob.until('ended');
  await carol.until('ended');

  // The two hear each other, and nobody hears Alice any more.
  await carol.audio.untilTones([TONE_HZ]);
  await bob.audio.untilTones([CAROL_HZ]);
  const { calls } = await bed.browser.untilSnapshot('both calls to be over', (snapshot) =>
    snapshot.calls.every((one) => !isLive(one)),
  );

  expect(only(calls.filter(({ id }) => id === call.id)).transfer).toMatchObject({
    callId: second.id,
    state: 'done',
  });
});

callStory('Alice asks Carol, who can’t, and goes back to Bob', open, async (bed) => {
  const { bob, call, carol } = await ask(bed, 'tone-600');
  const second = await untilSecond(bed, call);

  await bed.middle();
  await bed.command(second, { type: 'hang-up' });
  await carol.until('ended');

  await backWithBob(bed, { bob, call });
});

callStory('Alice asks somebody busy and is back with Bob', open, async (bed) => {
  const { bob, call } = await ask(bed, 'busy');

  await bed.middle();
  await backWithBob(bed, { bob, call });
});

callStory(
  'Alice does not wait for the answer: Bob is sent to the ringing phone',
  open,
  async (bed) => {
    const { call, carol } = await ask(bed, 'noanswer');
    const { calls } = await bed.browser.untilSnapshot('Carol’s phone to ring', (snapshot) =>
      snapshot.calls.some(({ id, state }) => id !== call.id && state === 'ringing'),
    );
    const second = only(calls.filter(({ id }) => id !== call.id));

    await bed.middle();
    await bed.several({ type: 'connect', withCallId: second.id });
    await carol.until('ended');
    expect(carol.response).toBe(487);

    const under = await bed.untilThis(
      call.id,
      'Bob’s call to ring',
      ({ transfer }) => transfer?.state === 'under-way' && transfer.response?.statusCode === 180,
    );

    expect(under.transfer).toMatchObject({ callId: null });
  },
);

callStory('Alice swaps between Bob and Carol', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await bed.dial('tone-600');
  const carol = await bed.pbx.nextCall();

  await untilSecond(bed, call);
  await bed.untilThis(call.id, 'Bob to be held', (now) => statusOf(now) === 'held');
  await bed.browser.untilHeard(CAROL_HZ);
  await bed.middle();
  await bed.several({ type: 'swap', callId: call.id });
  await bed.untilBothHear(bob);
  await carol.audio.untilSilent();
  await bed.several({ type: 'hold-all' });
  await bob.audio.untilSilent();
  await bed.several({ type: 'hang-up-all' });
  await bob.until('ended');
  await carol.until('ended');
});

it('is done in the popup with the keyboard alone', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();
  const popup = await bed.browser.openPopup();

  await popup.waitForSelector('aria/Transfer');
  await popup.keyboard.press('t');
  await popup.waitForSelector('input[aria-describedby]');
  // Chrome makes the popup as high as its page, to 600 px; Hang up stays in sight.
  await popup.waitForFunction(() => {
    const hangUp = document.querySelector('.hang-up')?.getBoundingClientRect();

    return hangUp !== undefined && hangUp.bottom <= innerHeight && innerHeight <= 600;
  });
  await popup.keyboard.type(NUMBERS['tone-600']);
  await popup.waitForSelector('aria/Erase the last digit');
  // The key that erases, Transfer now, Ask first.
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter'] as const) {
    await popup.keyboard.press(key);
  }
  const carol = await bed.pbx.nextCall();

  await untilSecond(bed, call);
  await popup.waitForSelector('aria/Connect them');
  await popup.keyboard.press('c');
  await bob.until('ended');
  await carol.audio.untilTones([TONE_HZ]);
  await popup.waitForSelector('::-p-text(Transferred to)');
});
