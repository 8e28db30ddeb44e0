import type { Account } from '../../../src/account/account';
import type { CallFigures } from '../../../src/call/figures';
import type { EventLog } from '../../../src/diagnostics/event-log';
import type { LadderPart } from '../../../src/diagnostics/ladder';
import type { TestRun } from '../../../src/diagnostics/self-test';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { FindOutWhy } from '../account/find-out-why';
import type { OpenMicrophone } from '../controls/microphone';
import type { SetupActions } from '../phone/setup-notices';

/** All that the connection page knows. */
export interface ConnectionData {
  /** Null until the phone told its first. */
  readonly snapshot: PhoneSnapshot | null;
  readonly account: Account | null;
  readonly country: string;
  readonly log: EventLog;
  readonly ladder: readonly LadderPart[];
  /** How the sound of the calls that are up is doing, by call id. */
  readonly figures: Readonly<Record<string, CallFigures>>;
  /** The self-test under way, or the last one; null before there was any. */
  readonly test: TestRun | null;
  /** Open while the test listens. */
  readonly microphone: OpenMicrophone | null;
  readonly version: string;
  readonly browser: string;
}

/** What the connection page may ask for. */
export interface ConnectionActions extends SetupActions {
  readonly startTest: () => void;
  readonly stopTest: () => void;
  readonly answerTest: (heard: boolean) => void;
  readonly findOutWhy: FindOutWhy;
  readonly copy: (text: string) => Promise<void>;
  readonly save: (text: string, fileName: string) => void;
}
