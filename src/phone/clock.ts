/** Time and chance, injected so that the phone is the same in a browser and in a test. */
export interface Clock {
  nowMs(): number;
  /** Runs `act` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, act: () => void): () => void;
  /** At least 0 and less than 1. */
  random(): number;
}
