import type { Core } from 'sip.js';
import type { Party } from './pbx-call';
import type { Waiting } from './waiting';

/** What became of a call at a desk. */
export type DeskCallState = 'ringing' | 'answered' | 'taken' | 'ended';

/** A call at a desk that is no phone of the PBX's accounts: somebody rings there, whom the PBX plays. */
export class DeskCall {
  state: DeskCallState = 'ringing';
  readonly callId = token();
  /** The desk's own tag, and the caller's. */
  readonly deskTag = token();
  readonly callerTag = token();
  readonly #changed: () => void;
  readonly #waiting: Waiting;

  constructor(
    readonly desk: string,
    readonly caller: Party,
    /** What who takes the call hears of the caller. */
    readonly freqHz: number,
    waiting: Waiting,
    changed: () => void,
  ) {
    this.#waiting = waiting;
    this.#changed = changed;
  }

  moveTo(state: DeskCallState): void {
    this.state = state;
    this.#changed();
    this.#waiting.changed();
  }

  async until(state: DeskCallState, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    const what = `the call at ${this.desk} to be ${state}`;
    await this.#waiting.until(what, () => this.state === state, timeoutMs);
  }
}

/** Who may take a call that rings at somebody else's, and how they say so. */
export class Desks {
  readonly #calls: DeskCall[] = [];
  readonly #waiting: Waiting;
  readonly #changed: (desk: string) => void;

  constructor(waiting: Waiting, changed: (desk: string) => void) {
    this.#waiting = waiting;
    this.#changed = changed;
  }

  ring(desk: string, caller: Party, freqHz: number): DeskCall {
    const call = new DeskCall(desk, caller, freqHz, this.#waiting, () => {
      this.#changed(desk);
    });
    this.#calls.push(call);
    this.#changed(desk);
    return call;
  }

  /** The calls that are up or ring at a desk. */
  callsAt(desk: string): readonly DeskCall[] {
    return this.#calls.filter(
      (call) => call.desk === desk && (call.state === 'ringing' || call.state === 'answered'),
    );
  }

  /**
   * The call that an INVITE takes up: by its name (RFC 3891), by `**` and the desk, or any of the group by `*8`.
   * Undefined when it takes none up, null when the one it means is not there to be taken.
   */
  takenBy(invite: Core.IncomingRequestMessage, dialled: string): DeskCall | null | undefined {
    const replaces = invite.getHeader('replaces');
    if (replaces !== undefined) {
      return this.#named(replaces);
    }
    const desk = /^\*\*(.+)$/.exec(dialled)?.[1];
    if (desk === undefined && dialled !== '*8') {
      return undefined;
    }
    const rings = (call: DeskCall): boolean =>
      call.state === 'ringing' && (desk === undefined || call.desk === desk);
    return this.#calls.find(rings) ?? null;
  }

  /** The caller's end of a dialog: its own tag is the to-tag (RFC 3891 section 3). */
  #named(replaces: string): DeskCall | null {
    const [callId, ...params] = replaces.split(';');
    const found = this.#calls.find(
      (call) =>
        call.callId === callId &&
        params.includes(`to-tag=${call.callerTag}`) &&
        params.includes(`from-tag=${call.deskTag}`),
    );
    const isWanted =
      found?.state === 'ringing' || (found?.state === 'answered' && !params.includes('early-only'));
    return isWanted ? found : null;
  }
}

function token(): string {
  return Math.random().toString(36).slice(2, 12);
}
