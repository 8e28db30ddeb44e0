import {
  openingFailureOf,
  type MicrophoneState,
  type OpeningFailure,
} from '../../../src/phone/devices/devices';
import type { MicrophonePermission } from '../../../src/protocol/snapshot';
import type { SoundHardware } from './sound-hardware';
import type { Log } from '../sipjs/options';

/** One call's use of the microphone. */
export interface MicrophoneLease {
  setOn(on: boolean): void;
  close(): void;
}

/** The microphone that is wanted. */
export interface MicrophoneDevice {
  /** Null for the system's default. */
  readonly id: string | null;
  /** What the default stands for: Chrome does not follow it in a track that is open. */
  readonly defaultIs: string;
}

interface OpenLease {
  isOn: boolean;
  track: MediaStreamTrack | null;
  readonly use: (track: MediaStreamTrack | null) => void;
}

interface Source {
  readonly track: MediaStreamTrack;
  readonly isSubstitute: boolean;
}

/** What the microphone takes from the world around it. */
export interface MicrophoneOptions {
  readonly hardware: Pick<SoundHardware, 'open'>;
  /** Told of every change of `state`. */
  readonly changed: () => void;
  readonly log: Log;
}

/**
 * The microphone: open while a call uses it, and not a moment longer. There may be none, now or
 * for the whole call: a call goes on without, and has the microphone as soon as there is one.
 */
export class Microphone {
  readonly #options: MicrophoneOptions;
  readonly #leases = new Set<OpenLease>();
  #device: MicrophoneDevice = { id: null, defaultIs: '' };
  #permission: MicrophonePermission | null = null;
  #source: Source | null = null;
  #state: MicrophoneState = { state: 'closed' };
  /** Grows with each attempt: what comes of an older one is not wanted any more. */
  #attempt = 0;
  #isOpening = false;

  constructor(options: MicrophoneOptions) {
    this.#options = options;
  }

  get state(): MicrophoneState {
    return this.#state;
  }

  /** Uses this device from now on, in the calls that are up too. */
  setDevice(device: MicrophoneDevice): void {
    const { id, defaultIs } = this.#device;
    const isOtherDefault = id === null && defaultIs !== '' && device.defaultIs !== defaultIs;
    const isOther = device.id !== id || isOtherDefault;

    this.#device = device;
    if (isOther) {
      this.#openIfUsed();
    }
  }

  /** Whether it may be used at all; calls that are up have it, or lose it, at once. */
  setPermission(permission: MicrophonePermission): void {
    const before = this.#permission;

    this.#permission = permission;
    if (permission !== before && this.#source === null) {
      this.#openIfUsed();
    }
  }

  /** Tries once more for what could not be had; what is had meanwhile stays. */
  tryAgain(): void {
    if (!this.#isOpening && (this.#source === null || this.#source.isSubstitute)) {
      this.#openIfUsed();
    }
  }

  /**
   * Opens the microphone for a call: `use` gets its track, a new one when another device takes its
   * place, and null when there is none.
   */
  lease(use: (track: MediaStreamTrack | null) => void): MicrophoneLease {
    const lease: OpenLease = { isOn: true, track: null, use };

    this.#leases.add(lease);
    if (this.#source !== null) {
      supply(lease, this.#source.track);
    } else if (!this.#isOpening) {
      this.#openIfUsed();
    }

    return {
      setOn: (on) => {
        lease.isOn = on;
        if (lease.track !== null) {
          lease.track.enabled = on;
        }
      },
      close: () => {
        this.#leases.delete(lease);
        lease.track?.stop();
        lease.track = null;
        if (this.#leases.size === 0) {
          this.#close();
        }
      },
    };
  }

  #openIfUsed(): void {
    if (this.#leases.size > 0) {
      void this.#open(); // It never rejects: what goes wrong is its outcome.
    }
  }

  async #open(): Promise<void> {
    const attempt = (this.#attempt += 1);

    this.#isOpening = true;

    const outcome = await this.#best();

    if (attempt !== this.#attempt) {
      stop(outcome); // Nobody needs it any more, or a newer wish is under way.
      return;
    }
    this.#isOpening = false;
    if (outcome !== null) {
      this.#settle(outcome);
    }
  }

  /** The device, or else the system's default; null where what is open is as good. */
  async #best(): Promise<Source | OpeningFailure | null> {
    const { id } = this.#device;
    const wanted = await this.#try(id);

    if (wanted !== 'not-allowed' && typeof wanted === 'string' && id !== null) {
      if (this.#source?.isSubstitute === true) {
        return null;
      }
      this.#options.log('info', `the chosen microphone is ${wanted}; the default takes its place`);

      const substitute = await this.#try(null);

      // What is wrong with the one that the user chose is what there is to say.
      return typeof substitute === 'string' ? wanted : { track: substitute, isSubstitute: true };
    }

    return typeof wanted === 'string' ? wanted : { track: wanted, isSubstitute: false };
  }

  async #try(id: string | null): Promise<MediaStreamTrack | OpeningFailure> {
    // Nobody could answer a question in a document without a window: asking would count as a no.
    if (this.#permission !== null && this.#permission !== 'granted') {
      return 'not-allowed';
    }
    try {
      return await this.#options.hardware.open(id);
    } catch (error) {
      this.#options.log('info', `no microphone: ${String(error)}`);

      return openingFailureOf(error instanceof DOMException ? error.name : '');
    }
  }

  #settle(outcome: Source | OpeningFailure): void {
    const before = this.#source?.track ?? null;

    if (before !== null) {
      leave(before);
    }
    if (typeof outcome === 'string') {
      this.#source = null;
    } else {
      this.#source = outcome;
      this.#watch(outcome.track);
    }
    for (const lease of this.#leases) {
      supply(lease, this.#source?.track ?? null);
    }
    this.#tell(
      typeof outcome === 'string' ? { state: 'failed', why: outcome } : openState(outcome),
    );
  }

  #watch(track: MediaStreamTrack): void {
    const muteChanged = () => {
      if (this.#source?.track === track) {
        this.#tell(openState(this.#source));
      }
    };

    track.onmute = muteChanged;
    track.onunmute = muteChanged;
    // Unplugged, or not allowed any more: whatever is the default now must do, if anything may.
    track.onended = () => {
      this.#openIfUsed();
    };
  }

  #close(): void {
    const source = this.#source;

    this.#attempt += 1;
    this.#isOpening = false;
    this.#source = null;
    if (source !== null) {
      leave(source.track);
    }
    this.#tell({ state: 'closed' });
  }

  #tell(state: MicrophoneState): void {
    const isOther = JSON.stringify(state) !== JSON.stringify(this.#state);

    this.#state = state;
    if (isOther) {
      this.#options.changed();
    }
  }
}

/** Gives a lease its own track: a clone can be muted and stopped without the others noticing. */
function supply(lease: OpenLease, source: MediaStreamTrack | null): void {
  const before = lease.track;

  lease.track = source?.clone() ?? null;
  if (lease.track !== null) {
    lease.track.enabled = lease.isOn;
  }
  lease.use(lease.track);
  before?.stop();
}

function openState({ track, isSubstitute }: Source): MicrophoneState {
  return { state: 'open', isSubstitute, isMuted: track.muted };
}

function leave(track: MediaStreamTrack): void {
  track.onmute = null;
  track.onunmute = null;
  track.onended = null;
  track.stop();
}

function stop(outcome: Source | OpeningFailure | null): void {
  if (outcome !== null && typeof outcome !== 'string') {
    outcome.track.stop();
  }
}
