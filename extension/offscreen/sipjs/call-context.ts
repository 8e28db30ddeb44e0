import type { Session } from 'sip.js';
import type { DtmfMethod } from '../../../src/account/account';
import type { Profile } from '../../../src/account/profile';
import type { DtmfPace } from '../../../src/call/dtmf';
import type { CallEvent } from '../../../src/call/event';
import type { Flow } from './flow';
import type { After, CallMedia, Log } from './options';

/** What a call takes from the stack around it. */
export interface CallContext {
  readonly media: CallMedia;
  readonly flow: Flow;
  readonly dtmfMethod: DtmfMethod;
  readonly dtmfPace: DtmfPace;
  /** Whether the phone system is believed of who has the call. */
  readonly trustsIdentity: boolean;
  /** How the phone system of the call's account does things. */
  readonly profile: Profile;
  readonly after: After;
  readonly random: () => number;
  readonly log: Log;
  readonly report: (event: CallEvent) => void;
  /** The session of another call of ours that is up; null when there is none. */
  readonly sessionOf: (callId: string) => Session | null;
}
