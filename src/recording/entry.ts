import type { Call, Remote } from '../call/call';

/** One recording, as the list of recordings shows it. */
export interface RecordingEntry {
  readonly id: string;
  /** What the user calls it; null until they name it. */
  readonly name: string | null;
  /** Whose voices are in it, beside the user's; in the order in which they joined. */
  readonly parties: readonly Remote[];
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly bytes: number;
}

/** A piece of a recording, in the order in which the pieces were made. */
export interface RecordedChunk {
  readonly id: string;
  /** 0 for the first, without which the others can't be played. */
  readonly index: number;
  readonly parties: readonly Remote[];
  readonly startedAtMs: number;
  /** When the piece ends. */
  readonly endsAtMs: number;
}

/** The longest name that is kept. */
export const LONGEST_RECORDING_NAME = 120;

/** The entry after one more piece; null stands for the first. What the user named stays named. */
export function withChunk(
  entry: RecordingEntry | null,
  { id, parties, startedAtMs, endsAtMs }: RecordedChunk,
  bytes: number,
): RecordingEntry {
  const known = entry?.parties ?? [];

  return {
    id,
    name: entry?.name ?? null,
    parties: [...known, ...parties.filter(({ uri }) => !known.some((other) => other.uri === uri))],
    startedAtMs,
    // The clock of the machine may be set back meanwhile.
    durationMs: Math.max(entry?.durationMs ?? 0, endsAtMs - startedAtMs),
    bytes: (entry?.bytes ?? 0) + bytes,
  };
}

/** The other parties of a recording. */
export function partiesOf(recordingId: string, calls: readonly Call[]): readonly Remote[] {
  return calls.filter(({ recording }) => recording?.id === recordingId).map(({ remote }) => remote);
}

/** A name as it is kept: null where nothing is left of it. */
export function tidyName(typed: string): string | null {
  const name = typed
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_RECORDING_NAME);

  return name === '' ? null : name;
}

/** What a recording is called as a file: no sign in it that any system would not have in a name. */
export function fileNameOf(title: string, { startedAtMs }: RecordingEntry): string {
  const at = new Date(startedAtMs);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}.${two(at.getMinutes())}`;
  const safe = title
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_RECORDING_NAME);

  return `${day} ${time} ${safe}`.replace(/[ .]+$/, '') + '.webm';
}
