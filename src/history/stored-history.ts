import type { CallOutcome } from '../call/outcome';
import { newestFirst, type HistoryEntry } from './entry';

/** Every outcome, such that a forgotten one does not compile. */
const OUTCOMES: Readonly<Record<CallOutcome, true>> = {
  talked: true,
  missed: true,
  'answered-elsewhere': true,
  'sent-to-voicemail': true,
  replied: true,
  declined: true,
  forwarded: true,
  cancelled: true,
  busy: true,
  'declined-by-remote': true,
  'not-found': true,
  moved: true,
  'no-answer': true,
  'not-allowed': true,
  unavailable: true,
  incompatible: true,
  'server-trouble': true,
  'connection-lost': true,
  lost: true,
  failed: true,
};

/** The call log from storage: entries that are none are dropped, the others kept. */
export function parseHistory(stored: unknown): readonly HistoryEntry[] {
  return Array.isArray(stored) ? newestFirst(stored.map(asToday).filter(isEntry)) : [];
}

/** Without a microphone calls used to fail. */
const FORMER_FAILURES: readonly unknown[] = ['microphone-denied', 'microphone-missing'];

function asToday(value: unknown): unknown {
  return isObject(value) && FORMER_FAILURES.includes(value.outcome)
    ? { ...value, outcome: 'failed' }
    : value;
}

function isEntry(value: unknown): value is HistoryEntry {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    (value.direction === 'incoming' || value.direction === 'outgoing') &&
    isRemote(value.remote) &&
    Number.isFinite(value.startedAtMs) &&
    Number.isFinite(value.durationMs) &&
    typeof value.outcome === 'string' &&
    Object.hasOwn(OUTCOMES, value.outcome)
  );
}

function isRemote(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.uri === 'string' &&
    (value.displayName === null || typeof value.displayName === 'string') &&
    (value.via === undefined || typeof value.via === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
