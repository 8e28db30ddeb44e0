import type { Call } from '../../src/call/call';
import { statusOf } from '../../src/call/status';
import type { CallFromExtension } from '../pbx/call-from-extension';
import type { CallToExtension } from '../pbx/call-to-extension';
import { NUMBERS, TONE_HZ, VOICE_HZ, type CallBed } from '../e2e/support/call-story';
import { untilSettled } from '../e2e/support/settled';
import { until } from '../e2e/support/waiting';
import type { CallPlan } from './plan';

type Bob = CallFromExtension | CallToExtension;

/** An incoming call that did not reach Alice's screen in this time is a missed one. */
const RINGS_WITHIN_MS = 3_000;

/** Makes one call as it is planned, sound measured at both ends; throws where it goes otherwise. */
export async function makeCall(bed: CallBed, plan: CallPlan): Promise<void> {
  const { bob, call } = await begin(bed, plan);

  await talk(bed, bob);
  if (plan.trouble === 'socket-dropped') {
    await dropSocket(bed);
    await talk(bed, bob);
  }
  if (plan.trouble === 'worker-killed') {
    await bed.browser.killWorker();
    await talk(bed, bob);
  }

  const isOver = await doDeed(bed, bob, call, plan);

  if (!isOver) {
    await (plan.hungUpBy === 'bob' ? bob.hangUp() : bed.command(call, { type: 'hang-up' }));
  }
  await bob.until('ended');
  await bed.untilThis(call.id, 'the end', ({ state }) => state === 'terminated');
}

async function begin(bed: CallBed, { way }: CallPlan): Promise<{ bob: Bob; call: Call }> {
  const { browser, pbx } = bed;
  const established = (): Promise<Call> =>
    bed.untilCall('the answer', ({ state }) => state === 'established');

  if (way === 'dialled') {
    await bed.dial('tone');

    return { bob: await pbx.nextCall(), call: await established() };
  }
  const bob = await pbx.ring('alice', { from: { user: '+493023125199' }, media: 'tone' });
  const { id } = await bed.untilRings();

  if (way === 'by-notification') {
    const noticeId = `incoming-call:${id}`;

    await browser.untilNotifications('the notification', (ids) => ids.includes(noticeId), {
      timeoutMs: RINGS_WITHIN_MS,
    });
    await browser.clickNotificationButton(noticeId, 0);
  } else {
    const popup = await browser.openPopup();

    await popup.waitForSelector('aria/Answer', { timeout: RINGS_WITHIN_MS });
    await untilSettled(popup);
    await popup.click('aria/Answer');
  }

  return { bob, call: await established() };
}

async function talk({ browser }: CallBed, bob: Bob): Promise<void> {
  await Promise.all([browser.untilHeard(TONE_HZ), bob.audio.untilTone(VOICE_HZ)]);
}

async function dropSocket({ browser, pbx }: CallBed): Promise<void> {
  const saidBefore = (await browser.control.snapshots()).length;

  pbx.dropSockets();
  await until('the loss, and the way back', async () => {
    const said = (await browser.control.snapshots()).slice(saidBefore);
    const isLost = said.some(({ registration }) => registration.state === 'failed');

    return isLost && said.at(-1)?.registration.state === 'registered' ? true : null;
  });
}

/** Does what is planned for the middle of the call; true where that ended it. */
async function doDeed(bed: CallBed, bob: Bob, call: Call, { deed }: CallPlan): Promise<boolean> {
  switch (deed) {
    case 'nothing':
      return false;
    case 'hold':
      await bed.command(call, { type: 'hold', on: true });
      await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
      await bob.untilHeldByExtension(true);
      await bed.command(call, { type: 'hold', on: false });
      await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
      await talk(bed, bob);

      return false;
    case 'mute':
      await bed.command(call, { type: 'mute', on: true });
      await bob.audio.untilSilent();
      await bed.command(call, { type: 'mute', on: false });
      await talk(bed, bob);

      return false;
    case 'keys':
      await bed.command(call, { type: 'send-dtmf', tones: '42#' });
      await bob.untilDigits('42#');

      return false;
    case 'transfer':
      await bed.command(call, { type: 'transfer', target: NUMBERS['tone-600'] });
      await bed.untilThis(call.id, 'the transfer', ({ state }) => state === 'terminated');

      return true;
  }
}
