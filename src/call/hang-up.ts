import { step, type Step } from './action';
import type { Call } from './call';

/** Ends a call in the way that its state asks for (RFC 3261 §9, §15). */
export function hangUp(call: Call): Step {
  const terminating: Call = { ...call, state: 'terminating' };

  switch (call.state) {
    case 'calling':
    case 'early':
      return step(terminating, { type: 'send-cancel' });
    case 'ringing':
      return call.direction === 'outgoing'
        ? step(terminating, { type: 'send-cancel' })
        : step(terminating, { type: 'send-reject', statusCode: 603 });
    case 'connecting':
    case 'established':
      return step(terminating, { type: 'send-bye' });
    case 'terminating':
    case 'terminated':
      return step(call); // Hanging up twice is what an impatient user does.
  }
}
