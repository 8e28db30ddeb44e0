import type { Call, CallState } from './call';

/** The one word the UI shows. Hold only matters once a call is established. */
export type CallStatus = CallState | 'held' | 'held-by-remote';

/** The call's state as the user would say it, hold included. */
export function statusOf(call: Call): CallStatus {
  if (call.state !== 'established') {
    return call.state;
  }
  if (call.hold.local) {
    return 'held';
  }

  return call.hold.remote ? 'held-by-remote' : 'established';
}
