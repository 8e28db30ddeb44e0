import { newCall, type Call, type CallEnd, type SipResponse } from '../../call/call';
import type { PhoneSnapshot } from '../../protocol/snapshot';
import type { SavedDialog } from '../../sip/dialog';
import type { SavedCall, SavedPhone, SavedRecording } from './saved-calls';

/**
 * Who hears nothing for longer has hung up, or thinks that we have. It is as long as the watchdog
 * takes at most, and the moment in which a document begins.
 */
const LONGEST_GAP_MS = 32_000;

/** A call to be taken up again, from a phone that is gone. */
export interface AwaitedCall {
  readonly callId: string;
  readonly dialog: SavedDialog;
  readonly isHeld: boolean;
  /** Goes on into a recording of its own: what is kept of the one before is whole. */
  readonly recording: SavedRecording | null;
}

/** What a new phone makes of what is kept of the one before. */
export interface Recovery {
  /** What it shows at once. */
  readonly shown: Pick<PhoneSnapshot, 'calls' | 'conference' | 'consults' | 'parked' | 'answers'>;
  readonly awaited: readonly AwaitedCall[];
  /** Dialogs that nobody here goes on with: the other side is told so. */
  readonly left: readonly SavedDialog[];
}

/** How things are now. */
export interface Circumstances {
  /** When the phone before was last known to live; null where nobody knows. */
  readonly aliveAtMs: number | null;
  readonly nowMs: number;
  /** Of the account now; null where there is none. */
  readonly address: string | null;
}

/**
 * Calls that were up a moment ago are taken up again. All others are over, and it is said how:
 * nobody knows what became of those that rang, and a phone that calls people by itself after it
 * has crashed is worse than one that asks.
 */
export function recoveryOf(saved: SavedPhone, now: Circumstances): Recovery {
  const isOurs = saved.address === now.address;
  const up = saved.calls.filter((call) => isOurs && isRecoverable(call, now));
  const dialogOf = ({ dialog }: SavedCall) => (isOurs && dialog !== null ? [dialog] : []);

  return {
    shown: {
      calls: saved.calls.map((call) => (up.includes(call) ? upCall(call) : endedCall(call, now))),
      conference: saved.conference,
      consults: saved.consults,
      // Taken up by a call that is gone: whoever waits there may be taken up again.
      parked: saved.parked.map((one) => ({
        ...one,
        retrievedBy: up.some(({ id }) => id === one.retrievedBy) ? one.retrievedBy : null,
      })),
      answers: saved.answers,
    },
    awaited: up.flatMap((call) =>
      dialogOf(call).map((dialog) => ({
        callId: call.id,
        dialog,
        isHeld: call.isHeld,
        recording: call.recording,
      })),
    ),
    left: saved.calls
      .filter((call) => !up.includes(call) && call.stage !== 'unanswered')
      .flatMap(dialogOf),
  };
}

/** How a call ends that could not be taken up again. */
export function lostEnd(response: SipResponse | null): CallEnd {
  return { cause: 'error', response, reason: null, problem: 'lost' };
}

function isRecoverable({ stage, dialog }: SavedCall, { aliveAtMs, nowMs }: Circumstances): boolean {
  return (
    stage === 'up' &&
    dialog !== null &&
    aliveAtMs !== null &&
    // The machine's clock may have been set back meanwhile.
    Math.abs(nowMs - aliveAtMs) < LONGEST_GAP_MS
  );
}

function upCall(saved: SavedCall): Call {
  const { establishedAtMs, isHeld, isMuted, answersAtMs } = saved;

  return {
    ...bareCall(saved),
    // Answered, but the other side had not said yet that it knows.
    state: establishedAtMs === null ? 'connecting' : 'established',
    isComingBack: true,
    hold: { local: isHeld, remote: false, requested: null },
    muted: isMuted,
    answersAtMs,
    establishedAtMs,
  };
}

function endedCall(saved: SavedCall, { aliveAtMs, nowMs }: Circumstances): Call {
  const { startedAtMs, establishedAtMs } = saved;

  return {
    ...bareCall(saved),
    state: 'terminated',
    establishedAtMs,
    // The log says how long the two could hear each other.
    endedAtMs: Math.max(Math.min(aliveAtMs ?? nowMs, nowMs), establishedAtMs ?? startedAtMs),
    end: endOf(saved),
  };
}

function endOf({ stage, direction }: SavedCall): CallEnd {
  if (stage === 'ending') {
    return { cause: 'local-bye', response: null, reason: null, problem: null };
  }

  return stage === 'unanswered' && direction === 'incoming'
    ? { cause: 'timeout', response: null, reason: null, problem: null }
    : lostEnd(null);
}

function bareCall({ id, direction, remote, firstRemote, startedAtMs }: SavedCall): Call {
  return { ...newCall(id, direction, remote, startedAtMs), firstRemote };
}
