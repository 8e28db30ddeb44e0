import type { SipReport } from '../phone/sip-stack';
import type { PhoneSnapshot } from '../protocol/snapshot';
import { continued, withFact, withSnapshot, type EventLog, type LogFact } from './event-log';
import { Ladder, type LadderPart } from './ladder';
import { LostWays } from './lost-ways';

/** What a transport tells of its connection as it happens. */
export interface WireTap {
  /** A SIP message on its way out, or one that came in. */
  message(text: string, isOutgoing: boolean): void;
  opened(server: string): void;
  closed(code: number | null): void;
}

/** The messages of the last calls and the number by which a change of them is known. */
export interface LadderNews {
  readonly revision: number;
  readonly parts: readonly LadderPart[];
}

/** What a page that watches the connection has not seen yet: null for what did not change. */
export interface DiagnosticsNews {
  readonly log: EventLog | null;
  readonly ladder: LadderNews | null;
}

/** What a page has seen of it, by its revisions; null for nothing yet. */
export interface DiagnosticsSeen {
  readonly log: number | null;
  readonly ladder: number | null;
}

/** What keeping the log takes from the world around it. */
export interface DiagnosticsOptions {
  readonly nowMs: () => number;
  readonly after: (delayMs: number, run: () => void) => unknown;
  /** Puts the log where it survives this document. */
  readonly keep: (log: EventLog) => void;
}

/** Events come in bursts, and the worker that keeps them has to be woken for it. */
const KEPT_AFTER_MS = 5_000;

/** Remembers what a person needs who asks later why a call, or a day, went as it did. */
export class Diagnostics implements WireTap {
  readonly #options: DiagnosticsOptions;
  readonly #ladder = new Ladder();
  readonly #ways = new LostWays();
  #log: EventLog;
  #snapshot: PhoneSnapshot | null = null;
  #isKeptLater = false;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
    this.#log = continued(null, options.nowMs());
  }

  /** What the phone before this one remembered, put before what happened since. */
  goOnWith(kept: EventLog): void {
    const { entries, revision } = this.#log;
    const [started, ...since] = entries;

    this.#log = since.reduce(
      (log, { fact, atMs }) => withFact(log, fact, atMs),
      continued(kept, started?.atMs ?? this.#options.nowMs()),
    );
    this.#log = { ...this.#log, revision: Math.max(this.#log.revision, revision + 1) };
  }

  follow(snapshot: PhoneSnapshot): void {
    this.#take(withSnapshot(this.#log, this.#snapshot, snapshot, this.#options.nowMs()));
    this.#snapshot = snapshot;
  }

  note(fact: LogFact): void {
    this.#take(withFact(this.#log, fact, this.#options.nowMs()));
  }

  /** What the stack reports and no snapshot shows: how the way of a call's sound is. */
  reported(report: SipReport): void {
    if (report.type !== 'call') {
      return;
    }
    const call = this.#snapshot?.calls.find(({ id }) => id === report.callId);
    const what = this.#ways.factOf(report.callId, report.event);

    if (call !== undefined && what !== null) {
      const { id: callId, direction, remote } = call;

      this.note({ type: 'call', callId, what, direction, remote });
    }
  }

  message(text: string, isOutgoing: boolean): void {
    this.#ladder.take(text, isOutgoing, this.#options.nowMs());
  }

  opened(server: string): void {
    this.note({ type: 'connection-opened', server });
  }

  closed(code: number | null): void {
    this.note({ type: 'connection-closed', code });
  }

  newsSince(seen: DiagnosticsSeen): DiagnosticsNews {
    const { revision, parts } = this.#ladder;

    return {
      log: seen.log === this.#log.revision ? null : this.#log,
      ladder: seen.ladder === revision ? null : { revision, parts },
    };
  }

  #take(log: EventLog): void {
    if (log === this.#log) {
      return;
    }
    this.#log = log;
    if (!this.#isKeptLater) {
      this.#isKeptLater = true;
      this.#options.after(KEPT_AFTER_MS, () => {
        this.#isKeptLater = false;
        this.#options.keep(this.#log);
      });
    }
  }
}
