/** Nobody reads a number and means to call it in less time. */
export const PROOF_MS = 500;

/** What is known of a real click on a number of a page, and of what its user could see. */
export interface ClickFacts {
  /** How long the number's own card has been seen; null if none is up for it. */
  readonly cardSeenMs: number | null;
  /** Whether all of the number can be seen, nothing over it; null where the browser does not tell. */
  readonly isSeen: boolean | null;
  /** Whether its letters can be read: neither tiny nor transparent; null where that is not known. */
  readonly isLegible: boolean | null;
  /** How long the number has stood where it stands. */
  readonly stillMs: number;
  /** Something only the card can say belongs to it: another number is shown, or it may not be called. */
  readonly isForCard: boolean;
}

/** `leave`: the click is the page's alone. */
export type ClickFate = 'call' | 'show-card' | 'leave';

/**
 * What a real click on a number means. A page can put what it likes under the pointer, and over it:
 * so the click calls only if its user has had the number, and the card that names it, before them.
 * Short of that the card's own button is what calls.
 */
export function clickFate(facts: ClickFacts): ClickFate {
  const { cardSeenMs, isSeen, isLegible, stillMs, isForCard } = facts;

  if (isLegible === false || (isSeen === false && cardSeenMs === null)) {
    return 'leave';
  }

  const isProven = isSeen === true && isLegible === true && stillMs >= PROOF_MS;

  return isProven && (cardSeenMs ?? 0) >= PROOF_MS && !isForCard ? 'call' : 'show-card';
}
