import { RequestFailed, type Destination, type Reply, type Request } from './envelope';
import type { PayloadOf, RequestsTo, ValueOf } from './requests';

/** Sends one message and resolves with the receiver's answer; undefined when nobody answered. */
export type Send = (request: Request) => Promise<unknown>;

/** Asks one context for something: `const phone = clientFor('phone', send)`, `await phone('snapshot')`. */
export function clientFor<To extends Destination>(to: To, send: Send) {
  return async function request<Type extends keyof RequestsTo[To] & string>(
    type: Type,
    ...[payload]: PayloadOf<RequestsTo[To][Type]>
  ): Promise<ValueOf<RequestsTo[To][Type]>> {
    // The receiver is our own extension and answers with `serve`, which makes these types true.
    const reply = (await send({ to, type, payload: payload ?? null })) as Reply | undefined;

    if (reply === undefined) {
      throw new RequestFailed({ code: 'internal', message: `no ${to} answered ${type}` });
    }
    if (!reply.ok) {
      throw new RequestFailed(reply.error);
    }

    return reply.value as ValueOf<RequestsTo[To][Type]>;
  };
}

/** A client for the worker. */
export type WorkerClient = ReturnType<typeof clientFor<'worker'>>;
/** A client for the phone. */
export type PhoneClient = ReturnType<typeof clientFor<'phone'>>;
