import { isLive } from '../../src/call/call';
import { isReInvite } from '../pbx/message-log';
import { callStory, only, TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';
import { listenForGaps } from './support/heard-without-gap';

const MACHINE = '127.0.0.2';
const NEXT_MACHINE = '127.0.0.3';

const open = useCallBed({}, { mediaAddress: MACHINE });

afterEach(() => {
  open().pbx.moveMediaTo(MACHINE);
});

const reInvites = (bed: CallBed) => bed.pbx.messages.filter(({ text }) => isReInvite(text)).length;

/** The socket that the phone speaks over. */
const socketOf = ({ pbx }: CallBed) =>
  pbx.messages.filter(({ direction }) => direction === 'in').at(-1)?.socket;

callStory(
  'Bob is not heard any more: the call is mended once, says so, and no more when he is heard',
  open,
  async (bed) => {
    const { bob, call } = await bed.talk();
    const before = reInvites(bed);

    bob.play({ kind: 'nothing' });
    await bed.untilThis(call.id, 'the card to say so', ({ lostSound }) => lostSound === 'theirs');
    expect(reInvites(bed) - before).toBe(1);
    await bed.middle();
    await bed.browser.untilNotifications('a notification', (ids) =>
      ids.some((id) => id.startsWith('lost-sound:')),
    );
    bob.play({ kind: 'tone', freqHz: TONE_HZ });
    await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
    await bed.browser.untilNotifications('no notification', (ids) => ids.length === 0);
    await bed.untilBothHear(bob);
    expect(reInvites(bed) - before).toBe(1);
  },
);

it('Alice’s packets leave and none reaches Bob: the call is mended once, and the card says so until he hears her', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();
  const before = reInvites(bed);

  bob.media.tellHowItArrives(1000);
  await bob.media.untilTold(3);
  expect((await bed.untilCall('a call', isLive)).lostSound).toBeNull();
  bob.media.loseWhatComes(true);
  await bed.untilThis(call.id, 'the card to say so', ({ lostSound }) => lostSound === 'ours');
  expect(reInvites(bed) - before).toBe(1);
  await bed.browser.untilHeard(TONE_HZ);
  bob.media.loseWhatComes(false);
  await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
  await bed.untilBothHear(bob);
  expect(reInvites(bed) - before).toBe(1);
});

it('Nothing has come from Bob for half a minute: Alice is asked, and waits', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();

  bob.play({ kind: 'nothing' });

  const popup = await bed.browser.openOwnPage('popup.html');

  await popup.waitForFunction(() => document.body.textContent.includes('You can’t hear them'), {
    timeout: 15_000,
    polling: 100,
  });
  await popup.waitForFunction(() => document.body.textContent.includes('Wait for them'), {
    timeout: 40_000,
    polling: 100,
  });
  await popup.click('.sound-news button');
  await bed.untilThis(call.id, 'the question to be gone', ({ asksToHangUp }) => !asksToHangUp);
  expect(only((await bed.browser.snapshot()).calls.filter(isLive)).lostSound).toBe('theirs');
  bob.play({ kind: 'tone', freqHz: TONE_HZ });
  await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
  await popup.close();
});

it('The machine that has the sound goes down: it goes on with the next, at another address', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();

  bed.pbx.moveMediaTo(NEXT_MACHINE);
  await bob.failSound();
  await bed.browser.untilSilent();
  await bob.audio.untilTone(VOICE_HZ, { timeoutMs: 30_000 });
  await bed.browser.untilHeard(TONE_HZ, { timeoutMs: 30_000 });
  await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
});

callStory(
  'The signalling moves to another socket while the sound stays, then the sound moves while the signalling stays',
  open,
  async (bed) => {
    const { bob, call } = await bed.talk();
    const { callId, media } = bob;
    const saidBefore = media.sentPackets;
    const stop = await listenForGaps(await bed.browser.offscreen());

    bob.audio.takeContinuity();
    bed.pbx.dropSockets();
    await bed.pbx.untilUnregistered('alice');
    await bed.pbx.untilRegistered('alice');
    await bed.untilThis(call.id, 'the call to be reached', ({ isCutOff }) => !isCutOff);
    await bed.untilBothHear(bob);

    const sent = bob.audio.takeContinuity();
    const said = media.sentPackets - saidBefore;
    const heard = await stop();

    console.info(
      `Another socket. Said to her: ${String(said)}, heard: ${JSON.stringify(heard)}. Sent: ${JSON.stringify(sent)}.`,
    );
    expect([heard.lost, sent.missing]).toEqual([0, 0]);
    expect(Math.max(heard.longestPauseMs, sent.longestPauseMs)).toBeLessThan(1000);
    await bed.middle();

    const socket = socketOf(bed);
    const lostAtMs = performance.now();

    bed.pbx.moveMediaTo(NEXT_MACHINE);
    await bob.failSound();
    await bed.browser.untilSilent();
    await bob.audio.untilTone(VOICE_HZ, { timeoutMs: 30_000 });

    const sentAfterMs = performance.now() - lostAtMs;

    await bed.browser.untilHeard(TONE_HZ, { timeoutMs: 30_000 });
    console.info(
      `Another machine: heard again after ${String(Math.round(sentAfterMs))} ms by them, ` +
        `${String(Math.round(performance.now() - lostAtMs))} ms by us.`,
    );
    expect(socketOf(bed)).toBe(socket);
    expect([bob.callId, bob.state]).toEqual([callId, 'established']);
    expect(only((await bed.browser.snapshot()).calls.filter(isLive)).id).toBe(call.id);
  },
);

it('The machine that has the sound of a held call goes down: it is held by the next', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'hold', on: true });
  await bob.untilHeldByExtension(true);

  const before = reInvites(bed);

  bed.pbx.moveMediaTo(NEXT_MACHINE);
  await bob.failSound();
  await bed.pbx.untilMessage(() => reInvites(bed) > before, { timeoutMs: 30_000 });
  await bed.untilThis(call.id, 'a held call', ({ hold }) => hold.local && hold.requested === null);
  expect(bob.isHeldByExtension).toBe(true);
  // Who waits misses nobody.
  expect((await bed.untilCall('a call', isLive)).lostSound).toBeNull();
  await bed.command(call, { type: 'hold', on: false });
  await bed.untilBothHear(bob, { timeoutMs: 30_000 });
});

it('Bob’s phone system looks for a new way itself', async () => {
  const bed = open();
  const { bob } = await bed.talk();

  await bob.renewSound();
  await bed.untilBothHear(bob);
});
