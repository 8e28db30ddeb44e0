import type { Settings } from '../../account/settings';
import type { MicrophonePermission } from '../../protocol/snapshot';
import type { DeviceNews } from './device-news';
import { chooseDevice, shownName, type ListedDevice, type WantedDevice } from './device-choice';

/** What the user chose; null for the system's default. */
export interface WantedDevices {
  readonly microphone: WantedDevice | null;
  readonly speaker: WantedDevice | null;
  /** Where the ringtone plays. */
  readonly ringer: WantedDevice | null;
}

/** Why the microphone could not be opened, in the terms of Media Capture and Streams §10.2. */
export type OpeningFailure = 'not-allowed' | 'missing' | 'taken';

/** How the microphone stands. */
export type MicrophoneState =
  /** Nobody needs it. */
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      /** The device asked for could not be had: it is the system's default that is open. */
      readonly isSubstitute: boolean;
      /** The system, or a switch on the device, lets nothing through. */
      readonly isMuted: boolean;
    }
  | { readonly state: 'failed'; readonly why: OpeningFailure };

/** All that is known of the sound devices. */
export interface DeviceFacts {
  readonly wanted: WantedDevices;
  /** Null until the browser has told. */
  readonly list: readonly ListedDevice[] | null;
  /** Null where the browser does not say. */
  readonly permission: MicrophonePermission | null;
  readonly microphone: MicrophoneState;
  /** The chosen speaker does not take any sound. */
  readonly isSpeakerRefused: boolean;
}

/** How one device is used, by the names that people know. */
export interface DeviceUse {
  /** The chosen one; null for the system's default, and where its name was never learned. */
  readonly chosen: string | null;
  /** Null where nothing is in use, or its name is not known. */
  readonly inUse: string | null;
  /** Why the chosen one is not in use, so that the system's default stands in; null while it is. */
  readonly away: 'unplugged' | 'taken' | null;
}

/** Why nobody hears the user, whatever else is well. */
export type MicrophoneTrouble =
  | 'blocked'
  /** Nobody asked the user yet. */
  | 'not-asked'
  | 'blocked-by-system'
  | 'missing'
  | 'taken'
  | 'muted';

/** What the phone speaks and hears through. Names only: ids are between the browser and the phone. */
export interface Devices {
  readonly microphone: DeviceUse & { readonly trouble: MicrophoneTrouble | null };
  readonly speaker: DeviceUse & { readonly isMissing: boolean };
  readonly ringer: DeviceUse;
  /** What changed a moment ago, while a call was up. */
  readonly news: readonly DeviceNews[];
}

const DEFAULT_IN_USE: DeviceUse = { chosen: null, inUse: null, away: null };

/** Before anything is known. */
export const UNKNOWN_DEVICES: Devices = {
  microphone: { ...DEFAULT_IN_USE, trouble: null },
  speaker: { ...DEFAULT_IN_USE, isMissing: false },
  ringer: DEFAULT_IN_USE,
  news: [],
};

/** What the user chose in the settings. */
export function wantedDevices(settings: Settings): WantedDevices {
  const wanted = (id: string | null, name: string | null) => (id === null ? null : { id, name });

  return {
    microphone: wanted(settings.microphoneId, settings.microphoneName),
    speaker: wanted(settings.speakerId, settings.speakerName),
    ringer: wanted(settings.ringerId, settings.ringerName),
  };
}

/** What is to be said of the devices. */
export function devicesFrom(facts: DeviceFacts): Omit<Devices, 'news'> {
  const { wanted, list, microphone, isSpeakerRefused } = facts;
  const trouble = troubleOf(facts);
  const voice = useOf('input', wanted.microphone, list, isSubstitute(microphone));

  return {
    microphone: {
      ...voice,
      // Where none can be had, none stands in for another.
      ...(trouble === null || trouble === 'muted' ? {} : { inUse: null, away: null }),
      trouble,
    },
    speaker: {
      ...useOf('output', wanted.speaker, list, isSpeakerRefused),
      isMissing: isWithout('output', list),
    },
    ringer: useOf('output', wanted.ringer, list, false),
  };
}

/** True where another attempt to open the microphone may succeed without anybody telling us. */
export function isWorthAnotherTry({ list, permission, microphone }: DeviceFacts): boolean {
  if (microphone.state !== 'failed') {
    return isSubstitute(microphone);
  }

  return microphone.why === 'not-allowed'
    ? permission === 'granted' // It is the system that keeps it from us, and says nothing.
    : !isWithout('input', list);
}

/** What the browser means by an error of `getUserMedia`. */
export function openingFailureOf(errorName: string): OpeningFailure {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'not-allowed';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'taken';
  }
}

function troubleOf({ list, permission, microphone }: DeviceFacts): MicrophoneTrouble | null {
  switch (microphone.state) {
    case 'open':
      return microphone.isMuted ? 'muted' : null;
    case 'failed':
      return microphone.why === 'not-allowed'
        ? (notAllowed(permission) ?? 'blocked-by-system')
        : microphone.why;
    case 'closed':
      return isWithout('input', list) ? 'missing' : notAllowed(permission);
  }
}

function notAllowed(permission: MicrophonePermission | null): 'blocked' | 'not-asked' | null {
  switch (permission) {
    case 'denied':
      return 'blocked';
    case 'prompt':
      return 'not-asked';
    default:
      return null;
  }
}

function useOf(
  kind: ListedDevice['kind'],
  wanted: WantedDevice | null,
  list: readonly ListedDevice[] | null,
  isRefused: boolean,
): DeviceUse {
  const { isAway, name } = chooseDevice(kind, wanted, list);
  const isSubstituted = isAway || (wanted !== null && isRefused);

  return {
    chosen: wanted === null ? null : isAway ? shownName(wanted.name ?? '') : name,
    inUse: isSubstituted ? chooseDevice(kind, null, list).name : name,
    away: isAway ? 'unplugged' : isSubstituted ? 'taken' : null,
  };
}

function isSubstitute(microphone: MicrophoneState): boolean {
  return microphone.state === 'open' && microphone.isSubstitute;
}

function isWithout(kind: ListedDevice['kind'], list: readonly ListedDevice[] | null): boolean {
  return list?.every((device) => device.kind !== kind) === true;
}
