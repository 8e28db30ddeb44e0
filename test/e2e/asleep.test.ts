import { isRingingIn } from '../../src/call/call';
import { useCallBed } from './support/call-story';
import { listenForSound } from './support/first-sound';
import { until } from './support/waiting';

/** Longer than any way of sound lasts unused, and most servers' patience with a silent socket. */
const SLEEP_MS = 90_000;
const BACK_WITHIN_MS = 3000;
/** For the sound there is a way to be found, and sound to be listened for. */
const HEARD_WITHIN_MS = 5000;

const CAROL = { user: '+442079460018', displayName: 'Carol' };

const open = useCallBed({}, { keepsCallsForMs: 2 * SLEEP_MS });

it('The computer sleeps for a minute and a half in a call, while another call rings', async () => {
  const bed = open();
  const { browser, pbx } = bed;

  const { bob, call } = await bed.talk();
  const { bob: carol } = await bed.ringAlice({ from: CAROL });

  await browser.sleep(SLEEP_MS, () => {
    // The server gives the silent socket up, so that nobody hears that Carol has given up too.
    pbx.dropSockets();
    void pbx.untilSockets(0).then(() => {
      carol.cancel();
    });
  });

  const wokeAtMs = Date.now();
  const sinceWoken = () => Date.now() - wokeAtMs;
  const registered = pbx
    .untilMessage(
      ({ text }) => text.startsWith('SIP/2.0 200') && /^CSeq: \d+ REGISTER/im.test(text),
      { sinceMs: wokeAtMs },
    )
    .then(sinceWoken);
  const heardThere = until('Bob to hear Alice', () =>
    bob.audio.silentForMs < 100 ? true : null,
  ).then(sinceWoken);
  const heardHere = listenForSound(await browser.offscreen()).then(
    async ({ heardAtMs }) => (await heardAtMs) - wokeAtMs,
  );
  const ghostGone = browser
    .untilSnapshot('no call to ring any more', ({ calls }) => !calls.some(isRingingIn))
    .then(sinceWoken);

  const tookMs = {
    registered: await registered,
    heardThere: await heardThere,
    heardHere: await heardHere,
    ghostGone: await ghostGone,
  };

  // And it is what it was before: the same two, the same call.
  await bed.untilBothHear(bob);
  await bed.untilThis(call.id, 'the call to be up', ({ state }) => state === 'established');
  expect(Math.max(tookMs.registered, tookMs.ghostGone)).toBeLessThan(BACK_WITHIN_MS);
  expect(Math.max(tookMs.heardThere, tookMs.heardHere)).toBeLessThan(HEARD_WITHIN_MS);
}, 240_000);
