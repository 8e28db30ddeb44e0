import type { Shown } from '../../../src/account/outgoing';
import type { CallCommand } from '../../../src/call/command';
import type { Supervision } from '../../../src/phone/by-profile';
import type { ConferenceCommand } from '../../../src/phone/conference';
import type { SeveralCommand } from '../../../src/phone/several-calls';

/** What a view of the phone may ask for. A promise rejects with `RequestFailed` when refused. */
export interface PhoneActions {
  /** `shown` is what the called party sees, where the settings say something else. */
  readonly dial: (target: string, shown?: Shown) => Promise<unknown>;
  /** Calls the other party of an earlier call again, by the URI that the call has. */
  readonly redial: (uri: string) => Promise<unknown>;
  /** Takes up the call that rings at a colleague's. */
  readonly pickUp: (number: string) => Promise<unknown>;
  readonly command: (callId: string, command: CallCommand) => Promise<unknown>;
  readonly several: (command: SeveralCommand) => Promise<unknown>;
  readonly conference: (command: ConferenceCommand) => Promise<unknown>;
  /** Takes up a parked call; `place` is where it waits, where only the user knows. */
  readonly retrieve: (parkedId: string, place: string | null) => Promise<unknown>;
  /** Listens to the calls of a colleague. */
  readonly supervise: (how: Supervision, extension: string) => Promise<unknown>;
  /** Takes a parked call, or a caller's answer, off the screen. */
  readonly forget: (id: string) => Promise<unknown>;
  /** Takes an ended call off the screen. */
  readonly dismiss: (callId: string) => Promise<unknown>;
  /** Tries to register again now. */
  readonly reconnect: () => Promise<unknown>;
  /** Installs the version that waits, whoever is on the phone. */
  readonly restartNow: () => Promise<unknown>;
  readonly openOptions: () => Promise<unknown>;
  /** The page that says how the connection is, and why. */
  readonly openConnection: () => Promise<unknown>;
  /** The page that can ask for the microphone. */
  readonly openWelcome: () => Promise<unknown>;
  /** The user has seen the missed calls up to this time. */
  readonly seeMissed: (seenAtMs: number) => Promise<unknown>;
}
