import type {
  RegistrationFailure,
  RegistrationFailureCode,
} from '../../../src/phone/registration/registration';
import { describe, guarded } from './emitter';
import type { After, Log, SipSocket } from './options';

/** A connection that could not be made, and why as far as anyone told. */
export class ConnectFailed extends Error {
  override name = 'ConnectFailed';

  constructor(readonly code: RegistrationFailureCode) {
    super(`no connection: ${code}`);
  }
}

/** Why there is no connection, as the phone is told it. */
export function failureOf(error: unknown): RegistrationFailure {
  return { code: error instanceof ConnectFailed ? error.code : 'no-connection', response: null };
}

/** What a socket is opened with. */
export interface OpeningOptions {
  readonly url: string;
  readonly createSocket: (url: string) => SipSocket;
  readonly withinMs: number;
  readonly after: After;
  readonly log: Log;
  /** Told once that it is open, */
  readonly onOpen: (socket: SipSocket) => void;
  /** or else once that it never will be. */
  readonly onFailed: (failure: ConnectFailed) => void;
}

/** Opens a WebSocket; what it returns gives that up. */
export function openSocket(options: OpeningOptions): (code: RegistrationFailureCode) => void {
  const { url, createSocket, withinMs, after, log, onOpen, onFailed } = options;
  let socket: SipSocket | null = null;
  let isDecided = false;
  const cancelTimer = after(withinMs, () => {
    fail('no-answer');
  });
  const fail = (code: RegistrationFailureCode) => {
    if (!isDecided) {
      isDecided = true;
      cancelTimer();
      abandon(socket, log);
      onFailed(new ConnectFailed(code));
    }
  };
  // A WebSocket never says why (WHATWG WebSockets, "fail the WebSocket connection").
  const failUnexplained = () => {
    fail('no-connection');
  };

  try {
    const made = createSocket(url);

    socket = made;
    made.binaryType = 'arraybuffer';
    // A connection that the content security policy blocks has an error and no close.
    made.onerror = failUnexplained;
    made.onclose = failUnexplained;
    made.onopen = () => {
      isDecided = true;
      cancelTimer();
      onOpen(made);
    };
  } catch (error) {
    log('warn', `the socket could not be made: ${describe(error)}`);
    failUnexplained();
  }

  return fail;
}

/** Lets go of a socket, whatever state it is in; nothing of it is heard any more. */
export function abandon(socket: SipSocket | null, log: Log): void {
  if (socket !== null) {
    socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
    guarded(log, () => {
      socket.close();
    });
  }
}
