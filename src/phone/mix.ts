import type { Call } from '../call/call';
import { isRecorded } from '../call/recording';
import type { PhoneSnapshot } from '../protocol/snapshot';
import { isMember } from './conference';

/** Where a sound comes from: the user, what the phone says of a recording, or a call's other party. */
export type MixSource = 'microphone' | 'beep' | `voice ${string}`;
/** Where a mixture goes: to a call's other party, or into a recording. */
export type MixSink = `call ${string}` | `recording ${string}`;

/** That one sound is in one mixture. */
export interface MixEdge {
  readonly from: MixSource;
  readonly to: MixSink;
}

/** What is mixed of, as the snapshot has it. */
export type Mixable = Pick<PhoneSnapshot, 'calls' | 'conference'>;

/**
 * Everything that is mixed now. Each member of a conference gets the user and all other members,
 * and never itself. A call that needs no mixing is in no edge: its microphone goes out as it is.
 */
export function mixFor(mixable: Mixable): readonly MixEdge[] {
  const active = mixable.calls.filter(isActive);

  return [
    ...active.filter((call) => isMixed(call, mixable)).flatMap((call) => edgesTo(call, mixable)),
    ...active.filter(isRecordedHere).flatMap((call) => edgesFromRecorded(call, mixable)),
  ].filter(isFirst);
}

/** The recordings to be made here now; a held call's goes on, with nothing in it. */
export function recordingsFor({ calls }: Mixable): readonly string[] {
  return [...new Set(calls.filter(isRecordedHere).map((call) => call.recording?.id ?? ''))];
}

/** The calls whose other party the user does not want to hear. */
export function unheardIn({ conference }: Mixable): readonly string[] {
  return conference.filter(({ isMuted }) => isMuted).map(({ callId }) => callId);
}

/** What a call's other party hears. */
function edgesTo(call: Call, { calls, conference }: Mixable): readonly MixEdge[] {
  const to: MixSink = `call ${call.id}`;
  const others = isMember(conference, call.id)
    ? calls.filter(({ id }) => id !== call.id && isMember(conference, id))
    : [];

  return [
    ...(call.muted ? [] : [{ from: 'microphone', to } as const]),
    ...(beeps(call) ? [{ from: 'beep', to } as const] : []),
    ...others
      .filter((other) => isHeard(other, conference))
      .map(({ id }) => ({ from: `voice ${id}`, to }) as const),
  ];
}

/** What a call has to say to its recording. */
function edgesFromRecorded(call: Call, { conference }: Mixable): readonly MixEdge[] {
  const to: MixSink = `recording ${call.recording?.id ?? ''}`;

  return [
    ...(call.muted ? [] : [{ from: 'microphone', to } as const]),
    ...(beeps(call) ? [{ from: 'beep', to } as const] : []),
    ...(isHeard(call, conference) ? [{ from: `voice ${call.id}`, to } as const] : []),
  ];
}

/** True while sound flows, or is about to; a hold is kept from its first moment. */
function isActive({ state, hold }: Call): boolean {
  return state === 'established' && !hold.local && hold.requested !== true;
}

/** Whose music is played to us on hold is not let in: all the others would have to hear it. */
function isHeard(call: Call, conference: Mixable['conference']): boolean {
  const isMuted = conference.some((member) => member.callId === call.id && member.isMuted);

  return isActive(call) && !call.hold.remote && !isMuted;
}

function isMixed(call: Call, { conference }: Mixable): boolean {
  return isMember(conference, call.id) || beeps(call);
}

function isRecordedHere(call: Call): boolean {
  return isRecorded(call) && call.recording?.by === 'local';
}

function beeps(call: Call): boolean {
  return isRecordedHere(call) && call.recording?.beeps === true;
}

function isFirst(edge: MixEdge, index: number, edges: readonly MixEdge[]): boolean {
  return edges.findIndex(({ from, to }) => from === edge.from && to === edge.to) === index;
}
