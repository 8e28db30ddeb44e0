import type { MixEdge, MixSink, MixSource } from '../../../src/phone/mix';
import type { Microphone, MicrophoneLease } from './microphone';
import type { Log } from '../sipjs/options';
import { toneSamples } from './tone-samples';

/** Where mixtures go and where the user's voice comes from. */
export interface MixerOptions {
  readonly microphone: Pick<Microphone, 'lease'>;
  /** Lets a call's other party hear this; null when nothing is mixed for it any more. */
  readonly send: (callId: string, mixture: MediaStreamTrack | null) => void;
  /** A recording's sound, for as long as it is wanted; null then. */
  readonly record: (recordingId: string, mixture: MediaStream | null) => void;
  readonly log: Log;
}

/** One hour of this beep is as good as another: its rate need not be the calls'. */
const BEEP_RATE_HZ = 16_000;

/**
 * Mixes voices as `mixFor` says, and no more: between mixtures there is no audio graph at all. It
 * plays nothing itself, so it runs on a clock of its own instead of a loudspeaker.
 */
export class Mixer {
  #context: AudioContext | null = null;
  #lease: MicrophoneLease | null = null;
  /** In every mixture: Chrome records nothing, not even a pause, of what has no source at all. */
  #silence: ConstantSourceNode | null = null;
  #edges: readonly MixEdge[] = [];
  readonly #voices = new Map<string, MediaStream>();
  readonly #sources = new Map<MixSource, AudioNode>();
  readonly #sinks = new Map<MixSink, MediaStreamAudioDestinationNode>();
  /** The edges that are connected in the graph, each with its ends. */
  readonly #connected = new Map<string, { readonly edge: MixEdge; readonly source: AudioNode }>();

  constructor(private readonly options: MixerOptions) {}

  /** A call's other party has a voice now; null when the call is over. */
  hear(callId: string, stream: MediaStream | null): void {
    if (stream === null) {
      this.#voices.delete(callId);
    } else {
      this.#voices.set(callId, stream);
    }
    this.#forget(`voice ${callId}`);
    this.#wire();
  }

  /** Mixes this from now on, and nothing else; a recording may have nothing in it for a while. */
  mix(edges: readonly MixEdge[], recordingIds: readonly string[]): void {
    const wanted = new Set<MixSink>([
      ...edges.map(({ to }) => to),
      ...recordingIds.map((id): MixSink => `recording ${id}`),
    ]);

    this.#edges = edges;
    for (const sink of [...this.#sinks.keys()].filter((known) => !wanted.has(known))) {
      this.#close(sink);
    }
    if (wanted.size === 0) {
      this.#stop();
      return;
    }
    for (const sink of [...wanted].filter((one) => !this.#sinks.has(one))) {
      this.#open(sink);
    }
    this.#wire();
  }

  #start(): AudioContext {
    if (this.#context === null) {
      // Not in TypeScript's library yet.
      const silent: AudioContextOptions & { sinkId: object } = { sinkId: { type: 'none' } };

      this.#context = new AudioContext(silent);
      this.#context.resume().catch((error: unknown) => {
        this.options.log('warn', `no mixing: ${String(error)}`);
      });
      this.#silence = new ConstantSourceNode(this.#context, { offset: 0 });
      this.#silence.start();
      this.#lease = this.options.microphone.lease((track) => {
        this.#use(track);
      });
    }

    return this.#context;
  }

  #stop(): void {
    this.#lease?.close();
    this.#lease = null;
    for (const source of [...this.#sources.keys()]) {
      this.#forget(source);
    }
    this.#context?.close().catch(() => undefined); // It is closed already then.
    this.#context = null;
    this.#silence = null;
  }

  /** The microphone, when it is open and each time another takes its place; null for none. */
  #use(track: MediaStreamTrack | null): void {
    if (this.#context !== null) {
      this.#forget('microphone');
      if (track !== null) {
        this.#sources.set('microphone', sourceOf(this.#context, new MediaStream([track])));
      }
      this.#wire();
    }
  }

  #open(sink: MixSink): void {
    const context = this.#start();
    const node = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const [track] = node.stream.getAudioTracks();

    this.#sinks.set(sink, node);
    // Nothing at all would be sent of what has no source: see `silentSound`.
    this.#silence?.connect(node);
    if (sink.startsWith('recording ')) {
      this.options.record(idOf(sink), node.stream);
    } else if (track !== undefined) {
      this.options.send(idOf(sink), track);
    }
  }

  #close(sink: MixSink): void {
    for (const [key, { edge }] of this.#connected) {
      if (edge.to === sink) {
        this.#disconnect(key);
      }
    }
    const node = this.#sinks.get(sink);

    this.#sinks.delete(sink);
    if (node !== undefined) {
      this.#silence?.disconnect(node);
    }
    if (sink.startsWith('recording ')) {
      this.options.record(idOf(sink), null);
    } else {
      this.options.send(idOf(sink), null);
    }
  }

  /** Makes the graph what the edges say, as far as its ends are there. */
  #wire(): void {
    const wanted = new Set(this.#edges.map(keyOf));

    for (const key of [...this.#connected.keys()].filter((known) => !wanted.has(known))) {
      this.#disconnect(key);
    }
    for (const edge of this.#edges.filter((one) => !this.#connected.has(keyOf(one)))) {
      const sink = this.#sinks.get(edge.to);
      const source = sink === undefined ? null : this.#source(edge.from);

      if (sink !== undefined && source !== null) {
        source.connect(sink);
        this.#connected.set(keyOf(edge), { edge, source });
      }
    }
  }

  #disconnect(key: string): void {
    const connection = this.#connected.get(key);
    const sink = connection && this.#sinks.get(connection.edge.to);

    this.#connected.delete(key);
    if (connection !== undefined && sink !== undefined) {
      connection.source.disconnect(sink);
    }
  }

  #source(from: MixSource): AudioNode | null {
    const known = this.#sources.get(from);

    if (known !== undefined || from === 'microphone' || this.#context === null) {
      return known ?? null;
    }
    const made = from === 'beep' ? beepIn(this.#context) : this.#voiceIn(this.#context, from);

    if (made !== null) {
      this.#sources.set(from, made);
    }

    return made;
  }

  #voiceIn(context: AudioContext, from: MixSource): AudioNode | null {
    const stream = this.#voices.get(idOf(from));

    return stream === undefined ? null : sourceOf(context, stream);
  }

  #forget(from: MixSource): void {
    for (const [key, { edge }] of this.#connected) {
      if (edge.from === from) {
        this.#disconnect(key);
      }
    }
    this.#sources.delete(from);
  }
}

function sourceOf(context: AudioContext, mediaStream: MediaStream): AudioNode {
  return new MediaStreamAudioSourceNode(context, { mediaStream });
}

function beepIn(context: AudioContext): AudioNode {
  const samples = toneSamples('recording', BEEP_RATE_HZ);
  const buffer = context.createBuffer(1, samples.length, BEEP_RATE_HZ);

  buffer.copyToChannel(samples, 0);

  const source = new AudioBufferSourceNode(context, { buffer, loop: true });

  source.start();

  return source;
}

function keyOf({ from, to }: MixEdge): string {
  return `${from} > ${to}`;
}

/** The call or recording that an end of an edge belongs to. */
function idOf(end: MixSource | MixSink): string {
  return end.slice(end.indexOf(' ') + 1);
}
