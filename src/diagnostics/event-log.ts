import type { CallDirection, Remote, SipResponse } from '../call/call';
import type { CallOutcome } from '../call/outcome';
import type { DeviceUse, MicrophoneTrouble } from '../phone/devices/devices';
import type { NetworkChange } from '../phone/registration/registering';
import type { RegistrationFailure } from '../phone/registration/registration';
import type { MicrophonePermission, PhoneSnapshot } from '../protocol/snapshot';
import { callFactsBetween } from './call-facts';
import { deviceFactsBetween } from './device-facts';

/** What happened to a call. */
export type CallFact =
  | 'dialled'
  | 'came-in'
  | 'rings-there'
  | 'early-sound'
  | 'answered'
  | 'held'
  | 'resumed'
  | 'held-by-them'
  | 'resumed-by-them'
  | 'muted'
  | 'unmuted'
  | 'transfer-asked'
  | 'transferred'
  | 'transfer-failed'
  /** The server can't be reached; the sound goes on. */
  | 'cut-off'
  | 'reached-again'
  | 'sound-lost-ours'
  | 'sound-lost-theirs'
  | 'sound-lost-both'
  | 'sound-back'
  | 'sounds-poor'
  | 'sounds-better'
  /** The way of the sound is gone, is looked for anew (ICE restart), is there again. */
  | 'way-lost'
  | 'way-renewed'
  | 'way-found'
  | 'ended';

/** One thing that happened, as the log knows it; a page has words for each. */
export type LogFact =
  /** The phone's document began, or began anew. */
  | { readonly type: 'phone-started' }
  | { readonly type: 'account-chosen'; readonly address: string }
  | { readonly type: 'account-removed' }
  | { readonly type: 'connecting' }
  /** The WebSocket is open. */
  | { readonly type: 'connection-opened'; readonly server: string }
  /** The WebSocket is closed; by the code of RFC 6455 §7.4 where the other end closed it. */
  | { readonly type: 'connection-closed'; readonly code: number | null }
  | { readonly type: 'registered'; readonly expiresAtMs: number; readonly server: string }
  | { readonly type: 'renewed'; readonly expiresAtMs: number }
  | { readonly type: 'registration-failed'; readonly failure: RegistrationFailure }
  /** It was registered, and is no more. */
  | { readonly type: 'registration-lost'; readonly failure: RegistrationFailure }
  | { readonly type: 'unregistered' }
  | { readonly type: 'network-changed'; readonly change: NetworkChange }
  | { readonly type: 'microphone'; readonly permission: MicrophonePermission }
  /** The chosen device can't be used, and the system's default is; or it is used again. */
  | {
      readonly type: 'device-away';
      readonly device: 'microphone' | 'speaker';
      readonly away: NonNullable<DeviceUse['away']>;
    }
  | { readonly type: 'device-back'; readonly device: 'microphone' | 'speaker' }
  | {
      readonly type: 'microphone-trouble';
      readonly trouble: Exclude<MicrophoneTrouble, 'blocked' | 'not-asked'>;
    }
  | {
      readonly type: 'call';
      readonly callId: string;
      readonly what: CallFact;
      readonly direction: CallDirection;
      readonly remote: Remote;
      /** Only of a call that ended. */
      readonly outcome?: CallOutcome;
      readonly response?: SipResponse | null;
      readonly talkedMs?: number | null;
    };

/** A fact and when it happened; the same again and again is one entry. */
export interface LogEntry {
  readonly fact: LogFact;
  readonly atMs: number;
  readonly times: number;
  readonly lastAtMs: number;
}

/** What happened lately, and what stays worth knowing when that has scrolled away. */
export interface EventLog {
  /** Another one with every change. */
  readonly revision: number;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** Since when the phone has been registered; null while it is not. */
  readonly registeredSinceMs: number | null;
  readonly lastFailure: { readonly atMs: number; readonly failure: RegistrationFailure } | null;
}

/** A log in which nothing has happened yet. */
export const EMPTY_LOG: EventLog = {
  revision: 0,
  entries: [],
  registeredSinceMs: null,
  lastFailure: null,
};

/** Some days of an office; what is older helps nobody any more. */
const MOST_ENTRIES = 200;

