import type { Clock } from '../clock';

/** What asking in turn needs of whoever asks. */
export interface AskingInTurnOptions {
  readonly clock: Clock;
  /** False for what is not to be asked for any more, now that its turn has come. */
  readonly isStillWanted: (id: string) => boolean;
  /** Asks for it: its turn has come. */
  readonly ask: (id: string) => void;
}

/** So many SUBSCRIBEs wait for their answers at once: a small PBX has other things to do. */
const MOST_UNANSWERED = 5;
/** Two SUBSCRIBEs are so far apart: two hundred take ten seconds. */
const GAP_MS = 50;

/** Lets one SUBSCRIBE go after the other, as fast as a phone system can take them. */
export class AskingInTurn {
  readonly #options: AskingInTurnOptions;
  readonly #unanswered = new Set<string>();
  #queue: string[] = [];
  #callOffGap: (() => void) | null = null;

  constructor(options: AskingInTurnOptions) {
    this.#options = options;
  }

  /** Asks for this as soon as its turn comes. */
  add(id: string): void {
    if (!this.#queue.includes(id)) {
      this.#queue.push(id);
      this.goOn();
    }
  }

  /** There is room for another. `goOn` lets it go. */
  answered(id: string): void {
    this.#unanswered.delete(id);
  }

  /** Neither asks for this nor waits for its answer any more. `goOn` lets the next go. */
  forget(id: string): void {
    this.#queue = this.#queue.filter((other) => other !== id);
    this.#unanswered.delete(id);
  }

  /** Forgets all of them. */
  stop(): void {
    this.#queue = [];
    this.#unanswered.clear();
    this.#callOffGap?.();
    this.#callOffGap = null;
  }

  /** Lets the next in the queue go when there is room for it. */
  goOn(): void {
    while (this.#callOffGap === null && this.#unanswered.size < MOST_UNANSWERED) {
      const id = this.#queue.shift();

      if (id === undefined) {
        return;
      }
      if (this.#options.isStillWanted(id)) {
        this.#unanswered.add(id);
        this.#callOffGap = this.#options.clock.after(GAP_MS, () => {
          this.#callOffGap = null;
          this.goOn();
        });
        this.#options.ask(id);
      }
    }
  }
}
