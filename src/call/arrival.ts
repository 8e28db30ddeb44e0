import type { CallFigures } from './figures';

/** What the other side has told so far (RTCP) of how our sound arrives there. */
export interface Arrival {
  /** Whose word it is: whoever takes the call over has told nothing yet. */
  readonly teller: string | null;
  /** How often our sound was in their reports. */
  readonly timesTold: number;
  /** By the last such report (nearly) nothing of it arrived. */
  readonly isDenied: boolean;
  /** How many of their reports have left it out since then. */
  readonly timesLeftOut: number;
  /** Figures since they told anything. */
  readonly toldAgo: number;
}

/** Of what is left nobody understands a word. */
const NEARLY_ALL = 0.9;
/** Told twice, left out twice: what happens once may be chance. */
const REGULARLY = 2;
/** Longer than three of their reports take (RFC 3550 §6.2: some 5 s each). */
const FORGOTTEN_AFTER = 8;

/** Nobody has told anything yet. Many phone systems never do, and that means nothing. */
export const NOTHING_TOLD: Arrival = {
  teller: null,
  timesTold: 0,
  isDenied: false,
  timesLeftOut: 0,
  toldAgo: 0,
};

/** What is known of it with one more report of the browser's. */
export function arrivalAfter(known: Arrival, figures: CallFigures): Arrival {
  const before = known.teller === figures.heardStream ? known : NOTHING_TOLD;
  const now = { ...before, teller: figures.heardStream, toldAgo: 0 };

  if (figures.isOursReported) {
    const isDenied = (figures.remoteLossShare ?? 0) >= NEARLY_ALL;

    return { ...now, timesTold: before.timesTold + 1, isDenied, timesLeftOut: 0 };
  }
  if (figures.isRemoteReporting) {
    return { ...now, timesLeftOut: before.timesLeftOut + 1 };
  }
  const toldAgo = before.toldAgo + 1;

  return toldAgo < FORGOTTEN_AFTER ? { ...now, toldAgo } : doubted({ ...now, toldAgo });
}

/** The same teller, whose word no longer holds: the way has become another one, or he is silent. */
export function doubted(known: Arrival): Arrival {
  return { ...known, isDenied: false, timesLeftOut: 0, toldAgo: Math.max(1, known.toldAgo) };
}

/**
 * Whether our packets are lost on their way, as the other side has it. Of a source of which nothing
 * came since the last report, a report says nothing (RFC 3550 §6.4): so to be left out, where one
 * was told of before, says as much as a loss of all. That no report comes any more says nothing: a
 * machine that tells of nothing may have taken the call over, and hear us well.
 */
export function isLostThere({ timesTold, isDenied, timesLeftOut }: Arrival): boolean {
  return isDenied || (timesTold >= REGULARLY && timesLeftOut >= REGULARLY);
}

/** Whether it arrives, as the other side has just said. */
export function hasArrived({ timesTold, isDenied, toldAgo, timesLeftOut }: Arrival): boolean {
  return timesTold > 0 && !isDenied && toldAgo === 0 && timesLeftOut === 0;
}
