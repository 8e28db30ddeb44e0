import { PRESETS } from '../../src/account/profile';
import { isLive, type Call } from '../../src/call/call';
import type { CallFromExtension } from '../pbx/call-from-extension';
import { callStory, only, TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';
import { recordingsIn, untilRecorded } from './support/recorded';
import { until } from './support/waiting';

const CAROL_HZ = 600;
const open = useCallBed();

afterEach(() => {
  open().pbx.refuseReplacesWith(null);
});

/** Alice talks with a tone, and the next phone would know of it. */
async function talk(bed: CallBed): Promise<{ bob: CallFromExtension; call: Call }> {
  const { bob, call } = await bed.talk();

  await bed.untilSaved(call.id, ({ stage, dialog }) => stage === 'up' && dialog !== null);

  return { bob, call };
}

/** The call that has taken the place of another one. */
async function goesOn(bed: CallBed, before: { until(state: 'ended'): Promise<unknown> }) {
  const after = await bed.pbx.nextCall();

  await after.until('established');
  await before.until('ended');

  return after;
}

/** The watchdog's alarm, without the wait for it. */
async function alarm(bed: CallBed): Promise<void> {
  await bed.browser.fire('alarms.onAlarm', { name: 'watchdog' });
}

callStory('a call goes on when the document was closed and the popup opens', open, async (bed) => {
  const { bob, call } = await talk(bed);

  await bed.closeDocument();

  const closedAtMs = Date.now();
  const popup = await bed.browser.openPopup();

  await popup.waitForSelector('aria/Hang up');

  const again = await goesOn(bed, bob);
  const backAfterMs = Date.now() - closedAtMs;

  await bed.untilBothHear(again);

  const now = await bed.untilTakenUp(call.id);

  expect(now).toMatchObject({
    id: call.id,
    state: 'established',
    startedAtMs: call.startedAtMs,
    establishedAtMs: call.establishedAtMs,
    direction: 'outgoing',
    remote: call.remote,
  });
  expect(backAfterMs).toBeLessThan(5_000);
  await popup.locator('aria/Hang up').click();
  await again.until('ended');
  expect(await bed.untilLogged(call.id)).toMatchObject({ outcome: 'talked' });
  expect((await bed.browser.control.stored()).history).toHaveLength(1);
});

callStory('a caller on hold comes back on hold, muted as before', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await bed.command(call, { type: 'answer' });
  await bob.until('established');
  await bed.command(call, { type: 'mute', on: true });
  await bed.command(call, { type: 'hold', on: true });
  await bob.untilHeldByExtension(true);
  await bed.untilCall('the hold', ({ hold }) => hold.local);
  await bed.untilSaved(call.id, ({ isHeld, isMuted }) => isHeld && isMuted);
  await bed.closeDocument();
  await alarm(bed);

  const again = await goesOn(bed, bob);

  await again.untilHeldByExtension(true);

  const held = await bed.untilTakenUp(call.id);

  expect(held).toMatchObject({ id: call.id, direction: 'incoming', muted: true });
  expect(held.hold.local).toBe(true);
  await bed.command(call, { type: 'hold', on: false });
  await bed.browser.untilHeard(TONE_HZ);
  await again.audio.untilSilent();
  await bed.command(call, { type: 'mute', on: false });
  await again.audio.untilTone(VOICE_HZ);
});

callStory('a conference of three goes on as one', open, async (bed) => {
  const { bob, call } = await talk(bed);

  await bed.dial('tone-600');

  const carol = await bed.pbx.nextCall();
  const { calls } = await bed.browser.untilSnapshot('Carol to answer', (now) =>
    now.calls
      .filter(isLive)
      .every(({ id, state, hold }) => state === 'established' && hold.local === (id === call.id)),
  );

  await bed.conference({ type: 'merge', callIds: calls.filter(isLive).map(({ id }) => id) });
  await bob.audio.untilTones([VOICE_HZ, CAROL_HZ]);
  await bed.untilSaved(call.id, ({ isHeld }) => !isHeld);
  await bed.closeDocument();
  await alarm(bed);

  const again = [await bed.pbx.nextCall(), await bed.pbx.nextCall()];
  const [bobAgain, carolAgain] = [bob, carol].map(({ peer }) =>
    only(again.filter((one) => one.peer.user === peer.user)),
  );

  await bobAgain?.until('established');
  await carolAgain?.until('established');
  await bobAgain?.audio.untilTones([VOICE_HZ, CAROL_HZ]);
  await carolAgain?.audio.untilTones([VOICE_HZ, TONE_HZ]);
  await bed.browser.untilHeardTones([TONE_HZ, CAROL_HZ]);
  expect((await bed.browser.snapshot()).conference).toHaveLength(2);
});

