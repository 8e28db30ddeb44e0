import { codeTarget } from '../../src/account/profile';
import { isLive } from '../../src/call/call';
import type { CallFigures } from '../../src/call/figures';
import {
  echoHeard,
  echoMissed,
  type EchoCall,
  type StepOutcome,
} from '../../src/diagnostics/self-test';
import type { PhoneClient } from '../../src/protocol/client';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';

/** What an echo call takes from the page around it. */
export interface EchoCallOptions {
  readonly phone: PhoneClient;
  readonly snapshot: () => PhoneSnapshot | null;
  /** Told which call it is, so that it is not taken for somebody else's. */
  readonly onCall: (call: EchoCall) => void;
  readonly onUp: () => void;
}

const LOOKS_EVERY_MS = 500;
/** A machine answers at once: what still rings then is none. */
const LONGEST_CALLING_MS = 20_000;
/** An announcement, and then somebody who thinks of something to say. */
const LONGEST_LISTENING_MS = 25_000;

/** Calls the number that plays back what it hears, and judges by the sound that comes. */
export async function callEcho(
  number: string,
  { phone, snapshot, onCall, onUp }: EchoCallOptions,
  signal: AbortSignal,
): Promise<StepOutcome> {
  let callId: string | null = null;
  const figures: CallFigures[] = [];
  const call = () => snapshot()?.calls.find(({ id }) => id === callId);

  try {
    onCall('dialled');
    ({ callId } = await phone('dial', { target: codeTarget(number) }));
    onCall({ callId });

    let wasSeen = false;
    const isOver = () => {
      const now = call();

      wasSeen ||= now !== undefined; // The reply to `dial` may come before the snapshot.

      return now === undefined ? wasSeen : !isLive(now);
    };

    await until(() => call()?.state === 'established' || isOver(), LONGEST_CALLING_MS, signal);
    if (call()?.state !== 'established') {
      return { ok: false, finding: 'echo-failed' };
    }
    onUp();
    await until(
      async () => {
        const latest = callId === null ? null : await phone('figures', { callId });

        if (latest !== null && latest.takenAtMs !== figures.at(-1)?.takenAtMs) {
          figures.push(latest);
        }

        return echoHeard(figures) !== null || isOver();
      },
      LONGEST_LISTENING_MS,
      signal,
    );
    const finding = echoMissed(figures);

    return { ok: finding === 'echo-back', finding };
  } catch {
    return { ok: false, finding: 'echo-failed' };
  } finally {
    if (callId !== null) {
      // It may be over already: then there is nothing to hang up.
      await phone('command', { callId, command: { type: 'hang-up' } }).catch(() => undefined);
    }
  }
}

/** Looks again and again until something is true, the time is over or the test is stopped. */
async function until(
  isTrue: () => boolean | Promise<boolean>,
  longestMs: number,
  signal: AbortSignal,
): Promise<void> {
  const endMs = performance.now() + longestMs;

  while (!signal.aborted && performance.now() < endMs && !(await isTrue())) {
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
}
