import { shownName, type ListedDevice } from './device-choice';
import type { Devices, DeviceUse, MicrophoneTrouble } from './devices';

/** What changed in a call without the user's doing. */
export type DeviceNews =
  /** The chosen device is in use again. */
  | { readonly type: 'back'; readonly name: string | null }
  /** The other side hears the user now. */
  | { readonly type: 'heard' }
  /** What the system's default was is gone, or is the default no more. */
  | { readonly type: 'unplugged'; readonly name: string; readonly inUse: readonly string[] }
  | { readonly type: 'now-using'; readonly inUse: readonly string[] };

/** That a chosen device is not in use, and what stands in for it. */
export interface StandIn {
  /** Null where the name of the chosen one was never learned. */
  readonly name: string | null;
  readonly why: 'unplugged' | 'taken';
  /** What is used instead; a name that is not known is null. */
  readonly inUse: readonly (string | null)[];
}

/** What is to be said of the way from one state of the devices to the next. */
export function newsBetween(
  before: Devices,
  now: Omit<Devices, 'news'>,
  list: readonly ListedDevice[] | null,
): readonly DeviceNews[] {
  const isGone = (name: string) => !(list ?? []).some((device) => shownName(device.name) === name);
  const heard: readonly DeviceNews[] =
    isUnheard(before.microphone.trouble) && now.microphone.trouble === null
      ? [{ type: 'heard' }]
      : [];

  return merged([
    ...heard,
    ...newsOf(before.microphone, now.microphone, isGone),
    ...newsOf(before.speaker, now.speaker, isGone),
  ]);
}

/** What stands in for what: a headset that is both microphone and speaker is said once. */
export function standIns({ microphone, speaker }: Devices): readonly StandIn[] {
  return [microphone, speaker].reduce<readonly StandIn[]>((told, { chosen, inUse, away }) => {
    const same = told.find(({ name, why }) => name === chosen && why === away);

    if (away === null) {
      return told;
    }

    return same === undefined
      ? [...told, { name: chosen, why: away, inUse: [inUse] }]
      : told.map((one) =>
          one === same ? { ...one, inUse: distinct([...one.inUse, inUse]) } : one,
        );
  }, []);
}

/** True where nothing of the user's voice leaves for a reason that may pass. */
function isUnheard(trouble: MicrophoneTrouble | null): boolean {
  return trouble !== null;
}

function newsOf(
  before: DeviceUse,
  now: DeviceUse,
  isGone: (name: string) => boolean,
): readonly DeviceNews[] {
  if (before.away !== null && now.away === null && now.inUse !== null) {
    return [{ type: 'back', name: now.chosen }];
  }
  const isOther = before.inUse !== null && now.inUse !== null && before.inUse !== now.inUse;

  // Who chose a device knows what became of it by the stand-in; who changed it did it himself.
  if (!isOther || before.chosen !== null || now.chosen !== null) {
    return [];
  }

  return isGone(before.inUse)
    ? [{ type: 'unplugged', name: before.inUse, inUse: [now.inUse] }]
    : [{ type: 'now-using', inUse: [now.inUse] }];
}

function merged(news: readonly DeviceNews[]): readonly DeviceNews[] {
  return news.reduce<readonly DeviceNews[]>((told, one) => {
    const same = told.find((other) => headOf(other) === headOf(one));

    if (same === undefined) {
      return [...told, one];
    }

    return told.map((other) =>
      other === same && 'inUse' in other && 'inUse' in one
        ? { ...other, inUse: distinct([...other.inUse, ...one.inUse]) }
        : other,
    );
  }, []);
}

/** What two news must share to be told as one. */
function headOf(news: DeviceNews): string {
  return `${news.type} ${'name' in news ? (news.name ?? '') : ''}`;
}

function distinct<T>(names: readonly T[]): readonly T[] {
  return [...new Set(names)];
}
