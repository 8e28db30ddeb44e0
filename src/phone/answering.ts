import { DEFAULT_AUTO_ANSWER, type AutoAnswerRules } from '../account/auto-answer';
import { isRingingIn, newCall, type Remote } from '../call/call';
import { command } from '../call/command';
import type { Clock } from './clock';
import { answerDelayMs, isStillAnswered, type IntercomWish } from './intercom';
import type { LiveCalls } from './live-calls';
import type { SnapshotStore } from './snapshot-store';

/** What answering takes from the phone around it. */
export interface AnsweringOptions {
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly calls: LiveCalls;
}

/** Calls that come in: they ring, and some are answered by themselves. */
export class Answering {
  readonly #options: AnsweringOptions;
  #rules = DEFAULT_AUTO_ANSWER;

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  /** Whose calls are answered by themselves from now on. */
  setRules(rules: AutoAnswerRules): void {
    this.#rules = rules;
  }

  invited(callId: string, remote: Remote, wish: IntercomWish | null): void {
    const { clock, store, calls } = this.#options;
    const nowMs = clock.nowMs();
    const delayMs = answerDelayMs(remote, wish, this.#rules, store.snapshot);

    calls.add({
      ...newCall(callId, 'incoming', remote, nowMs),
      answersAtMs: delayMs === null ? null : nowMs + delayMs,
    });
    if (delayMs !== null) {
      clock.after(delayMs, () => {
        this.#answerByItself(callId);
      });
    }
  }

  #answerByItself(callId: string): void {
    const { calls } = this.#options.store.snapshot;
    const call = calls.find(({ id }) => id === callId);

    if (call !== undefined && isStillAnswered(call, calls)) {
      const step = command(call, { type: 'answer' });

      this.#options.calls.take({ ...step, call: { ...step.call, answersAtMs: call.answersAtMs } });
    } else if (call !== undefined && isRingingIn(call)) {
      this.#options.calls.take({ call: { ...call, answersAtMs: null }, actions: [] });
    }
  }
}
