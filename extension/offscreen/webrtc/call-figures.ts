import type { Call } from '../../../src/call/call';
import { figuresOf, type CallFigures, type SoundReport } from '../../../src/call/figures';
import { describe } from '../sipjs/emitter';
import type { After, Log } from '../sipjs/options';

/** How far apart the reports of a call are. */
const REPORT_EVERY_MS = 2000;

/** What taking figures needs from the world around it. */
export interface FiguresOptions {
  /** What the browser has counted of a call now; null where it has no sound. */
  readonly report: (callId: string) => Promise<SoundReport | null>;
  readonly after: After;
  readonly log: Log;
}

/** Told of each new figures of a call. */
export type FiguresListener = (callId: string, figures: CallFigures) => void;

interface Followed {
  readonly report: SoundReport | null;
  readonly figures: CallFigures | null;
}

/** Takes the figures of every call that is up, every two seconds, and keeps the latest. */
export class CallFiguresTaker {
  readonly #options: FiguresOptions;
  readonly #calls = new Map<string, Followed>();
  readonly #listeners = new Set<FiguresListener>();
  #callOff: (() => void) | null = null;

  constructor(options: FiguresOptions) {
    this.#options = options;
  }

  /** The latest figures of a call; null before there are any, and when it is over. */
  latest(callId: string): CallFigures | null {
    return this.#calls.get(callId)?.figures ?? null;
  }

  /** Calls back with all figures from now on; what it returns ends that. */
  subscribe(listener: FiguresListener): () => void {
    this.#listeners.add(listener);

    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Takes the figures of those among the calls that are up, and of no others. */
  follow(calls: readonly Call[]): void {
    const up = calls.filter(({ state }) => state === 'established').map(({ id }) => id);

    for (const callId of this.#calls.keys()) {
      if (!up.includes(callId)) {
        this.#calls.delete(callId);
      }
    }
    for (const callId of up) {
      if (!this.#calls.has(callId)) {
        this.#calls.set(callId, { report: null, figures: null });
        void this.#take(callId);
      }
    }
    if (this.#calls.size === 0) {
      this.#callOff?.();
      this.#callOff = null;
    } else if (this.#callOff === null) {
      this.#takeLater();
    }
  }

  #takeLater(): void {
    this.#callOff = this.#options.after(REPORT_EVERY_MS, () => {
      this.#takeLater();
      for (const callId of this.#calls.keys()) {
        void this.#take(callId);
      }
    });
  }

  async #take(callId: string): Promise<void> {
    try {
      const report = await this.#options.report(callId);
      const before = this.#calls.get(callId);

      // The call may have ended while the browser counted.
      if (report === null || before === undefined) {
        return;
      }
      const figures = figuresOf(before.report, report);

      this.#calls.set(callId, { report, figures });
      for (const listener of [...this.#listeners]) {
        listener(callId, figures);
      }
    } catch (error) {
      this.#options.log('debug', `no figures of call ${callId}: ${describe(error)}`);
    }
  }
}
