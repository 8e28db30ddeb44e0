import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
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