/** The log with one more fact. */
export function withFact(log: EventLog, fact: LogFact, atMs: number): EventLog {
  return {
    revision: log.revision + 1,
    entries: withEntry(log.entries, fact, atMs),
    registeredSinceMs: registeredSince(log.registeredSinceMs, fact, atMs),
    lastFailure: 'failure' in fact ? { atMs, failure: fact.failure } : log.lastFailure,
  };
}

/** The log with all that happened between two snapshots; the same one where nothing did. */
export function withSnapshot(
  log: EventLog,
  before: PhoneSnapshot | null,
  after: PhoneSnapshot,
  atMs: number,
): EventLog {
  return factsBetween(before, after).reduce((next, fact) => withFact(next, fact, atMs), log);
}

/** What a phone that began anew goes on with. */
export function continued(kept: EventLog | null, atMs: number): EventLog {
  const before = kept ?? EMPTY_LOG;

  return withFact({ ...before, registeredSinceMs: null }, { type: 'phone-started' }, atMs);
}

function withEntry(entries: readonly LogEntry[], fact: LogFact, atMs: number): readonly LogEntry[] {
  const last = entries.at(-1);

  if (last !== undefined && isAgain(last.fact, fact)) {
    const again = { ...last, fact, times: last.times + 1, lastAtMs: atMs };

    return [...entries.slice(0, -1), again];
  }

  return [...entries, { fact, atMs, times: 1, lastAtMs: atMs }].slice(-MOST_ENTRIES);
}

/** A night without a server is one line, not all of them. */
function isAgain(before: LogFact, fact: LogFact): boolean {
  if (before.type === 'registration-failed' && fact.type === 'registration-failed') {
    const { code, response } = before.failure;

    return code === fact.failure.code && response?.statusCode === fact.failure.response?.statusCode;
  }

  return before.type === 'renewed' && fact.type === 'renewed';
}

function registeredSince(sinceMs: number | null, fact: LogFact, atMs: number): number | null {
  switch (fact.type) {
    case 'registered':
      return sinceMs ?? atMs; // At another server it is still registered.
    case 'registration-failed':
    case 'registration-lost':
    case 'unregistered':
    case 'account-removed':
    case 'account-chosen':
      return null;
    default:
      return sinceMs;
  }
}

function factsBetween(before: PhoneSnapshot | null, after: PhoneSnapshot): readonly LogFact[] {
  return [
    ...accountFacts(before, after),
    ...registrationFacts(before, after),
    ...(after.microphone === (before?.microphone ?? 'prompt')
      ? []
      : [{ type: 'microphone', permission: after.microphone } as const]),
    ...deviceFactsBetween(before?.devices ?? null, after.devices),
    ...callFactsBetween(before?.calls ?? [], after.calls),
  ];
}

function accountFacts(before: PhoneSnapshot | null, after: PhoneSnapshot): readonly LogFact[] {
  const address = after.account?.address ?? null;

  if (address === (before?.account?.address ?? null)) {
    return [];
  }

  return [address === null ? { type: 'account-removed' } : { type: 'account-chosen', address }];
}

function registrationFacts(
  before: PhoneSnapshot | null,
  { registration: now }: PhoneSnapshot,
): readonly LogFact[] {
  const was = before?.registration ?? { state: 'unregistered' };

  if (now === was) {
    return [];
  }
  switch (now.state) {
    case 'registering':
      // Between two tries it goes without saying.
      return was.state === 'unregistered' ? [{ type: 'connecting' }] : [];
    case 'registered': {
      const { expiresAtMs, server } = now;

      if (was.state !== 'registered' || was.server !== server) {
        return [{ type: 'registered', expiresAtMs, server }];
      }
      return was.expiresAtMs === expiresAtMs ? [] : [{ type: 'renewed', expiresAtMs }];
    }
    case 'failed': {
      const { failure } = now;

      if (was.state === 'failed' && was.failure === failure) {
        return [];
      }
      return [
        { type: was.state === 'registered' ? 'registration-lost' : 'registration-failed', failure },
      ];
    }
    case 'unregistered':
      return was.state === 'unregistered' ? [] : [{ type: 'unregistered' }];
  }
}
