import { step, type Step } from './action';
import type { Call } from './call';
import { asked } from './transfer';

/** What the phone system does with a call: leaves it where others find it, or rings another phone. */
export type ServiceName = 'park' | 'flip';

/** By sending the other party to a place, by digits in the sound, or asked in its own language. */
export type ServiceWay =
  | { readonly by: 'transfer'; readonly uri: string }
  | { readonly by: 'dtmf'; readonly digits: string }
  | { readonly by: 'phone-system' };

/** Something the phone system was asked to do with a call, and what came of it. */
export interface Service {
  /** `move` is the phone system's own wish, to have the call in a program of its own. */
  readonly name: ServiceName | 'move';
  readonly state: 'asked' | 'done' | 'failed';
  /** Where a call is parked, or whom a flip rings; null where nobody said. */
  readonly place: string | null;
  /** What the phone system says of a failure. */
  readonly why: string | null;
}

/** What is asked of the phone system in its own language. */
export type ServiceRequest =
  { readonly name: 'park' } | { readonly name: 'flip'; readonly uri: string };

/** True where the phone system can be asked for something now: it does one thing at a time. */
export function canAsk({ state, service }: Call): boolean {
  return state === 'established' && service?.state !== 'asked';
}

/** The call with something asked of the phone system. */
export function withService(call: Call, name: ServiceName, place: string | null = null): Call {
  return { ...call, service: { name, state: 'asked', place, why: null } };
}

/** The call after the phone system has done it; null when nobody waits for that. */
export function serviceDone(call: Call, name: ServiceName, place: string | null): Call | null {
  return call.service?.name === name && call.service.state === 'asked'
    ? { ...call, service: { ...call.service, state: 'done', place: place ?? call.service.place } }
    : null;
}

/** The call after it came to nothing, or after the phone system wanted what can't be done. */
export function serviceFailed(call: Call, name: Service['name'], why: string | null): Call {
  if (name === 'move') {
    return call.service?.state === 'asked'
      ? call
      : { ...call, service: { name, state: 'failed', place: null, why } };
  }

  return call.service?.name === name && call.service.state === 'asked'
    ? { ...call, service: { ...call.service, state: 'failed', why } }
    : call;
}

/** The call without the word of an earlier failure: something else is under way. */
export function withoutFailure(call: Call): Call {
  return call.service?.state === 'failed' ? { ...call, service: null } : call;
}

/** The call on its way to where others find it. */
export function park(call: Call, way: ServiceWay): Step {
  switch (way.by) {
    case 'transfer':
      return step(asked(withService(call, 'park'), { uri: way.uri, callId: null }), {
        type: 'send-refer',
        uri: way.uri,
      });
    case 'dtmf':
      return step(withService(call, 'park'), { type: 'send-dtmf', tones: way.digits });
    case 'phone-system':
      return step(withService(call, 'park'), { type: 'ask-service', request: { name: 'park' } });
  }
}

/** A call that is parked by sending it on shares the fate of that. */
export function parkedByTransfer(call: Call): Call {
  const { service, transfer } = call;

  if (service?.name !== 'park' || service.state !== 'asked' || transfer === null) {
    return call;
  }

  return transfer.state === 'done'
    ? (serviceDone(call, 'park', null) ?? call)
    : transfer.state === 'failed'
      ? serviceFailed(call, 'park', transfer.response?.reasonPhrase ?? null)
      : call;
}
