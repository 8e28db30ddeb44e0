import type { Fields } from './caller';

/** Who wants to be answered later than that wants no intercom. */
const LONGEST_WAIT_S = 60;
const MOST_READ = 2_000;

/** What phone systems write into Alert-Info; the address there is never fetched. */
const ALERTS = /\b(?:alert-autoanswer|auto[ -]?answer|ring-answer)\b/i;

/**
 * After how many seconds a call wants to be answered by itself, null where it does not: Call-Info
 * with `answer-after` (seconds), what Alert-Info says in its many forms, or Answer-Mode (RFC 5373).
 * A wish is all it is: whether it is followed is the user's to say.
 */
export function autoAnswerIn(fields: Fields): number | null {
  const read = (name: string) =>
    fields(name)
      .slice(0, 5)
      .map((field) => field.slice(0, MOST_READ));
  const after = read('call-info')
    .map((field) => /;\s*answer-after\s*=\s*"?(\d{1,5})(?!\d)/i.exec(field)?.[1])
    .find((seconds) => seconds !== undefined);

  if (after !== undefined) {
    return Number(after) <= LONGEST_WAIT_S ? Number(after) : null;
  }
  const isWanted =
    read('alert-info').some((field) => ALERTS.test(field)) ||
    [...read('answer-mode'), ...read('priv-answer-mode')].some((field) =>
      /^\s*auto\s*(?:;|$)/i.test(field),
    );

  return isWanted ? 0 : null;
}
