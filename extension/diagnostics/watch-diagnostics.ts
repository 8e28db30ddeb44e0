import type { CallFigures } from '../../src/call/figures';
import { EMPTY_LOG, type EventLog } from '../../src/diagnostics/event-log';
import type { LadderNews } from '../../src/diagnostics/diagnostics';
import type { PhoneClient } from '../../src/protocol/client';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';

/** What the phone remembers, and how the calls that are up are doing. */
export interface Watched {
  readonly log: EventLog;
  readonly ladder: LadderNews;
  readonly figures: Readonly<Record<string, CallFigures>>;
}

const EVERY_MS = 2000;
const NOTHING: Watched = { log: EMPTY_LOG, ladder: { revision: 0, parts: [] }, figures: {} };

/** Asks the phone again and again for what is new; a page that nobody sees does not ask. */
export class DiagnosticsWatch {
  readonly #phone: PhoneClient;
  readonly #onChange: () => void;
  #watched = NOTHING;
  #instanceId: string | null = null;
  #snapshot: PhoneSnapshot | null = null;
  #asking: Promise<void> | null = null;

  constructor(phone: PhoneClient, onChange: () => void) {
    this.#phone = phone;
    this.#onChange = onChange;
    setInterval(() => {
      this.#ask();
    }, EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      this.#ask();
    });
  }

  get watched(): Watched {
    return this.#watched;
  }

  /** Something changed: what it was is asked for at once. */
  follow(snapshot: PhoneSnapshot): void {
    this.#snapshot = snapshot;
    if (snapshot.instanceId !== this.#instanceId) {
      this.#instanceId = snapshot.instanceId;
      this.#watched = NOTHING; // Another document counts anew.
    }
    this.#ask();
  }

  #ask(): void {
    if (document.visibilityState === 'visible') {
      this.#asking ??= this.#askNow()
        .catch(() => undefined) // The phone is being brought back: it is asked again.
        .finally(() => {
          this.#asking = null;
        });
    }
  }

  async #askNow(): Promise<void> {
    const { log, ladder } = this.#watched;
    const isNew = this.#watched === NOTHING;
    const news = await this.#phone('diagnostics', {
      log: isNew ? null : log.revision,
      ladder: isNew ? null : ladder.revision,
    });

    this.#watched = {
      log: news.log ?? log,
      ladder: news.ladder ?? ladder,
      figures: await this.#figures(),
    };
    this.#onChange();
  }

  async #figures(): Promise<Record<string, CallFigures>> {
    const up = (this.#snapshot?.calls ?? []).filter(({ state }) => state === 'established');
    const found = await Promise.all(
      up.map(async ({ id }) => [id, await this.#phone('figures', { callId: id })] as const),
    );

    return Object.fromEntries(
      found.flatMap(([id, figures]) => (figures === null ? [] : [[id, figures] as const])),
    );
  }
}
