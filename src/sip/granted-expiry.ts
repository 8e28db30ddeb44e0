/**
 * The lifetime a registrar gave our binding, in seconds, from the 200's Contact values and Expires
 * field (RFC 3261 §10.3 step 8); null where it says nothing. What to make of an absurd one is the
 * phone's to decide.
 */
export function grantedExpiryS(
  contacts: readonly string[],
  expires: string | null,
  contactUser: string,
): number | null {
  const ours = contacts.find((contact) => contact.includes(`sip:${contactUser}@`));
  // Parameters of the field stand behind the URI's closing bracket, not inside it.
  const granted = /;\s*expires\s*=\s*"?(\d+)/i.exec(ours?.slice(ours.lastIndexOf('>') + 1) ?? '');

  return secondsOf(granted?.[1]) ?? secondsOf(expires);
}

/** The least lifetime a registrar accepts, from a 423's Min-Expires (RFC 3261 §10.2.8). */
export function minExpiryS(minExpires: string | null): number | null {
  return secondsOf(minExpires);
}

/** How often the server wants a sign of life, from a 200's Flow-Timer (RFC 5626 §10). */
export function flowTimerS(flowTimer: string | null): number | null {
  return secondsOf(flowTimer);
}

function secondsOf(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d{1,15}$/.test(text.trim())
    ? Number(text)
    : null;
}
