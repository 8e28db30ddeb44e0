/** Who keeps a session alive: the side that sent the request these terms were agreed in, or the other. */
export type Refresher = 'uac' | 'uas';

/** How long a session lives without a sign of life, and who gives it (RFC 4028 §2). */
export interface SessionTerms {
  readonly intervalS: number;
  readonly refresher: Refresher;
}

/** What to answer to a request that may ask for a session timer. */
export type SessionAnswer =
  | { readonly type: 'no-timer' }
  | { readonly type: 'too-short'; readonly headers: readonly string[] }
  | {
      readonly type: 'agreed';
      readonly terms: SessionTerms;
      readonly headers: readonly string[];
    };

/** When a session is to be refreshed, where that is our part, and when it is given up. */
export interface SessionClock {
  readonly refreshAfterMs: number | null;
  readonly giveUpAfterMs: number;
}

/** What RFC 4028 §4 recommends. */
export const WANTED_SESSION_S = 1800;
/** The least anybody may be asked to bear (RFC 4028 §5). */
export const LEAST_SESSION_S = 90;
/** A day; a timer of the browser overflows past 24.8 of them. */
const LONGEST_SESSION_S = 86_400;

/** Reads Session-Expires; null where it is missing or makes no sense. */
export function parseSessionExpires(
  header: string | null | undefined,
): { readonly intervalS: number; readonly refresher: Refresher | null } | null {
  const [, seconds] = /^\s*(\d{1,10})\s*(?:;|$)/.exec(header ?? '') ?? [];

  if (seconds === undefined || Number(seconds) === 0) {
    return null;
  }
  const refresher = /;\s*refresher\s*=\s*(uac|uas)\b/i.exec(header ?? '')?.[1]?.toLowerCase();

  return {
    intervalS: Number(seconds),
    refresher: refresher === 'uac' || refresher === 'uas' ? refresher : null,
  };
}

/** The interval that a 422 asks for; null where it is none to be borne. */
export function raisedSessionS(minSe: string | null | undefined, askedS: number): number | null {
  const wanted = parseSessionExpires(minSe)?.intervalS ?? 0;

  return wanted > askedS && wanted <= LONGEST_SESSION_S ? wanted : null;
}

/** Decides on what a request of the other side asks for (RFC 4028 §9). */
export function answerSession(
  sessionExpires: string | null | undefined,
  supported: string | null | undefined,
): SessionAnswer {
  const asked = parseSessionExpires(sessionExpires);

  if (asked === null) {
    return { type: 'no-timer' };
  }
  if (asked.intervalS < LEAST_SESSION_S) {
    return { type: 'too-short', headers: [`Min-SE: ${LEAST_SESSION_S}`] };
  }
  // Who does not know timers can't refresh; who does keeps the part it asked for, or gets it.
  const knowsTimers = /(?:^|,)\s*timer\s*(?:,|$)/i.test(supported ?? '');
  const refresher = knowsTimers ? (asked.refresher ?? 'uac') : 'uas';
  const terms = { intervalS: Math.min(asked.intervalS, LONGEST_SESSION_S), refresher };

  return {
    type: 'agreed',
    terms,
    headers: [
      sessionExpiresOf(terms),
      // RFC 4028 §9: only then does the response say whose part it is beyond doubt.
      ...(refresher === 'uac' ? ['Require: timer'] : []),
    ],
  };
}

/** What the 2xx to a request of ours agreed on; null for a session without a timer (RFC 4028 §7.2). */
export function agreedSession(sessionExpires: string | null | undefined): SessionTerms | null {
  const agreed = parseSessionExpires(sessionExpires);

  return agreed === null
    ? null
    : {
        // Shorter than is allowed would make us send without end.
        intervalS: Math.min(Math.max(agreed.intervalS, LEAST_SESSION_S), LONGEST_SESSION_S),
        refresher: agreed.refresher ?? 'uac',
      };
}

/** The header field that says these terms. */
export function sessionExpiresOf({ intervalS, refresher }: SessionTerms): string {
  return `Session-Expires: ${intervalS};refresher=${refresher}`;
}

/** Refresh at half time; give up a third, or 32 s, before the end (RFC 4028 §10). */
export function sessionClock(intervalS: number, weRefresh: boolean): SessionClock {
  return {
    refreshAfterMs: weRefresh ? intervalS * 500 : null,
    giveUpAfterMs: Math.round((intervalS - Math.min(32, intervalS / 3)) * 1000),
  };
}
