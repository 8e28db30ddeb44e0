import {
  RequestFailed,
  type Destination,
  type Failure,
  type Reply,
  type Request,
} from './envelope';
import type { Sender, SenderKind } from './sender';

type Handler = (payload: unknown, sender: Sender) => unknown;
type Handlers = Record<string, Handler | undefined>;

/** What a context answers, and to whom. */
export interface Service {
  readonly me: Destination;
  readonly handlers: object;
  readonly senderKind: (sender: Sender) => SenderKind | null;
  /** The request types a content script may send; the phone has none. */
  readonly pageRequests: readonly string[];
  readonly toFailure: (error: unknown) => Failure;
}

/**
 * Makes a context's one message listener. It returns undefined, synchronously, for a message that
 * is not for this context. That matters: an async listener would answer it with a promise and so
 * steal the reply from its owner.
 */
export function serve({ me, handlers, senderKind, pageRequests, toFailure }: Service) {
  return function receive(message: unknown, sender: Sender): Promise<Reply> | undefined {
    const kind = senderKind(sender);

    if (kind === null || !isRequest(message) || message.to !== me) {
      return undefined;
    }
    if (kind === 'page' && !pageRequests.includes(message.type)) {
      return undefined;
    }

    return answer(message, handlers as Handlers, sender, toFailure);
  };
}

async function answer(
  request: Request,
  handlers: Handlers,
  sender: Sender,
  toFailure: (error: unknown) => Failure,
): Promise<Reply> {
  const handler = Object.hasOwn(handlers, request.type) ? handlers[request.type] : undefined;

  if (handler === undefined) {
    return {
      ok: false,
      error: { code: 'invalid-request', message: `unknown request ${request.type}` },
    };
  }
  try {
    return { ok: true, value: (await handler(request.payload, sender)) ?? null };
  } catch (error) {
    return { ok: false, error: error instanceof RequestFailed ? error.failure : toFailure(error) };
  }
}

function isRequest(message: unknown): message is Request {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    'type' in message &&
    typeof message.type === 'string'
  );
}
