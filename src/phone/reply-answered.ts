import type { Remote } from '../call/call';
import type { ReplyAnswer } from '../sip/ringcentral-agent';

/** What a caller answered to the words that were left instead of taking the call. */
export interface ReplyAnswered {
  /** That of the call it was. */
  readonly id: string;
  readonly remote: Remote;
  readonly answer: ReplyAnswer;
  /** Where the caller wants to be called, if they said so. */
  readonly number: string | null;
  readonly answeredAtMs: number;
}

/** More than anybody reads; the oldest is forgotten first. */
const MOST_ANSWERS = 8;

/** The answers with one more; a caller's later answer takes the place of the earlier. */
export function withAnswer(
  answers: readonly ReplyAnswered[],
  answer: ReplyAnswered,
): readonly ReplyAnswered[] {
  return [...answers.filter(({ id }) => id !== answer.id), answer].slice(-MOST_ANSWERS);
}
