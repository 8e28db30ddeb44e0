import type { CDPSession } from 'puppeteer';
import { isLive, type Call } from '../../src/call/call';
import type { ExtensionBrowser } from '../e2e/support/extension-browser';
import type { Pbx } from '../pbx/pbx';
import { median } from './statistics';
import { rest } from './waiting';

/** What a call costs and what a conference of three does: shares of one core of the processor. */
export interface MixingRound {
  readonly one: number;
  readonly three: number;
}

/** The cost of mixing, and whether it is low enough. */
export interface Mixing {
  readonly rounds: readonly MixingRound[];
  /** The median of what three merged calls cost more than one, as a share of one core. */
  readonly more: number;
  readonly isMet: boolean;
}

/** What the bench lends to it. */
export interface MixingBed {
  readonly browser: ExtensionBrowser;
  readonly pbx: Pbx;
}

/** The most that three merged calls may cost more than one. */
const MOST_MORE = 0.15;

/** Whoever has just answered costs more for a moment than one who talks. */
const SETTLED_AFTER_MS = 2_000;
const WINDOW_MS = 8_000;
/** Three voices that differ, so that nothing cancels out. */
const VOICES = ['tone', 'tone-600', 'tone-800'];

/**
 * Measures one call and then three merged ones, over and over: whatever else the machine does meets
 * both. What the browser's processes used is asked of the browser itself, all of them together.
 */
export async function measureMixing(
  bed: MixingBed,
  rounds: number,
  tell: (line: string) => void,
): Promise<Mixing> {
  const session = await bed.browser.browser.target().createCDPSession();
  const measured: MixingRound[] = [];

  for (let round = 0; round < rounds; round++) {
    tell(`Mixing: round ${round + 1} of ${rounds}`);
    await call(bed, 1);
    const one = await shareOfCore(session);

    await call(bed, 2);
    await call(bed, 3);
    await merge(bed);
    const three = await shareOfCore(session);

    await hangUp(bed);
    measured.push({ one, three });
  }
  await session.detach();

  return judgeMixing(measured);
}

/** Holds the rounds against the target. */
function judgeMixing(rounds: readonly MixingRound[]): Mixing {
  const more = median(rounds.map(({ one, three }) => three - one));

  return { rounds, more, isMet: more < MOST_MORE };
}

/** The figures in words and numbers. */
export function mixingText({ rounds, more, isMet }: Mixing): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const differences = rounds.map(({ one, three }) => three - one);

  return [
    'A conference of three calls against one call, all processes of the browser, of one core:',
    `  one call                 ${percent(median(rounds.map(({ one }) => one)))}`,
    `  three calls, merged      ${percent(median(rounds.map(({ three }) => three)))}`,
    `  more (median of ${rounds.length})         ${percent(more)}, from ${percent(Math.min(...differences))} ` +
      `to ${percent(Math.max(...differences))}; wanted under ${percent(MOST_MORE)}: ${isMet ? 'met' : 'MISSED'}`,
  ].join('\n');
}

/** Calls one more, and waits until that many calls are up and the one before is held. */
async function call({ browser, pbx }: MixingBed, count: number): Promise<void> {
  const target = `sip:${VOICES[count - 1] ?? 'tone'}@${pbx.domain}`;
  const reply = await browser.control.ask('phone', 'dial', { target });

  if (!reply.ok) {
    throw new Error(`The phone refused to dial: ${reply.error.code}`);
  }
  await browser.untilSnapshot(`${count} calls to be up`, ({ calls }) => {
    const live = calls.filter(isLive);

    return (
      live.filter(({ state }) => state === 'established').length === count &&
      live.filter(({ hold }) => hold.local).length === count - 1
    );
  });
}

async function merge({ browser }: MixingBed): Promise<void> {
  const callIds = (await liveCalls(browser)).map(({ id }) => id);
  const reply = await browser.control.ask('phone', 'conference', {
    command: { type: 'merge', callIds },
  });

  if (!reply.ok) {
    throw new Error(`The phone refused to merge: ${reply.error.code}`);
  }
  await browser.untilSnapshot('everybody to be taken up', ({ calls, conference }) => {
    const live = calls.filter(isLive);

    return conference.length === callIds.length && live.every(({ hold }) => !hold.local);
  });
}

async function hangUp({ browser }: MixingBed): Promise<void> {
  for (const { id } of await liveCalls(browser)) {
    await browser.control.ask('phone', 'command', { callId: id, command: { type: 'hang-up' } });
  }
  await browser.untilSnapshot('all calls to be over', ({ calls }) => !calls.some(isLive));
}

async function liveCalls(browser: ExtensionBrowser): Promise<readonly Call[]> {
  return (await browser.snapshot()).calls.filter(isLive);
}

/** What the browser uses of one core while nobody touches anything. */
async function shareOfCore(session: CDPSession): Promise<number> {
  await rest(SETTLED_AFTER_MS);
  const before = await processorTimes(session);
  const beganMs = performance.now();

  await rest(WINDOW_MS);
  const after = await processorTimes(session);
  const tookS = (performance.now() - beganMs) / 1000;
  // A process that began or ended meanwhile has no place in the difference.
  const usedS = [...after].reduce((sum, [id, timeS]) => sum + timeS - (before.get(id) ?? timeS), 0);

  return usedS / tookS;
}

async function processorTimes(session: CDPSession): Promise<ReadonlyMap<number, number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');

  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
}
