/** How a subscription stands, by the NOTIFY itself (RFC 6665 §8.2.3). */
export interface SubscriptionState {
  readonly state: 'active' | 'pending' | 'terminated';
  readonly expiresInS: number | null;
  /** Lower case. */
  readonly reason: string | null;
  readonly retryAfterS: number | null;
}

/** Reads a Subscription-State field; null when it is none. A state that is new to us is active. */
export function parseSubscriptionState(field: string | null): SubscriptionState | null {
  const state = /^\s*([A-Za-z0-9.!%*_+`'~-]+)\s*(?:;|$)/.exec(field ?? '')?.[1]?.toLowerCase();

  if (field === null || state === undefined) {
    return null;
  }

  return {
    state: state === 'terminated' || state === 'pending' ? state : 'active',
    expiresInS: secondsIn(field, 'expires'),
    reason: /;\s*reason\s*=\s*"?([A-Za-z0-9.!%*_+`'~-]+)/i.exec(field)?.[1]?.toLowerCase() ?? null,
    retryAfterS: secondsIn(field, 'retry-after'),
  };
}

/** A Retry-After field's seconds (RFC 3261 §20.33); null where it says nothing. */
export function retryAfterS(field: string | null): number | null {
  const seconds = /^\s*(\d{1,9})(?!\d)/.exec(field ?? '')?.[1];

  return seconds === undefined ? null : Number(seconds);
}

function secondsIn(field: string, name: string): number | null {
  const seconds = new RegExp(`;\\s*${name}\\s*=\\s*"?(\\d{1,9})(?!\\d)`, 'i').exec(field)?.[1];

  return seconds === undefined ? null : Number(seconds);
}
