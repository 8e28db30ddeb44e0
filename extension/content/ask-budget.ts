/** An absurd page, or one that never rests, has this many texts looked at; more come with time. */
const MOST_ASKED = 20_000;
const MORE_A_SECOND = 20;

/** How many texts of a page the worker may still be asked about. */
export class AskBudget {
  readonly #nowMs: () => number;
  #left = MOST_ASKED;
  #sinceMs: number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#sinceMs = nowMs();
  }

  /** True if one more may be asked about; takes it off what is left. */
  allows(): boolean {
    if (this.#left < 1) {
      const nowMs = this.#nowMs();
      const more = ((nowMs - this.#sinceMs) / 1_000) * MORE_A_SECOND;

      if (more < 1) {
        return false;
      }
      this.#left = Math.min(MOST_ASKED, more);
      this.#sinceMs = nowMs;
    }
    this.#left -= 1;

    return true;
  }
}
