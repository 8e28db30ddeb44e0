/**
 * Whether sound can get through to the other side, as ICE sees it (RFC 8445): `new` until it could
 * for the first time.
 */
export type WayState = 'new' | 'connected' | 'disconnected' | 'failed';

/** The way of a call's sound, and when it was last looked for anew. */
export interface SoundWay {
  readonly state: WayState;
  readonly sinceMs: number;
  readonly renewedAtMs: number | null;
  /** When it might have become another one; null where nobody thought so. */
  readonly suspectedAtMs: number | null;
  /** From when on it is to be looked for anew whatever ICE says of it; null where nobody wants that. */
  readonly wantedAtMs: number | null;
}

/** ICE takes a moment's loss for a disconnection, and mends it by itself. */
const DISCONNECTED_FOR_MS = 2000;
/** What is lost so soon after a suspicion does not come back by itself. */
const SUSPECTED_FOR_MS = 15_000;
/** A change of network is reported several times over, and so is a wake-up. */
const SETTLED_AFTER_MS = 250;
/** Two triggers this close are about the same thing. */
const APART_MS = 2000;
/** A way that was looked for and is still not there: a browser goes on checking for longer. */
const AGAIN_AFTER_MS = 10_000;

/** The way of a call that has just come up. */
export function newWay(nowMs: number): SoundWay {
  return { state: 'new', sinceMs: nowMs, renewedAtMs: null, suspectedAtMs: null, wantedAtMs: null };
}

/** What ICE says of it now. */
export function wayChanged(way: SoundWay, state: WayState, nowMs: number): SoundWay {
  return state === way.state ? way : { ...way, state, sinceMs: nowMs };
}

/** It may lead nowhere, although ICE has not noticed: the network is another one. */
export function wayWanted(way: SoundWay, nowMs: number): SoundWay {
  return { ...way, wantedAtMs: way.wantedAtMs ?? nowMs + SETTLED_AFTER_MS };
}

/** It may lead nowhere soon: nobody says so yet. */
export function waySuspected(way: SoundWay, nowMs: number): SoundWay {
  return { ...way, suspectedAtMs: nowMs };
}

/** It is looked for anew from now on. */
export function wayRenewed(way: SoundWay, nowMs: number): SoundWay {
  return { ...way, renewedAtMs: nowMs, wantedAtMs: null };
}

/** When to look for it anew, which may be past; null while all is well. */
export function renewalDueAtMs(way: SoundWay): number | null {
  const { renewedAtMs, wantedAtMs } = way;
  const lostAtMs = renewalForLossAtMs(way);
  const dueAtMs = Math.min(wantedAtMs ?? Infinity, lostAtMs ?? Infinity);

  return dueAtMs === Infinity
    ? null
    : Math.max(dueAtMs, renewedAtMs === null ? 0 : renewedAtMs + APART_MS);
}

function renewalForLossAtMs(way: SoundWay): number | null {
  const { state, sinceMs, renewedAtMs, suspectedAtMs } = way;

  if (state !== 'disconnected' && state !== 'failed') {
    return null;
  }
  const isSuspected = suspectedAtMs !== null && sinceMs - suspectedAtMs < SUSPECTED_FOR_MS;
  const noticedAtMs = state === 'failed' || isSuspected ? sinceMs : sinceMs + DISCONNECTED_FOR_MS;

  return renewedAtMs === null || renewedAtMs < sinceMs ? noticedAtMs : renewedAtMs + AGAIN_AFTER_MS;
}
