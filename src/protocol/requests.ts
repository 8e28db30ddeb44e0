import type { Account } from '../account/account';
import type { Settings } from '../account/settings';
import type { CallCommand } from '../call/transition';
import type { FoundNumber } from '../number/find-numbers';
import type { RegistrationFailure } from '../phone/registration';
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
  readonly clickToCall: boolean;
}

/** Requests the service worker answers. */
export interface WorkerRequests {
  /** Open to content scripts: places a call and opens the popup. */
  dial(payload: { target: string }): { callId: string };
  /** Open to content scripts: the pointer rests on a number, a call may follow. */
  prepare(): void;
  /** Open to content scripts: for each text, the phone numbers in it. */
  findNumbers(payload: { texts: string[]; region: string | null }): FoundNumber[][];
  /** Open to content scripts. */
  pageSettings(): PageSettings;
  /** Open to content scripts: there is no account to call with, and the user wants one. */
  setUp(): void;

  ensurePhone(): void;
  configuration(): Configuration;
  phoneChanged(payload: { snapshot: PhoneSnapshot }): void;
}

/** The worker's requests that a content script may send; all others are refused. */
export const PAGE_REQUESTS = ['dial', 'prepare', 'findNumbers', 'pageSettings', 'setUp'] as const;

/** Requests the offscreen phone answers, to our own pages and worker only. */
export interface PhoneRequests {
  dial(payload: { target: string }): { callId: string };
  command(payload: { callId: string; command: CallCommand }): void;
  /** Takes an ended call off the screen before its time. */
  dismiss(payload: { callId: string }): void;
  snapshot(): PhoneSnapshot;
  configure(payload: Configuration): void;
  /** Tries to register again now instead of waiting. */
  reconnect(): void;
  prepare(): void;
  /** Registers once with an account that is not saved yet; null when all went well. */
  testAccount(payload: { account: Account }): RegistrationFailure | null;
}

export interface RequestsTo extends Record<Destination, unknown> {
  worker: WorkerRequests;
  phone: PhoneRequests;
}

type AnyFn = (...args: never[]) => unknown;
export type PayloadOf<F> = F extends (...args: infer A) => unknown ? A : never;
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
