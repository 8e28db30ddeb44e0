import type { ContactParameters } from './own-contact';

/**
 * The lifetime a registrar gave our binding, in seconds, from our Contact and the Expires field of
 * the 200 (RFC 3261 §10.3 step 8); null where it says nothing. What to make of an absurd one is the
 * phone's to decide.
 */
export function grantedExpiryS(
  contact: ContactParameters | null,
  expires: string | null,
): number | null {
  return secondsOf(contact?.get('expires')) ?? secondsOf(expires);
}

/** The least lifetime a registrar accepts, from a 423's Min-Expires (RFC 3261 §10.2.8). */
export function minExpiryS(minExpires: string | null): number | null {
  return secondsOf(minExpires);
}

/** How often the server wants a sign of life, from a 200's Flow-Timer (RFC 5626 §10). */
export function flowTimerS(flowTimer: string | null): number | null {
  return secondsOf(flowTimer);
}

/** Whoever wants a binding to last longer than a day can't mean it. */
const LONGEST_ASKED_S = 86_400;

/** What to ask for after a 423; null where that would lead nowhere (RFC 3261 §10.3 step 7). */
export function raisedExpiryS(minExpires: string | null, askedS: number): number | null {
  const leastS = minExpiryS(minExpires);

  return leastS !== null && leastS > askedS && leastS <= LONGEST_ASKED_S ? leastS : null;
}

function secondsOf(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d{1,15}$/.test(text.trim())
    ? Number(text)
    : null;
}
