import { codeTarget, type Profile } from '../account/profile';
import type { Recorder } from '../call/recording';
import type { ServiceWay } from '../call/service';
import type { CallCommand } from '../call/command';
import { InvalidTargetError } from '../number/dial-target';

/** Listening to a colleague's call: unheard, heard by the colleague, or by both. */
export type Supervision = 'monitor' | 'whisper' | 'barge';

/** A way to call somebody: what is dialled, and the digits that follow once it is answered. */
export interface CodeCall {
  readonly target: string;
  readonly digits: string | null;
}

/** The command in the way that the phone system has for it. What it has no way for is left as it is. */
export function byProfile(command: CallCommand, profile: Profile | null): CallCommand {
  switch (command.type) {
    case 'park': {
      const way = parkingWay(profile);

      return way === null ? { type: 'park' } : { type: 'park', way };
    }
    case 'flip':
      return profile?.flip?.by === 'transfer'
        ? { type: 'transfer', target: codeTarget(profile.flip.target) }
        : command;
    default:
      return command;
  }
}

/** Who records: this browser, unless the phone system has a way of its own. */
export function recorderBy(profile: Profile | null): Recorder {
  return (profile?.record?.by ?? 'local') === 'local' ? 'local' : 'phone-system';
}

/** What to call to take up a call that is parked; null where that has no way. */
export function retrieval(profile: Profile | null, place: string): CodeCall | null {
  const target = `${profile?.retrieve?.prefix ?? ''}${place}`;

  return (profile?.retrieve ?? null) === null || target === ''
    ? null
    : { target: codeTarget(target), digits: null };
}

/**
 * What to call to listen to the calls of an extension.
 *
 * @throws InvalidTargetError when the extension is none, or the phone system has no way for it.
 */
export function supervision(
  profile: Profile | null,
  how: Supervision,
  extension: string,
): CodeCall {
  const way = profile?.[how] ?? null;
  const digits = extension.replace(/[\s.-]/g, '');

  if (way === null || !/^\d{1,16}$/.test(digits)) {
    throw new InvalidTargetError('not-a-number');
  }

  return way.by === 'call'
    ? { target: codeTarget(`${way.prefix}${digits}`), digits: null }
    : { target: codeTarget(way.target), digits: `${digits}${way.suffix}` };
}

function parkingWay(profile: Profile | null): ServiceWay | null {
  const way = profile?.park ?? null;

  switch (way?.by) {
    case 'transfer':
      return { by: 'transfer', uri: codeTarget(way.target) };
    case 'dtmf':
      return { by: 'dtmf', digits: way.digits };
    case 'ringcentral':
      return { by: 'phone-system' };
    default:
      return null;
  }
}
