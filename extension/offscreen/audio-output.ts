import type { Log } from './sipjs-options';

/** Where the other side's voice comes out: one audio element a call, on the chosen speaker. */
export class AudioOutput {
  readonly #sinks = new Map<string, HTMLAudioElement>();
  #deviceId: string | null = null;
  #unheard: readonly string[] = [];

  constructor(private readonly log: Log) {}

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
    this.#deviceId = deviceId;
    for (const sink of this.#sinks.values()) {
      this.#route(sink);
    }
  }

  #route(sink: HTMLAudioElement): void {
    const wanted = this.#deviceId ?? '';

    if (sink.sinkId === wanted) {
      return;
    }
    sink.setSinkId(wanted).catch(() => {
      this.log('info', 'the chosen speaker is gone; the default one takes its place');
      sink.setSinkId('').catch(() => undefined); // Then there is no speaker at all.
    });
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
