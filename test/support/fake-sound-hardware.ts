import type { ListedDevice } from '../../src/phone/devices/device-choice';
import type { MicrophonePermission } from '../../src/protocol/snapshot';
import type { SoundHardware } from '../../extension/offscreen/sound/sound-hardware';

/** A microphone's track without any sound: it says whose it is, and whether it still runs. */
export class FakeTrack {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;

  constructor(
    /** Null for the system's default. */
    readonly deviceId: string | null,
  ) {}

  clone(): FakeTrack {
    return new FakeTrack(this.deviceId);
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

/** The sound devices of a computer, plugged in and out as a test says. */
export class FakeSoundHardware implements SoundHardware {
  devices: readonly ListedDevice[];
  /** In another program's hands. */
  readonly taken = new Set<string | null>();
  /** What each attempt asked for, in order. */
  readonly asked: (string | null)[] = [];
  readonly opened: FakeTrack[] = [];
  /** Set to let attempts wait for `release`. */
  gate: Promise<void> = Promise.resolve();
  #permission: MicrophonePermission = 'granted';
  #changed: () => void = () => undefined;
  #tellPermission: (permission: MicrophonePermission) => void = () => undefined;

  constructor(...inputs: readonly string[]) {
    this.devices = inputs.map(input);
  }

  list(): Promise<readonly ListedDevice[]> {
    return Promise.resolve(this.devices);
  }

  onChange(changed: () => void): void {
    this.#changed = changed;
  }

  onPermission(told: (permission: MicrophonePermission) => void): void {
    this.#tellPermission = told;
    told(this.#permission);
  }

  async open(id: string | null): Promise<MediaStreamTrack> {
    this.asked.push(id);
    await this.gate;
    if (this.#permission !== 'granted') {
      throw new DOMException('Permission denied', 'NotAllowedError');
    }
    const inputs = this.devices.filter(({ kind }) => kind === 'input');

    if (id === null ? inputs.length === 0 : inputs.every((one) => one.id !== id)) {
      throw new DOMException('Requested device not found', 'NotFoundError');
    }
    if (this.taken.has(id)) {
      throw new DOMException('Could not start audio source', 'NotReadableError');
    }
    const track = new FakeTrack(id);

    this.opened.push(track);

    // Only what the phone uses of a track is there.
    return track as unknown as MediaStreamTrack;
  }

  /** From now on there are these; what was open on one that is gone has ended. */
  plug(devices: readonly ListedDevice[]): void {
    this.devices = devices;
    for (const track of this.opened) {
      const isThere = devices.some(({ id }) => id === track.deviceId);

      if (track.readyState === 'live' && track.deviceId !== null && !isThere) {
        end(track);
      }
    }
    this.#changed();
  }

  /** Lets every attempt from now on wait; what is returned lets them go on. */
  hold(): () => void {
    let release: () => void = () => undefined;

    this.gate = new Promise((resolve) => {
      release = resolve;
    });

    return release;
  }

  /** The user says so in the browser's settings. */
  permit(permission: MicrophonePermission): void {
    this.#permission = permission;
    this.#tellPermission(permission);
    if (permission !== 'granted') {
      this.opened.filter(({ readyState }) => readyState === 'live').forEach(end);
    }
  }

  /** A switch at the device, or the system, lets nothing through. */
  mute(on: boolean): void {
    for (const track of this.opened) {
      track.muted = on;
      (on ? track.onmute : track.onunmute)?.();
    }
  }
}

/** A microphone, as the browser lists it. */
export function input(id: string): ListedDevice {
  return { kind: 'input', id, name: id, groupId: id };
}

/** A speaker, as the browser lists it. */
export function output(id: string): ListedDevice {
  return { kind: 'output', id, name: id, groupId: id };
}

function end(track: FakeTrack): void {
  track.readyState = 'ended';
  track.onended?.();
}
