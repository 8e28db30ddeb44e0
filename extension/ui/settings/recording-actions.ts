import type { RecordingEntry } from '../../../src/recording/entry';

/** A recording as something to play or to save, for as long as it is needed. */
export interface RecordingFile {
  readonly address: string;
  readonly close: () => void;
}

/** What the list of recordings needs of the browser. */
export interface RecordingActions {
  /** The newest first. */
  readonly list: () => Promise<readonly RecordingEntry[]>;
  readonly watch: (onChange: () => void) => () => void;
  readonly open: (id: string) => Promise<RecordingFile>;
  readonly rename: (id: string, name: string | null) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** The most that the browser keeps for Offhook; null where it does not say. */
  readonly mostBytes: () => Promise<number | null>;
}
