import { chooseDevice, type ListedDevice } from '../../../src/phone/devices/device-choice';
import {
  isWorthAnotherTry,
  type DeviceFacts,
  type MicrophoneState,
  type WantedDevices,
} from '../../../src/phone/devices/devices';
import type { MicrophonePermission } from '../../../src/protocol/snapshot';
import type { MicrophoneDevice } from './microphone';
import type { After, Log } from '../sipjs/options';
import type { SoundHardware } from './sound-hardware';

/** Who takes the devices that are chosen here. */
export interface DeviceWatchOptions {
  readonly hardware: Pick<SoundHardware, 'list' | 'onChange' | 'onPermission'>;
  readonly microphone: {
    readonly state: MicrophoneState;
    setDevice(device: MicrophoneDevice): void;
    setPermission(permission: MicrophonePermission): void;
    tryAgain(): void;
  };
  readonly voices: {
    readonly isRefused: boolean;
    setDevice(speakerId: string | null): void;
    tryAgain(): void;
  };
  readonly tones: {
    setDevices(ids: { readonly speakerId: string | null; readonly ringerId: string | null }): void;
  };
  readonly tell: (facts: DeviceFacts) => void;
  readonly after: After;
  readonly log: Log;
}

/**
 * How often a call looks what is there: Chrome on Linux hears of nothing that is not plugged into
 * the machine itself, such as a Bluetooth headset, and nobody says when another program lets go.
 */
const LOOK_EVERY_MS = 2_000;

/** Looks which sound devices there are, gives the phone the right ones, and tells what it found. */
export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  #wanted: WantedDevices = { microphone: null, speaker: null, ringer: null };
  #list: readonly ListedDevice[] | null = null;
  #permission: MicrophonePermission | null = null;
  #callOffNext: (() => void) | null = null;

  constructor(options: DeviceWatchOptions) {
    const { hardware, microphone } = options;

    this.#options = options;
    hardware.onChange(() => {
      this.#look();
    });
    hardware.onPermission((permission) => {
      this.#permission = permission;
      microphone.setPermission(permission);
      this.tell();
      this.#look(); // Their names and ids are told to those only who may hear.
    });
    this.#look();
  }

  /** Uses these from now on, in the calls that are up too. */
  want(wanted: WantedDevices): void {
    this.#wanted = wanted;
    this.#apply();
  }

  /** Whether a call is up, in which a device is missed at once. */
  setInCall(on: boolean): void {
    if (on === (this.#callOffNext !== null)) {
      return;
    }
    this.#callOffNext?.();
    this.#callOffNext = null;
    if (on) {
      this.#look();
      this.#lookAgainLater();
    }
  }

  /** Tells what is known now: something has changed. */
  tell(): void {
    this.#options.tell(this.#facts);
  }

  #lookAgainLater(): void {
    this.#callOffNext = this.#options.after(LOOK_EVERY_MS, () => {
      this.#look();
      this.#lookAgainLater();
    });
  }

  #look(): void {
    this.#options.hardware.list().then(
      (list) => {
        this.#list = list;
        this.#apply();
      },
      (error: unknown) => {
        this.#options.log('warn', `the sound devices are not told: ${String(error)}`);
      },
    );
  }

  #apply(): void {
    const { microphone, voices, tones } = this.#options;
    const { microphone: wantedMicrophone, speaker, ringer } = this.#wanted;
    const { id, defaultIs } = chooseDevice('input', wantedMicrophone, this.#list);
    const speakerId = chooseDevice('output', speaker, this.#list).id;

    microphone.setDevice({ id, defaultIs });
    voices.setDevice(speakerId);
    tones.setDevices({ speakerId, ringerId: chooseDevice('output', ringer, this.#list).id });
    if (isWorthAnotherTry(this.#facts)) {
      microphone.tryAgain();
    }
    voices.tryAgain();
    this.tell();
  }

  get #facts(): DeviceFacts {
    return {
      wanted: this.#wanted,
      list: this.#list,
      permission: this.#permission,
      microphone: this.#options.microphone.state,
      isSpeakerRefused: this.#options.voices.isRefused,
    };
  }
}
