import { isLive } from '../../src/call/call';
import type { CallBed } from '../e2e/support/call-story';
import { until } from '../e2e/support/waiting';
import { measureHeld } from './heap';
import { makeCall } from './one-call';
import { planOf, type CallPlan } from './plan';
import { watchRegistration } from './registration-watch';
import type { CallResult, SoakResult } from './report';

const CALL_EACH_MS = 10_000;
const MEASURE_EACH_MS = 5 * 60_000;
/** A registration is refreshed some forty times in half an hour. */
const EXPIRES_S = 60;

/** Makes a call each ten seconds for that long. */
export async function soak(
  bed: CallBed,
  minutes: number,
  tell: (line: string) => void,
): Promise<SoakResult> {
  await bed.useAccount({ expiresS: EXPIRES_S });

  const watch = watchRegistration(bed.pbx);
  const calls: CallResult[] = [];
  const held: SoakResult['held'][number][] = [];
  const beganMs = performance.now();
  const passedMs = (): number => performance.now() - beganMs;
  const measure = async (): Promise<void> => {
    await letGo(bed);
    held.push({
      atMinute: passedMs() / 60_000,
      held: await measureHeld(await bed.browser.offscreen()),
    });
    tell(`held: ${JSON.stringify(held.at(-1))}`);
  };

  await measure();
  for (let index = 0; passedMs() < minutes * 60_000; index += 1) {
    await until('the next call', () => (passedMs() >= index * CALL_EACH_MS ? true : null), {
      timeoutMs: 2 * CALL_EACH_MS,
    });
    const plan = planOf(index);

    if (plan.trouble === 'socket-dropped') {
      watch.expectLoss();
    }
    const wentWrong = await outcomeOf(bed, plan);

    calls.push({ what: nameOf(plan), wentWrong });
    tell(
      `${(passedMs() / 60_000).toFixed(1)} min, call ${index + 1}: ${nameOf(plan)}: ${wentWrong ?? 'fine'}`,
    );
    await bed.browser.control.forgetSnapshots();
    if (passedMs() >= held.length * MEASURE_EACH_MS) {
      await measure();
    }
  }
  await measure();
  watch.stop();

  return {
    minutes,
    calls,
    missedRegistrations: watch.missed(),
    registrations: watch.registrations(),
    backAfterMs: watch.backAfterMs,
    held,
  };
}

/** Null where the call went as planned. What is left of one that did not is taken away. */
async function outcomeOf(bed: CallBed, plan: CallPlan): Promise<string | null> {
  try {
    await makeCall(bed, plan);

    return null;
  } catch (error) {
    await bed.tidyUp().catch(() => undefined);

    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  } finally {
    await bed.browser.closeVisiblePages();
  }
}

/** Waits until nothing is on screen that has to be there: an ended call stays for some seconds. */
async function letGo({ browser }: CallBed): Promise<void> {
  for (const { id, ...call } of (await browser.snapshot()).calls) {
    if (!isLive({ id, ...call })) {
      await browser.control.ask('phone', 'dismiss', { callId: id });
    }
  }
  await browser.untilSnapshot('no call on screen', ({ calls }) => calls.length === 0);
  await browser.control.forgetSnapshots();
}

function nameOf({ way, deed, hungUpBy, trouble }: CallPlan): string {
  const ways = {
    dialled: 'dialled',
    'by-notification': 'answered in the notification',
    'in-popup': 'answered in the popup',
  } as const;
  const parts = [
    ways[way],
    deed === 'nothing' ? null : deed,
    trouble === 'none' ? null : trouble.replace('-', ' '),
    deed === 'transfer'
      ? null
      : `hung up by ${hungUpBy === 'alice' ? 'the user' : 'the other side'}`,
  ];

  return parts.filter((part) => part !== null).join(', ');
}
