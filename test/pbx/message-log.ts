import { performance } from 'node:perf_hooks';

/** One SIP message that went over a socket of the PBX. */
export interface LoggedMessage {
  /** Epoch milliseconds with the resolution of performance.now(). */
  readonly atMs: number;
  /** Seen from the PBX. */
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** Whose socket it was, as far as the PBX knew by then. */
  readonly user: string | null;
  /** Number of the socket, counted from 1. */
  readonly socket: number;
}

const KEPT = 5000;

/** Epoch milliseconds, monotonic while the process lives. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** An INVITE inside a call (RFC 3261 section 14). */
export const isReInvite = (text: string): boolean =>
  text.startsWith('INVITE ') && /^To:.*;tag=/im.test(text);

/** Remembers every SIP message and tells whoever listens. */
export class MessageLog {
  readonly messages: LoggedMessage[] = [];
  readonly #listeners = new Set<(message: LoggedMessage) => void>();

  add(message: Omit<LoggedMessage, 'atMs'>): void {
    const logged = { atMs: nowMs(), ...message };
    this.messages.push(logged);
    if (this.messages.length > KEPT) {
      this.messages.shift();
    }
    for (const listener of [...this.#listeners]) {
      listener(logged);
    }
  }

  /** Calls back for every message from now on; the returned function ends that. */
  onMessage(listener: (message: LoggedMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The last messages in short, for the text of an error. */
  tail(count = 8): string {
    if (this.messages.length === 0) {
      return 'No SIP message was seen.';
    }
    const lines = this.messages.slice(-count).map(({ direction, text, user, atMs }) => {
      const time = new Date(atMs).toISOString().slice(11, 23);
      return `  ${time} ${direction === 'in' ? '->' : '<-'} ${user ?? '?'}: ${summaryOf(text)}`;
    });
    return ['The last SIP messages (-> is to the PBX):', ...lines].join('\n');
  }
}

function summaryOf(text: string): string {
  const firstLine = text.split('\r\n', 1)[0] ?? '';
  const cseq = /^CSeq:\s*(.*)$/im.exec(text)?.[1]?.trim() ?? '';
  return firstLine.startsWith('SIP/2.0') ? `${firstLine} (${cseq})` : firstLine;
}
