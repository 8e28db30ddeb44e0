import type { CallProblem } from '../../src/call/call';
import type { MicrophonePermission } from '../../src/protocol/snapshot';
import type { Log } from './sipjs-options';

/** One call's use of the microphone. */
export interface MicrophoneLease {
  /** Settles with the first track, or with what went wrong. */
  readonly ready: Promise<CallProblem | null>;
  setOn(on: boolean): void;
  close(): void;
}

interface OpenLease {
  isOn: boolean;
  track: MediaStreamTrack | null;
  readonly use: (track: MediaStreamTrack) => void;
}

/** The microphone: open while a call uses it, and not a moment longer. */
export class Microphone {
  readonly #leases = new Set<OpenLease>();
  #deviceId: string | null = null;
  #source: Promise<MediaStreamTrack> | null = null;
  #permission: MicrophonePermission = 'prompt';

  constructor(
    private readonly log: Log,
    /** Told at once and whenever the user's permission changes. */
    onPermission: (permission: MicrophonePermission) => void = () => undefined,
  ) {
    void this.#watchPermission(onPermission);
  }

  get permission(): MicrophonePermission {
    return this.#permission;
  }

  /** Uses this device from now on, in the calls that are up too; null for the system's default. */
  setDevice(deviceId: string | null): void {
    if (deviceId !== this.#deviceId) {
      this.#deviceId = deviceId;
      this.#reopen();
    }
  }

  /** Opens the microphone for a call: `use` gets its track, and a new one when the device changes. */
  lease(use: (track: MediaStreamTrack) => void): MicrophoneLease {
    const lease: OpenLease = { isOn: true, track: null, use };

    this.#leases.add(lease);

    return {
      ready: this.#supply(lease),
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
        this.#releaseUnused();
      },
    };
  }

  async #supply(lease: OpenLease): Promise<CallProblem | null> {
    try {
      this.#source ??= this.#open();

      const source = await this.#source;

      if (!this.#leases.has(lease)) {
        this.#releaseUnused();
        return null;
      }
      lease.track?.stop();
      // A clone can be muted and stopped without the other calls noticing.
      lease.track = source.clone();
      lease.track.enabled = lease.isOn;
      lease.use(lease.track);

      return null;
    } catch (error) {
      this.#source = null;

      return problemOf(error);
    }
  }

  async #open(): Promise<MediaStreamTrack> {
    const wanted = this.#deviceId;
    const stream = await openDevice(wanted).catch((error: unknown) => {
      if (wanted === null || !isDeviceGone(error)) {
        throw error;
      }
      this.log('info', 'the chosen microphone is gone; the default one takes its place');

      return openDevice(null);
    });
    const [track] = stream.getAudioTracks();

    if (track === undefined) {
      throw new DOMException('no audio track', 'NotFoundError');
    }
    // Unplugged: whatever is the default now must do.
    track.onended = () => {
      this.#reopen();
    };

    return track;
  }

  #reopen(): void {
    this.#close();
    for (const lease of this.#leases) {
      void this.#supply(lease);
    }
  }

  #releaseUnused(): void {
    if (this.#leases.size === 0) {
      this.#close();
    }
  }

  #close(): void {
    const source = this.#source;

    this.#source = null;
    source
      ?.then((track) => {
        track.onended = null;
        track.stop();
      })
      .catch(() => undefined); // It never opened.
  }

  async #watchPermission(tell: (permission: MicrophonePermission) => void): Promise<void> {
    try {
      const status = await navigator.permissions.query({ name: 'microphone' });
      const changed = () => {
        this.#permission = status.state;
        tell(status.state);
      };

      status.onchange = changed;
      changed();
    } catch {
      this.log('warn', 'the browser does not say whether the microphone may be used');
    }
  }
}

function openDevice(deviceId: string | null): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: {
      ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      channelCount: 1,
    },
  });
}

function isDeviceGone(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'OverconstrainedError' || error.name === 'NotFoundError')
  );
}

function problemOf(error: unknown): CallProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'microphone-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'microphone-missing';
    default:
      return 'media-failed';
  }
}
