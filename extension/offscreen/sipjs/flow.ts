import { Core } from 'sip.js';
import { guarded } from './emitter';
import type { Log } from './options';

const REQUEST_OF_A_CALL = /^(?:BYE|CANCEL|INFO|INVITE|MESSAGE|NOTIFY|REFER|UPDATE) /;

/**
 * The way to the server over which our registration is known (RFC 5626 §1): one WebSocket after
 * another. What could not be said over the one is said over the next, after the REGISTER.
 */
export class Flow {
  #unsaid: (() => void)[] = [];
  #isLost = true;

  constructor(
    private readonly isConnected: () => boolean,
    private readonly log: Log,
  ) {}

  /** True while the server can be told something: not before it knows us, or knows us again. */
  get isUp(): boolean {
    return !this.#isLost && this.isConnected();
  }

  /** Over a new connection the REGISTER comes first: a server may take nothing of somebody unknown. */
  takes(message: string): boolean {
    return !this.#isLost || !REQUEST_OF_A_CALL.test(message);
  }

  /** The connection is gone. */
  lose(): void {
    this.#isLost = true;
  }

  /** Says it as soon as the server can be reached again. */
  onReturn(say: () => void): void {
    this.#unsaid.push(say);
  }

  /** We are registered over a new connection. */
  isBack(): void {
    this.#isLost = false;
    for (const say of this.#unsaid.splice(0)) {
      guarded(this.log, say);
    }
  }
}

/**
 * Ends every request of ours inside a call whose answer can't come any more (RFC 3261 §17.1.4).
 * SIP.js waits for it: half a minute, or for ever where a 100 came.
 */
export function failRequestsUnderWay(core: Core.UserAgentCore): void {
  for (const { message, transaction } of [...core.userAgentClients.values()]) {
    const isInCall = Boolean(message.toTag) && message.method !== 'SUBSCRIBE';

    if (isInCall && WAITING.includes(transaction.state)) {
      breakOff(transaction);
    }
  }
}

/** True for the response that SIP.js makes up when a request could not be sent, or was broken off. */
export function isUnsent(message: Core.IncomingResponseMessage): boolean {
  return message.statusCode === 503 && !message.hasHeader('via');
}

const { Calling, Trying, Proceeding } = Core.TransactionState;
const WAITING: readonly Core.TransactionState[] = [Calling, Trying, Proceeding];

/** SIP.js keeps it to its own classes. */
function breakOff(transaction: Core.ClientTransaction): void {
  const error = new Core.TransportError('the connection is gone');

  // Looked up in SIP.js 0.21.2.
  (transaction as unknown as { onTransportError(error: Error): void }).onTransportError(error);
}
