import {
  arrivalAfter,
  doubted,
  hasArrived,
  isLostThere,
  NOTHING_TOLD,
  type Arrival,
} from './arrival';
import type { Call } from './call';
import type { CallFigures } from './figures';
import type { LostSound } from './lost-sound';

/** What the reports so far say of a call's sound. */
export interface SoundWatch {
  /** There was a way for the sound at some time. */
  readonly wasConnected: boolean;
  /** They were heard at some time. */
  readonly wasHeard: boolean;
  /** Reports in a row by which nothing came, and by which nothing could go out. */
  readonly quietIn: number;
  readonly quietOut: number;
  /** What they say of how ours arrives, and reports in a row by which all of it is lost. */
  readonly arrival: Arrival;
  readonly lostThere: number;
  /** How long nothing has come. */
  readonly quietForMs: number;
  /** Reports since they last told how our sound arrives, while nothing else came; null for never. */
  readonly toldAgo: number | null;
  /** They are known to send nothing while they have nothing to say. */
  readonly pauses: boolean;
  /** It has been tried to mend the silence. */
  readonly isMended: boolean;
  /** The same for what leaves here and does not arrive there. */
  readonly isLossMended: boolean;
  /** The user has been asked whether to hang up. */
  readonly hasAsked: boolean;
}

/** What one more report means for the call. */
export interface Watched {
  readonly watch: SoundWatch;
  readonly lostSound: LostSound | null;
  /** Look for the way of the sound anew. */
  readonly mends: boolean;
  /** Ask the user whether to hang up. */
  readonly asks: boolean;
}

/** Reports of two seconds in a row: a network that stumbles is back within less. */
const MOST_QUIET = 3;
/** Who pauses may do so from one report of his own to the next (RFC 3550 §6.2: some 5 s). */
const MOST_QUIET_OF_WHO_PAUSES = 5;
/** Who tells how our sound arrives is there, and may have nothing to say (RFC 3550 §6.4). */
const MOST_QUIET_OF_WHO_TELLS = 15;
/** Longer than two reports of theirs can be apart. */
const TOLD_LATELY = 4;
/** As long as somebody waits before they say: are you still there? */
const ASKS_AFTER_MS = 30_000;
const ASKS_OF_WHO_TELLS_AFTER_MS = 120_000;
/** A laptop that slept has heard nothing in all that time, and it means nothing. */
const LONGEST_REPORT_MS = 4000;
/** The first report of a call is about no time at all. */
const SHORTEST_REPORT_MS = 1000;

/** Of a call whose sound nobody has watched yet. */
export const NEW_WATCH: SoundWatch = {
  wasConnected: false,
  wasHeard: false,
  quietIn: 0,
  quietOut: 0,
  arrival: NOTHING_TOLD,
  lostThere: 0,
  quietForMs: 0,
  toldAgo: null,
  pauses: false,
  isMended: false,
  isLossMended: false,
  hasAsked: false,
};

/** Looks at one more report. */
export function watchSound(
  before: SoundWatch,
  figures: CallFigures,
  call: Pick<Call, 'hold' | 'muted'>,
): Watched {
  const watch = counted(before, figures, call);
  const isIn = watch.quietIn >= patienceWith(watch);
  const isOut = watch.quietOut >= MOST_QUIET;
  // On a way that was looked for anew, their first word of it is a new one.
  const isLost = watch.lostThere >= (watch.isLossMended ? 1 : MOST_QUIET);
  const mendsSilence = (isIn || isOut) && !watch.isMended;
  const mendsLoss = isLost && !watch.isLossMended;
  const mends = mendsSilence || mendsLoss;
  const asksAfterMs = tellsLately(watch) ? ASKS_OF_WHO_TELLS_AFTER_MS : ASKS_AFTER_MS;
  const asks = !watch.hasAsked && watch.quietForMs >= asksAfterMs;

  return {
    watch: {
      ...watch,
      isMended: watch.isMended || mendsSilence,
      isLossMended: watch.isLossMended || mendsLoss,
      hasAsked: watch.hasAsked || asks,
      ...(mends && { arrival: doubted(watch.arrival), lostThere: 0 }),
    },
    // Not before it was tried to mend it, and there was a report's time for that.
    lostSound: mends ? null : lostSound(isIn, isOut || isLost),
    mends,
    asks,
  };
}

function counted(
  before: SoundWatch,
  figures: CallFigures,
  { hold, muted }: Pick<Call, 'hold' | 'muted'>,
): SoundWatch {
  const isHeld = hold.local || hold.remote || hold.requested !== null;
  const wasConnected = before.wasConnected || figures.isConnected;
  const wasHeard = before.wasHeard || figures.received.packets > 0;

  // Whoever waits hears what they are played, or nothing; and before there is a way there is no sound.
  if (isHeld || !wasConnected || figures.overMs < SHORTEST_REPORT_MS) {
    return { ...NEW_WATCH, wasConnected, wasHeard, pauses: before.pauses };
  }
  const { direction, isConnected, hasSource } = figures;
  const sends = hasSource && !muted && (direction === null || direction.includes('send'));
  const receives = direction === null || direction === 'sendrecv' || direction === 'recvonly';
  const isQuietIn = receives && figures.receivedLately.packets === 0;
  const isQuietOut = sends && (!isConnected || figures.sentLately.packets === 0);
  const arrival =
    sends && !isQuietOut ? arrivalAfter(before.arrival, figures) : doubted(before.arrival);
  const isAllWell = !isQuietIn && !isQuietOut;
  const toldAgo = isQuietIn ? toldAgoAfter(before, figures) : null;

  return {
    wasConnected,
    wasHeard,
    quietIn: isQuietIn ? before.quietIn + 1 : 0,
    quietOut: isQuietOut ? before.quietOut + 1 : 0,
    arrival,
    lostThere: isLostThere(arrival) ? before.lostThere + 1 : 0,
    quietForMs: isQuietIn ? before.quietForMs + Math.min(figures.overMs, LONGEST_REPORT_MS) : 0,
    toldAgo,
    pauses: before.pauses || (before.wasHeard && toldAgo === 0),
    isMended: before.isMended && !isAllWell,
    isLossMended: before.isLossMended && !hasArrived(arrival),
    hasAsked: before.hasAsked && isQuietIn,
  };
}

function toldAgoAfter({ toldAgo }: SoundWatch, { isRemoteReporting }: CallFigures): number | null {
  if (isRemoteReporting) {
    return 0;
  }

  return toldAgo === null ? null : toldAgo + 1;
}

/** Who was never heard at all is not pausing, whatever he tells. */
function patienceWith(watch: SoundWatch): number {
  if (!watch.wasHeard) {
    return MOST_QUIET;
  }
  if (tellsLately(watch)) {
    return MOST_QUIET_OF_WHO_TELLS;
  }

  return watch.pauses && watch.toldAgo === null ? MOST_QUIET_OF_WHO_PAUSES : MOST_QUIET;
}

function tellsLately({ toldAgo }: SoundWatch): boolean {
  return toldAgo !== null && toldAgo < TOLD_LATELY;
}

function lostSound(isIn: boolean, isOut: boolean): LostSound | null {
  if (isIn) {
    return isOut ? 'both' : 'theirs';
  }

  return isOut ? 'ours' : null;
}
