import type { Call } from '../call/call';
import { isRecorded } from '../call/recording';
import type { CallCommand } from '../call/command';

/** A call whose party talks with those of the others. */
export interface ConferenceMember {
  readonly callId: string;
  /** Nobody hears this party, neither the others nor the user; the party hears everybody. */
  readonly isMuted: boolean;
}

/** What the user asks of several calls together. */
export type ConferenceCommand =
  /** Everybody in these calls, and in the conference that there is, talks with everybody. */
  | { readonly type: 'merge'; readonly callIds: readonly string[] }
  /** One leaves the conference to talk with the user alone; the others wait on hold. */
  | { readonly type: 'talk-alone'; readonly callId: string }
  | { readonly type: 'mute-member'; readonly callId: string; readonly on: boolean }
  | { readonly type: 'hang-up' };

/** A command for one of the calls. */
export interface Told {
  readonly callId: string;
  readonly command: CallCommand;
}

/** Calls that cannot be merged, or a party that is in no conference. */
export class InvalidConferenceError extends Error {
  override name = 'InvalidConferenceError';

  constructor({ type }: ConferenceCommand) {
    super(`cannot ${type}: not with these calls as they are`);
  }
}

/** The members that are still there; one alone is an ordinary call. */
export function remainingMembers(
  members: readonly ConferenceMember[],
  calls: readonly Call[],
): readonly ConferenceMember[] {
  const left = members.filter(({ callId }) => isEstablished(calls, callId));

  if (left.length === members.length) {
    return members;
  }

  return left.length < 2 ? [] : left;
}

/** True where this call can be merged with others now. */
export function canMerge(call: Call): boolean {
  return call.state === 'established' && call.hold.requested === null;
}

/** True for a call that is part of the conference. */
export function isMember(members: readonly ConferenceMember[], callId: string): boolean {
  return members.some((member) => member.callId === callId);
}

/**
 * Who is in the conference after a command, and what each call is told for it, in this order. Where
 * the phone system merges calls by itself, `digits` are what it wants to hear for it.
 */
export function conferenceStep(
  command: ConferenceCommand,
  members: readonly ConferenceMember[],
  calls: readonly Call[],
  digits: string | null = null,
): { readonly members: readonly ConferenceMember[]; readonly told: readonly Told[] } {
  switch (command.type) {
    case 'merge':
      return digits === null
        ? merge(command, members, calls)
        : { members, told: [mergedElsewhere(command, calls, digits)] };

    case 'talk-alone': {
      const others = members.filter(({ callId }) => callId !== command.callId);

      if (others.length === members.length) {
        throw new InvalidConferenceError(command);
      }
      const alone = calls.filter(({ id, hold }) => id === command.callId && hold.local);

      return {
        members: others.length < 2 ? [] : others,
        told: [
          ...callsOf(others, calls)
            .filter(({ hold }) => !hold.local && hold.requested === null)
            .map(({ id }) => told(id, { type: 'hold', on: true })),
          ...alone.map(({ id }) => told(id, { type: 'hold', on: false })),
        ],
      };
    }

    case 'mute-member':
      if (!isMember(members, command.callId)) {
        throw new InvalidConferenceError(command);
      }
      return {
        members: members.map((member) =>
          member.callId === command.callId ? { ...member, isMuted: command.on } : member,
        ),
        told: [],
      };

    case 'hang-up':
      return { members: [], told: members.map(({ callId }) => told(callId, { type: 'hang-up' })) };
  }
}

/**
 * What the other members are told when one of them is told this: a conference is held, muted and
 * recorded as one. A member whose hold is under way already is left alone.
 */
export function toldTogether(
  { callId, command }: Told,
  members: readonly ConferenceMember[],
  calls: readonly Call[],
): readonly Told[] {
  if (!isMember(members, callId)) {
    return [];
  }
  const others = callsOf(members, calls).filter(({ id }) => id !== callId);

  switch (command.type) {
    case 'hold':
      return others
        .filter(({ hold }) => hold.requested === null && hold.local !== command.on)
        .map(({ id }) => told(id, command));
    case 'mute':
    case 'record':
      return others.map(({ id }) => told(id, command));
    default:
      return [];
  }
}

function merge(
  command: ConferenceCommand & { readonly type: 'merge' },
  members: readonly ConferenceMember[],
  calls: readonly Call[],
): ReturnType<typeof conferenceStep> {
  const ids = new Set([...members.map(({ callId }) => callId), ...command.callIds]);
  const merged = calls.filter(({ id }) => ids.has(id));

  if (ids.size < 2 || merged.length < ids.size || !merged.every(canMerge)) {
    throw new InvalidConferenceError(command);
  }
  const heard = merged.filter(({ hold }) => !hold.local);
  // Whoever was muted in the call they were in does not begin to be heard by this.
  const isMuted = heard.some(({ muted }) => muted);
  return {
    members: [...ids].map(
      (callId) => members.find((member) => member.callId === callId) ?? { callId, isMuted: false },
    ),
    told: [
      ...merged
        .filter(({ muted }) => muted !== isMuted)
        .map(({ id }) => told(id, { type: 'mute', on: isMuted })),
      ...recordedTogether(merged),
      ...merged
        .filter(({ hold }) => hold.local)
        .map(({ id }) => told(id, { type: 'hold', on: false })),
    ],
  };
}

/** The phone system hears the digits in the call that is up; what it does then is its own. */
function mergedElsewhere(
  command: ConferenceCommand & { readonly type: 'merge' },
  calls: readonly Call[],
  tones: string,
): Told {
  const talking = calls.find(
    ({ id, state, hold }) => command.callIds.includes(id) && state === 'established' && !hold.local,
  );

  if (talking === undefined) {
    throw new InvalidConferenceError(command);
  }

  return told(talking.id, { type: 'send-dtmf', tones });
}

/** What is recorded here of one is recorded of all, into the same recording. */
function recordedTogether(merged: readonly Call[]): readonly Told[] {
  const recording = merged.filter(isRecorded).find(isRecordedHere)?.recording;

  if (recording === null || recording === undefined) {
    return [];
  }
  const { id, by, beeps } = recording;

  return merged
    .filter((call) => call.recording?.id !== id)
    .map((call) => told(call.id, { type: 'record', on: true, as: { id, by, beeps } }));
}

function isRecordedHere({ recording }: Call): boolean {
  return recording?.by === 'local';
}

function callsOf(members: readonly ConferenceMember[], calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ id }) => isMember(members, id));
}

function isEstablished(calls: readonly Call[], callId: string): boolean {
  return calls.some(({ id, state }) => id === callId && state === 'established');
}

function told(callId: string, command: CallCommand): Told {
  return { callId, command };
}
