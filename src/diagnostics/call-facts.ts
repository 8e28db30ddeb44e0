import { isLive, type Call } from '../call/call';
import type { LostSound } from '../call/lost-sound';
import { outcomeOf } from '../call/outcome';
import type { CallFact, LogFact } from './event-log';

const LOST: Readonly<Record<LostSound, CallFact>> = {
  ours: 'sound-lost-ours',
  theirs: 'sound-lost-theirs',
  both: 'sound-lost-both',
};

/** What happened to the calls between two snapshots. */
export function callFactsBetween(
  before: readonly Call[],
  after: readonly Call[],
): readonly LogFact[] {
  return before === after
    ? []
    : after.flatMap((call) =>
        factsOf(
          before.find(({ id }) => id === call.id),
          call,
        ),
      );
}

function factsOf(was: Call | undefined, now: Call): readonly LogFact[] {
  if (was === now) {
    return [];
  }
  const { id: callId, direction, remote } = now;
  const fact = (what: CallFact): LogFact => ({ type: 'call', callId, what, direction, remote });
  const isNew = was === undefined;
  const beganAs: CallFact = direction === 'outgoing' ? 'dialled' : 'came-in';
  const steps: readonly (readonly [happened: boolean, what: CallFact])[] = [
    [isNew, beganAs],
    [direction === 'outgoing' && became(was, now, 'ringing'), 'rings-there'],
    [became(was, now, 'early'), 'early-sound'],
    [became(was, now, 'established'), 'answered'],
    [!isNew && !was.hold.local && now.hold.local, 'held'],
    [!isNew && was.hold.local && !now.hold.local, 'resumed'],
    [!isNew && !was.hold.remote && now.hold.remote, 'held-by-them'],
    [!isNew && was.hold.remote && !now.hold.remote, 'resumed-by-them'],
    [!isNew && !was.muted && now.muted, 'muted'],
    [!isNew && was.muted && !now.muted, 'unmuted'],
    [!isNew && !was.isCutOff && now.isCutOff, 'cut-off'],
    [!isNew && was.isCutOff && !now.isCutOff, 'reached-again'],
    [now.lostSound !== null && was?.lostSound !== now.lostSound, LOST[now.lostSound ?? 'both']],
    [!isNew && isLive(now) && was.lostSound !== null && now.lostSound === null, 'sound-back'],
    [now.soundsPoor && was?.soundsPoor !== true, 'sounds-poor'],
    [!isNew && isLive(now) && was.soundsPoor && !now.soundsPoor, 'sounds-better'],
    [isTransfer(was, now, 'asked'), 'transfer-asked'],
    [isTransfer(was, now, 'done'), 'transferred'],
    [isTransfer(was, now, 'failed'), 'transfer-failed'],
  ];

  return [
    ...steps.filter(([happened]) => happened).map(([, what]) => fact(what)),
    ...((was?.end ?? null) === null && now.end !== null ? [ended(now)] : []),
  ];
}

function ended(call: Call): LogFact {
  const { id: callId, direction, remote, end, establishedAtMs, endedAtMs } = call;

  return {
    type: 'call',
    callId,
    what: 'ended',
    direction,
    remote,
    outcome: outcomeOf(call) ?? 'failed',
    response: end?.response ?? null,
    talkedMs: establishedAtMs === null || endedAtMs === null ? null : endedAtMs - establishedAtMs,
  };
}

function became(was: Call | undefined, now: Call, state: Call['state']): boolean {
  return now.state === state && was?.state !== state;
}

function isTransfer(was: Call | undefined, now: Call, state: 'asked' | 'done' | 'failed'): boolean {
  return now.transfer?.state === state && was?.transfer?.state !== state;
}
