/**
 * How long to wait before a re-INVITE that crossed one of the other side's (491) is tried again:
 * 2.1 to 4 s for the side that placed the call, 0 to 2 s for the other, in steps of 10 ms, so that
 * the two do not cross once more (RFC 3261 §14.1). `random` is at least 0 and less than 1.
 */
export function glareDelayMs(placedTheCall: boolean, random: number): number {
  const [lowest, highest] = placedTheCall ? [210, 400] : [0, 200];

  return (lowest + Math.floor(random * (highest - lowest + 1))) * 10;
}
