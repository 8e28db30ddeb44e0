/** What a voice mailbox holds (RFC 3842). A count that was not told is null. */
export interface MessageSummary {
  /** True while something new waits. */
  readonly isWaiting: boolean;
  readonly newMessages: number | null;
  readonly oldMessages: number | null;
  readonly urgentMessages: number | null;
}

/** A summary is a handful of short lines. */
const LONGEST_SUMMARY = 8 * 1024;

/**
 * Reads the body of a NOTIFY about messages (RFC 3842 §5.2); null when it is none. Only the voice
 * messages are counted: nobody listens to a fax.
 */
export function parseMessageSummary(body: string): MessageSummary | null {
  if (body.length > LONGEST_SUMMARY) {
    return null;
  }
  const waiting = /^Messages-Waiting[ \t]*:[ \t]*(yes|no)[ \t]*$/im.exec(body)?.[1];

  if (waiting === undefined) {
    return null;
  }
  const [, newOnes, oldOnes, urgent] =
    /^Voice-Message[ \t]*:[ \t]*(\d{1,6})[ \t]*\/[ \t]*(\d{1,6})(?:[ \t]*\([ \t]*(\d{1,6})[ \t]*\/[ \t]*\d{1,6}[ \t]*\))?/im.exec(
      body,
    ) ?? [];

  return {
    isWaiting: newOnes === undefined ? waiting.toLowerCase() === 'yes' : Number(newOnes) > 0,
    newMessages: countOf(newOnes),
    oldMessages: countOf(oldOnes),
    urgentMessages: countOf(urgent),
  };
}

function countOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
