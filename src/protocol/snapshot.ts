import type { Profile } from '../account/profile';
import type { Call } from '../call/call';
import type { ConferenceMember } from '../phone/conference';
import type { Consult } from '../phone/consult';
import type { Devices } from '../phone/devices/devices';
import type { ParkedCall } from '../phone/parked';
import type { Registration } from '../phone/registration/registration';
import type { TeamMember } from '../phone/team/team';
import type { WaitingUpdate } from '../phone/update/update';
import type { MessageSummary } from '../sip/message-summary';
import type { ReplyAnswered } from '../phone/reply-answered';

/** Whether the extension may use a microphone; `prompt` means nobody asked the user yet. */
export type MicrophonePermission = 'granted' | 'prompt' | 'denied';

/** The account as the screen shows it. Never the password. */
export interface AccountView {
  readonly address: string;
  readonly displayName: string;
  /** What the phone system can do: a button for what it cannot is not shown. */
  readonly profile: Profile;
}

/** The whole visible state of the phone. JSON only: it crosses runtime messaging. */
export interface PhoneSnapshot {
  /** New for every offscreen document, so that a restart is never mistaken for an update. */
  readonly instanceId: string;
  /** Grows by one with every change within an instance. */
  readonly revision: number;
  readonly account: AccountView | null;
  readonly registration: Registration;
  readonly microphone: MicrophonePermission;
  /** What the phone speaks and hears through. */
  readonly devices: Devices;
  /** Live calls and those that ended a moment ago, oldest first. */
  readonly calls: readonly Call[];
  /** The calls that are merged, two at least; none where there is no conference. */
  readonly conference: readonly ConferenceMember[];
  /** The calls by which the user asks somebody about another one. */
  readonly consults: readonly Consult[];
  /** The colleagues that the user watches, in the user's order. */
  readonly team: readonly TeamMember[];
  /** What waits in the user's mailbox; null where nobody says. */
  readonly voicemail: MessageSummary | null;
  /** Calls that wait in the phone system for somebody to take them up, oldest first. */
  readonly parked: readonly ParkedCall[];
  /** What callers answered to the words we left them, oldest first; until the user has read it. */
  readonly answers: readonly ReplyAnswered[];
  /** A new version that waits until nobody is on the phone; null where there is none. */
  readonly update: WaitingUpdate | null;
}

/** True if `next` should replace `current` on screen. */
export function isNewer(next: PhoneSnapshot, current: PhoneSnapshot | null): boolean {
  return current?.instanceId !== next.instanceId || next.revision > current.revision;
}