callStory('what was recorded is whole, and the recording goes on', open, async (bed) => {
  const { bob, call } = await talk(bed);
  const { page } = bed.browser.control;

  await bed.command(call, { type: 'record', on: true });

  const { recording } = await bed.untilCall('it', (now) => now.recording?.state === 'on');

  await untilRecorded(page, recording?.id ?? '', 2_000);
  await bed.untilSaved(call.id, (kept) => kept.recording !== null);
  await bed.closeDocument();
  await alarm(bed);
  await goesOn(bed, bob);

  const next = await bed.untilCall('it to go on', (now) => now.recording?.state === 'on');

  expect(next.recording?.id).not.toBe(recording?.id);
  await untilRecorded(page, next.recording?.id ?? '', 2_000);
  expect((await recordingsIn(page)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([recording?.id, next.recording?.id]),
  );
});

callStory('the screen goes from call to call without a moment in between', open, async (bed) => {
  const { bob, call } = await talk(bed);
  const { instanceId } = await bed.browser.snapshot();

  await bed.closeDocument();
  await alarm(bed);
  await goesOn(bed, bob);
  await bed.untilTakenUp(call.id);

  const said = await bed.browser.control.snapshots();
  const byTheNext = said.slice(said.findLastIndex((one) => one.instanceId === instanceId) + 1);

  expect(byTheNext.length).toBeGreaterThan(0);
  for (const { calls } of byTheNext) {
    expect(calls.map(({ id, state }) => [id, state])).toEqual([[call.id, 'established']]);
  }
});

callStory('a call that the other side ended meanwhile is told as lost', open, async (bed) => {
  const { bob, call } = await talk(bed);

  bed.pbx.refuseReplacesWith(481);
  await bed.closeDocument();
  await alarm(bed);
  await bed.browser.untilNotifications('the loss', (ids) => ids.includes(`lost-call:${call.id}`));

  const popup = await bed.browser.openPopup();

  await popup.waitForSelector('::-p-text(The call was lost)');
  expect(await bed.untilLogged(call.id)).toMatchObject({ outcome: 'lost' });
  expect(bob.state).toBe('established');
  bed.pbx.refuseReplacesWith(null);
  await bed.pbx.nextCall(); // The one that was refused.
  await popup.locator('aria/Call back').click();

  const back = await bed.pbx.nextCall();

  expect(back.peer.user).toBe(bob.peer.user);
  expect(back.invite.getHeader('replaces')).toBeUndefined();
  await back.until('established');
  await bob.hangUp();
  await bed.untilThis((await bed.browser.snapshot()).calls.at(-1)?.id ?? '', 'it', isLive);
});

callStory('where the server won’t have it, the other side is not left in it', open, async (bed) => {
  const { bob, call } = await talk(bed);

  bed.pbx.refuseReplacesWith(420);
  await bed.closeDocument();
  await alarm(bed);
  await bed.pbx.untilMessage(
    ({ direction, text }) =>
      direction === 'in' && text.startsWith('BYE ') && text.includes(bob.callId),
  );
  await bed.pbx.nextCall(); // The one that was refused.
  expect(await bed.untilLogged(call.id)).toMatchObject({ outcome: 'lost' });
});

callStory('a call that is parked can still be retrieved', open, async (bed) => {
  await bed.useAccount({ profile: PRESETS.asterisk });

  const { bob, call } = await talk(bed);
  const { instanceId } = await bed.browser.snapshot();

  await bed.command(call, { type: 'park' });
  await bob.until('ended');
  await bed.browser.untilSnapshot('it to be parked', ({ parked }) => parked.length === 1);
  await until('the parked call to be kept', async () => {
    const reply = await bed.browser.control.ask('worker', 'savedCalls');

    return (reply.ok && JSON.stringify(reply.value).includes('"parked":[{')) || null;
  });
  await bed.closeDocument();
  await alarm(bed);

  const { parked } = await bed.browser.untilSnapshot(
    'the next phone',
    (now) => now.instanceId !== instanceId && now.registration.state === 'registered',
  );
  const waiting = only(parked);

  expect(waiting).toMatchObject({ id: call.id, remote: call.remote });
  await bed.browser.control.ask('phone', 'retrieve', { parkedId: waiting.id, place: '701' });
  await (await bed.pbx.nextCall()).until('established');
  await bed.browser.untilHeard(TONE_HZ);
  expect((await bed.browser.snapshot()).parked).toEqual([]);
});

callStory('a call that rang is missed, and rings nowhere any more', open, async (bed) => {
  const { call } = await bed.ringAlice();

  await bed.untilSaved(call.id);
  await bed.browser.untilNotifications('it to ring', (ids) =>
    ids.includes(`incoming-call:${call.id}`),
  );
  await bed.closeDocument();
  await alarm(bed);
  await bed.browser.untilNotifications('it to be missed', (ids) =>
    ids.every((id) => id === `missed-call:${call.id}`),
  );
  expect(await bed.untilLogged(call.id)).toMatchObject({ outcome: 'missed' });
});
