import type { Call, Remote } from '../../../src/call/call';
import type { RecordingProblem } from '../../../src/call/recording';
import type { CallEvent } from '../../../src/call/event';
import { partiesOf, type RecordedChunk } from '../../../src/recording/entry';

/** What a recorder needs of the world around it. */
export interface RecorderOptions {
  /** Keeps a piece for good; rejects where there is no room. */
  readonly keep: (about: RecordedChunk, chunk: Blob) => Promise<void>;
  readonly nowMs: () => number;
  /** Told that a recording has begun, or can't go on. */
  readonly report: (recordingId: string, event: CallEvent) => void;
}

interface Running {
  readonly recorder: MediaRecorder;
  readonly startedAtMs: number;
  /** Who was heard in it, known before its call has left it. */
  parties: readonly Remote[];
  /** Settles when every piece so far is kept: in order, whatever each of them takes. */
  kept: Promise<void>;
  hasBegun: boolean;
  hasFailed: boolean;
  pieces: number;
}

/** Opus alone: what browsers, phones and players all know how to play. */
const FORMAT = { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 48_000 };
/** What is lost at most when the document goes without a word. */
const PIECE_MS = 2_000;

/** Keeps what the mixer makes of calls, in small pieces. */
export class Recorder {
  readonly #running = new Map<string, Running>();
  #calls: readonly Call[] = [];

  constructor(private readonly options: RecorderOptions) {}

  /** Learns who is in which recording now; one that runs already is told so to a call that joins. */
  follow(calls: readonly Call[]): void {
    this.#calls = calls;
    for (const [id, running] of [...this.#running]) {
      const parties = partiesOf(id, calls);
      const isAwaited = calls.some(
        ({ recording }) => recording?.id === id && recording.state === 'asked',
      );

      running.parties = parties.length > 0 ? parties : running.parties;
      if (running.hasBegun && isAwaited) {
        this.options.report(id, { type: 'recording-started' });
      }
    }
  }

  /** Records this; null ends it. */
  record(recordingId: string, stream: MediaStream | null): void {
    if (stream === null) {
      this.#stop(recordingId);
      return;
    }
    try {
      this.#start(recordingId, stream);
    } catch {
      this.#fail(recordingId, 'not-recorded');
    }
  }

  #start(id: string, stream: MediaStream): void {
    const recorder = new MediaRecorder(stream, FORMAT);
    const running: Running = {
      recorder,
      startedAtMs: this.options.nowMs(),
      kept: Promise.resolve(),
      hasBegun: false,
      hasFailed: false,
      pieces: 0,
      parties: partiesOf(id, this.#calls),
    };

    this.#running.set(id, running);
    recorder.onstart = () => {
      running.hasBegun = true;
      this.options.report(id, { type: 'recording-started' });
    };
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) {
        this.#keep(id, running, data);
      }
    };
    recorder.onerror = () => {
      this.#fail(id, 'not-recorded');
    };
    recorder.start(PIECE_MS);
  }

  #keep(id: string, running: Running, data: Blob): void {
    const { parties, startedAtMs } = running;
    const about = {
      id,
      index: running.pieces,
      parties,
      startedAtMs,
      endsAtMs: this.options.nowMs(),
    };

    running.pieces += 1;

    running.kept = running.kept
      // A recording with a hole in it can't be played beyond it.
      .then(() => (running.hasFailed ? undefined : this.options.keep(about, data)))
      .catch((error: unknown) => {
        running.hasFailed = true;
        this.#fail(id, isFull(error) ? 'no-space' : 'not-stored');
      });
  }

  /** The last piece still comes. */
  #stop(id: string): void {
    const running = this.#running.get(id);

    this.#running.delete(id);
    if (running !== undefined && running.recorder.state !== 'inactive') {
      running.recorder.stop();
    }
  }

  #fail(id: string, problem: RecordingProblem): void {
    this.#stop(id);
    this.options.report(id, { type: 'recording-failed', problem });
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
