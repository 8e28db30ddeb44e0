/** What came of asking the phone's document whether it is there. */
export type Heard =
  | 'answer'
  /** Nobody listens: it is about to start, or it never will. */
  | 'nobody'
  /** Somebody got the question and did not answer it in time. */
  | 'silence';

/** How long a document that works takes for its answer at most. */
export const ANSWER_WITHIN_MS = 2_000;
/** How long a document may take to start before it counts as one that never will. */
const STARTS_WITHIN_MS = 10_000;
/** A timer later than this was held up: the machine slept, or had no time for anybody. */
const LATE_MS = 1_000;
/** A machine that never has time is no excuse for ever. */
const MOST_QUESTIONS = 100;
const MOST_LATE_QUESTIONS = 5;

/** How the questions went so far. */
export interface Asked {
  readonly heard: Heard;
  /** How long this question was open. */
  readonly openMs: number;
  /** How long all questions took together. */
  readonly allMs: number;
  /** How many were asked, this one included. */
  readonly questions: number;
}

/**
 * Whether the phone's document lives. Closing one that does would cut off its calls, so that a
 * clock that stood still counts for nothing.
 */
export function verdictOn({ heard, openMs, allMs, questions }: Asked): 'alive' | 'dead' | 'again' {
  switch (heard) {
    case 'answer':
      return 'alive';
    case 'nobody':
      return allMs < STARTS_WITHIN_MS && questions < MOST_QUESTIONS ? 'again' : 'dead';
    case 'silence':
      return openMs > ANSWER_WITHIN_MS + LATE_MS && questions < MOST_LATE_QUESTIONS
        ? 'again'
        : 'dead';
  }
}
