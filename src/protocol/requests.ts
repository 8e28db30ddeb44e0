import type { Account } from '../account/account';
import type { Shown } from '../account/outgoing';
import type { PageMode } from '../account/page-mode';
import type { Settings } from '../account/settings';
import type { CallCommand } from '../call/command';
import type { CallFigures } from '../call/figures';
import type { DiagnosticsNews, DiagnosticsSeen } from '../diagnostics/diagnostics';
import type { EventLog } from '../diagnostics/event-log';
import type { FoundNumber } from '../number/find-numbers';
import type { PageClues } from '../number/region';
import type { ConferenceCommand } from '../phone/conference';
import type { Supervision } from '../phone/by-profile';
import type { FailedProbe } from '../phone/registration/failed-probe';
import type { SavedPhone } from '../phone/recovery/saved-calls';
import type { SeveralCommand } from '../phone/several-calls';
import type { Destination } from './envelope';
import type { Sender } from './sender';
import type { PhoneSnapshot } from './snapshot';

/** What the phone needs from storage, which the offscreen document cannot read itself. */
export interface Configuration {
  readonly account: Account | null;
  readonly settings: Settings;
}

/** What a content script needs to know of the settings. */
export interface PageSettings {
  /** What to do on this very page: the user's choice for its site, or for all. */
  readonly mode: PageMode;
  /** Whether a click on a phone link is ours; else it is left to the browser. */
  readonly dialLinks: boolean;
}

/** What a page says of where it is, as it stands there. Its host and site the worker knows better. */
export type WrittenClues = Omit<PageClues, 'site' | 'host'>;

/** A phone number found in a page's text, and the country that it calls. */
export interface PlacedNumber extends FoundNumber {
  /** Two letters (ISO 3166-1); null for a number of no country, as +800 is. */
  readonly country: string | null;
}

/** Requests the service worker answers. */
export interface WorkerRequests {
  /** Open to content scripts: places a call and opens the popup. */
  dial(payload: { target: string }): { callId: string };
  /** Open to content scripts: the pointer rests on a number, a call may follow. */
  prepare(): void;
  /** Open to content scripts: for each text, its phone numbers, but those that are none by the user. */
  findNumbers(payload: { texts: string[]; clues: WrittenClues }): PlacedNumber[][];
  /** Open to content scripts: what the user wants on the page that asks. */
  pageSettings(): PageSettings;
  /** Open to content scripts: the user says that this is no phone number, on any page. */
  refuseNumber(payload: { e164: string }): void;
  /** Open to content scripts: the user wants nothing on the site that asks, from now on. */
  refuseSite(): void;
  /** Open to content scripts: there is no account to call with, and the user wants one. */
  setUp(): void;

  /** Brings the phone's document back where it is gone, or does not answer. */
  ensurePhone(): void;
  configuration(): Configuration;
  phoneChanged(payload: { snapshot: PhoneSnapshot }): void;
  /** Keeps what the phone remembers for as long as the browser runs, should its document end. */
  keepLog(payload: { log: EventLog }): void;
  keptLog(): EventLog | null;
  /** The phone has said goodbye to its server: the version that waits is installed now. */
  restart(): void;
  /** What the next phone has to know if this one is gone all of a sudden; null for nothing. */
  saveCalls(payload: { saved: SavedPhone | null }): void;
  /** What the phone before has left; null for nothing. */
  savedCalls(): SavedPhone | null;
}

/** The worker's requests that a content script may send; all others are refused. */
export const PAGE_REQUESTS = [
  'dial',
  'prepare',
  'findNumbers',
  'pageSettings',
  'refuseNumber',
  'refuseSite',
  'setUp',
] as const;

/** Requests our script in a web page answers, in every frame by itself. Only the worker asks. */
export interface PageRequests {
  /** What `pageSettings` says, or which numbers are none, may be different now: ask again. */
  settingsChanged(): void;
  /** Goes to the next or previous number of the page and shows its card. */
  stepNumber(payload: { isBack: boolean }): { isFound: boolean };
  /** What stands in the field that the context menu was opened on; null for passwords and no field. */
  fieldValue(): string | null;
}

/** Requests the offscreen phone answers, to our own pages and worker only. */
export interface PhoneRequests {
  /** Whether the document does its work: the answer is all there is to it. */
  ping(): void;
  /** `shown` is what the called party sees of us, where it is not what the settings say. */
  dial(payload: { target: string; shown?: Shown }): { callId: string };
  /** Calls the other party of an earlier call again: `uri` as the call has it. */
  redial(payload: { uri: string }): { callId: string };
  /** Takes up the call that rings at a colleague's: `number` as the team list has it. */
  pickUp(payload: { number: string }): { callId: string };
  command(payload: { callId: string; command: CallCommand }): void;
  /** What concerns several calls together. */
  conference(payload: { command: ConferenceCommand }): void;
  /** What is asked of several calls, or of the phone about one. */
  several(payload: { command: SeveralCommand }): void;
  /** Takes an ended call off the screen before its time. */
  dismiss(payload: { callId: string }): void;
  /** Takes up a parked call. `place` is where it waits, where only the user knows. */
  retrieve(payload: { parkedId: string; place: string | null }): { callId: string };
  /** Listens to the calls of a colleague, by the phone system's own code. */
  supervise(payload: { how: Supervision; extension: string }): { callId: string };
  /** Takes a parked call, or a caller's answer, off the screen. */
  forget(payload: { id: string }): void;
  snapshot(): PhoneSnapshot;
  /** How the sound of a call is doing, two seconds old at most; null where it has none yet. */
  figures(payload: { callId: string }): CallFigures | null;
  /** What happened lately, and the messages of the last calls, as far as it is new. */
  diagnostics(payload: DiagnosticsSeen): DiagnosticsNews;
  configure(payload: Configuration): void;
  /** Tries to register again now instead of waiting. */
  reconnect(): void;
  /** Registers anew though nothing seems wrong. */
  renew(): void;
  prepare(): void;
  /** A new version waits since then. */
  updateWaits(payload: { sinceMs: number }): void;
  /** The user does not want to wait for it any longer. */
  restartNow(): void;
  /** Registers once with an account that is not saved yet; null when all went well. */
  testAccount(payload: { account: Account }): FailedProbe | null;
}

/** What each destination can be asked. */
export interface RequestsTo extends Record<Destination, unknown> {
  worker: WorkerRequests;
  phone: PhoneRequests;
  page: PageRequests;
}

type AnyFn = (...args: never[]) => unknown;
/** The arguments of a request. */
export type PayloadOf<F> = F extends (...args: infer A) => unknown ? A : never;
/** What a request is answered with. */
export type ValueOf<F> = F extends (...args: never[]) => infer R ? R : never;

/** One handler for every request in a map; a missing one is a compile error. Each is told who asks. */
export type HandlersFor<Requests> = {
  [Type in keyof Requests]: Requests[Type] extends AnyFn
    ? (
        payload: PayloadOf<Requests[Type]>[0],
        sender: Sender,
      ) => ValueOf<Requests[Type]> | Promise<ValueOf<Requests[Type]>>
    : never;
};
