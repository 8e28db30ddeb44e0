import type { FailureCode } from '../../src/protocol/envelope';
import { RequestFailed } from '../../src/protocol/envelope';
import type { PhoneActions } from '../../extension/ui/phone/actions';

/** The phone's actions as a list of what was asked, for tests. */
export interface RecordedActions extends PhoneActions {
  readonly asked: unknown[];
  /** The next request, and all after it, are refused with this; null grants them again. */
  refuseWith: FailureCode | null;
}

/** Actions that write down what the view asks of the phone. */
export function recordActions(): RecordedActions {
  const asked: unknown[] = [];
  const record =
    (name: string) =>
    (...details: unknown[]) => {
      asked.push([name, ...details]);

      return actions.refuseWith === null
        ? Promise.resolve()
        : Promise.reject(new RequestFailed({ code: actions.refuseWith, message: 'refused' }));
    };
  const actions: RecordedActions = {
    asked,
    refuseWith: null,
    dial: record('dial'),
    redial: record('redial'),
    command: record('command'),
    several: record('several'),
    conference: record('conference'),
    retrieve: record('retrieve'),
    supervise: record('supervise'),
    forget: record('forget'),
    pickUp: record('pickUp'),
    dismiss: record('dismiss'),
    reconnect: record('reconnect'),
    restartNow: record('restartNow'),
    openOptions: record('openOptions'),
    openConnection: record('openConnection'),
    openWelcome: record('openWelcome'),
    seeMissed: record('seeMissed'),
  };

  return actions;
}
