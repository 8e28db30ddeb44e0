import type { Log } from '../sipjs/options';

/** Where the other side's voice comes out: one audio element a call, on the chosen speaker. */
export class AudioOutput {
  readonly #sinks = new Map<string, HTMLAudioElement>();
  #deviceId = '';
  /** The chosen one, where it took no sound. */
  #refusedId: string | null = null;
  #unheard: readonly string[] = [];

  constructor(
    private readonly log: Log,
    /** Told when `isRefused` has changed. */
    private readonly changed: () => void = () => undefined,
  ) {}

  /** True where the chosen speaker took no sound, and the system's default plays it. */
  get isRefused(): boolean {
    return this.#refusedId !== null;
  }

  /** Plays a call's incoming sound; null when the call is over. */
  play(callId: string, stream: MediaStream | null): void {
    if (stream === null) {
      this.#stop(callId);
      return;
    }
    const sink = this.#sinks.get(callId) ?? new Audio();

    this.#sinks.set(callId, sink);
    sink.muted = this.#unheard.includes(callId);
    if (sink.srcObject !== stream) {
      sink.srcObject = stream;
      this.#route(sink);
      sink.play().catch((error: unknown) => {
        // Ended before it began to sound: nothing to hear, nothing to mend.
        this.log('debug', `no sound for call ${callId}: ${String(error)}`);
      });
    }
  }

  /** Plays all calls but these. Their elements stay: without one Chrome gives WebAudio no sound. */
  setUnheard(callIds: readonly string[]): void {
    this.#unheard = callIds;
    for (const [callId, sink] of this.#sinks) {
      sink.muted = callIds.includes(callId);
    }
  }

  /** Uses this speaker from now on, in the calls that are up too; null for the system's default. */
  setDevice(deviceId: string | null): void {
    if ((deviceId ?? '') !== this.#deviceId) {
      this.#deviceId = deviceId ?? '';
      this.#setRefused(null);
      this.#routeAll();
    }
  }

  /** Tries the chosen speaker once more where it took no sound. */
  tryAgain(): void {
    if (this.isRefused) {
      this.#routeAll();
    }
  }

  #routeAll(): void {
    for (const sink of this.#sinks.values()) {
      this.#route(sink);
    }
  }

  #route(sink: HTMLAudioElement): void {
    const wanted = this.#deviceId;

    if (sink.sinkId === wanted) {
      return;
    }
    sink
      .setSinkId(wanted)
      .then(() => {
        if (this.#refusedId === wanted) {
          this.#setRefused(null);
        }
      })
      .catch((error: unknown) => {
        this.log('info', `the default speaker takes the chosen one's place: ${String(error)}`);
        if (this.#deviceId === wanted && wanted !== '') {
          this.#setRefused(wanted);
        }
        sink.setSinkId('').catch(() => undefined); // Then there is no speaker at all.
      });
  }

  #setRefused(deviceId: string | null): void {
    if (deviceId !== this.#refusedId) {
      this.#refusedId = deviceId;
      this.changed();
    }
  }

  #stop(callId: string): void {
    const sink = this.#sinks.get(callId);

    this.#sinks.delete(callId);
    if (sink !== undefined) {
      sink.pause();
      sink.srcObject = null;
    }
  }
}
