import type { FunctionComponent } from 'preact';
import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import type { HistoryEntry } from '../../../src/history/entry';
import type { Consult } from '../../../src/phone/consult';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { PhoneActions } from '../phone/actions';

/** What there is to know for whoever offers something to do to a call. */
export interface CallDeed {
  readonly call: Call;
  /** The other calls on the phone. */
  readonly others: readonly Call[];
  readonly consults: readonly Consult[];
  readonly account: AccountView | null;
  readonly country: string;
  readonly actions: PhoneActions;
  /** Asks it of this call; a refusal is shown on its card. */
  readonly send: (command: CallCommand) => void;
  /** Asks anything else; a refusal is shown on the card of this call. */
  readonly run: (ask: () => Promise<unknown>) => void;
  /** Closes the panel that it is offered in. */
  readonly close: () => void;
}

/** One thing more to do in a call: whether it makes sense now, and its line or lines. */
export interface MoreEntry {
  readonly isOffered: (deed: CallDeed) => boolean;
  readonly Entry: FunctionComponent<CallDeed>;
}

/** What else one can do with a call that rings, and what each may ask for. */
export interface IncomingDeed extends CallDeed {
  readonly history: readonly HistoryEntry[];
  /** Closes list and form: what was wanted is under way. */
  readonly done: () => void;
  /** Puts a form in the place of the list. */
  readonly show: (form: FunctionComponent<IncomingDeed>) => void;
}
