import type { PageTargetProblem } from '../../src/number/page-target';
import type { WorkerClient } from '../../src/protocol/client';
import { RequestFailed } from '../../src/protocol/envelope';
import type { FailureCode } from '../../src/protocol/envelope';
import { REFUSAL_WORDS } from '../ui/wording';
import type { CallCard, CardAction } from './call-card';
import type { Callable } from './callable';
import type { WordKey, Words } from './words';

/** Nobody means to call twice within this time (P5: double clicks, a held Enter key). */
const SHORTEST_GAP_MS = 1_000;

const PROBLEM_WORDS: Readonly<Record<PageTargetProblem, WordKey>> = {
  empty: 'refusedInvalidTarget',
  'not-a-number': 'refusedInvalidTarget',
  'not-an-address': 'refusedInvalidTarget',
  'too-long': 'refusedInvalidTarget',
  'feature-code': 'cardFeatureCode',
  'foreign-host': 'cardForeignHost',
  emergency: 'cardEmergency',
};

/** Asks for calls, and says beside the number why one was not made. */
export class Caller {
  readonly #ask: WorkerClient;
  readonly #words: Words;
  readonly #card: CallCard;
  readonly #nowMs: () => number;
  readonly #onError: (error: unknown) => void;
  #lastAtMs = -SHORTEST_GAP_MS;

  constructor(parts: {
    ask: WorkerClient;
    words: Words;
    card: CallCard;
    nowMs: () => number;
    onError: (error: unknown) => void;
  }) {
    this.#ask = parts.ask;
    this.#words = parts.words;
    this.#card = parts.card;
    this.#nowMs = parts.nowMs;
    this.#onError = parts.onError;
  }

  /** Calls at once what shows the number it dials; for anything else the card asks. */
  call(callable: Callable, box: DOMRectReadOnly): void {
    if (callable.problem !== null || callable.isMasked) {
      this.offer(callable, box);
    } else {
      void this.#dial(callable, box);
    }
  }

  /** Shows the card with the number that would be dialled. */
  offer(callable: Callable, box: DOMRectReadOnly): void {
    try {
      this.#offer(callable, box);
    } catch (error) {
      this.#onError(error); // There are no words any more when the extension has gone.
    }
  }

  #offer(callable: Callable, box: DOMRectReadOnly): void {
    const { label, ext, problem, isMasked } = callable;

    if (problem !== null) {
      this.#say(PROBLEM_WORDS[problem], box);

      return;
    }

    const extension = ext === null ? null : this.#words('cardExtension', ext);

    this.#card.show(box, {
      number: label,
      note: isMasked ? this.#words('cardMasked') : extension,
      isWarning: isMasked,
      action: {
        word: this.#words('cardCall'),
        name: this.#words('cardCallNumber', label),
        isCall: true,
        act: () => {
          void this.#dial(callable, box);
        },
      },
    });
  }

  async #dial({ target }: Callable, box: DOMRectReadOnly): Promise<void> {
    const nowMs = this.#nowMs();

    if (nowMs - this.#lastAtMs < SHORTEST_GAP_MS) {
      return;
    }
    this.#lastAtMs = nowMs;
    this.#card.hide();
    try {
      const refusal = await this.#refusalOf(target);

      if (refusal !== null) {
        this.#refuse(refusal, box);
      }
    } catch (error) {
      this.#onError(error);
    }
  }

  /** Asks for the call; null when it is under way. */
  async #refusalOf(target: string): Promise<FailureCode | null> {
    try {
      await this.#ask('dial', { target });

      return null;
    } catch (error) {
      if (error instanceof RequestFailed) {
        return error.failure.code;
      }
      throw error;
    }
  }

  #refuse(code: FailureCode, box: DOMRectReadOnly): void {
    this.#say(REFUSAL_WORDS[code], box, code === 'no-account' ? this.#setUp() : null);
  }

  #say(key: WordKey, box: DOMRectReadOnly, action: CardAction | null = null): void {
    this.#card.show(box, { number: null, note: this.#words(key), isWarning: false, action });
  }

  #setUp(): CardAction {
    const word = this.#words('cardSetUp');

    return {
      word,
      name: word,
      isCall: false,
      act: () => {
        this.#card.hide();
        this.#ask('setUp').catch(this.#onError);
      },
    };
  }
}
