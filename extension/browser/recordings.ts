import { withChunk, type RecordedChunk, type RecordingEntry } from '../../src/recording/entry';

const DATABASE = 'recordings';
const ENTRIES = 'entries';
const CHUNKS = 'chunks';
/** Above everything that can be a chunk's index. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Keeps one more piece of a recording, and the entry that lists it, in one transaction: whatever
 * ends the document, what was kept is whole and in the list.
 */
export async function keepChunk(about: RecordedChunk, chunk: Blob): Promise<void> {
  // Not the Blob: what it stands for may go with the document that made it.
  const bytes = await chunk.arrayBuffer();

  await inTransaction('readwrite', (entries, chunks, done, abort) => {
    const found = entries.get(about.id) as IDBRequest<RecordingEntry | undefined>;

    found.onsuccess = () => {
      const before = found.result ?? null;

      if (before === null && about.index > 0) {
        abort(); // It was deleted while it was made: what follows could not be played.
        return;
      }

      chunks.put(bytes, [about.id, before?.bytes ?? 0]);
      entries.put(withChunk(before, about, bytes.byteLength));
      done(undefined);
    };
  });
  changes().postMessage(null);
}

/** All recordings, the newest first. */
export async function listRecordings(): Promise<readonly RecordingEntry[]> {
  const entries = await inTransaction<readonly RecordingEntry[]>('readonly', (store, _, done) => {
    const found = store.getAll() as IDBRequest<RecordingEntry[]>;

    found.onsuccess = () => {
      done(found.result);
    };
  });

  return [...entries].sort((a, b) => b.startedAtMs - a.startedAtMs);
}

/** A recording as a file that can be played and saved until it is closed. */
export async function openRecording(
  id: string,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const address = URL.createObjectURL(await readRecording(id));

  return {
    address,
    close: () => {
      URL.revokeObjectURL(address);
    },
  };
}

async function readRecording(id: string): Promise<Blob> {
  const pieces = await inTransaction<readonly ArrayBuffer[]>('readonly', (_, chunks, done) => {
    const found = chunks.getAll(IDBKeyRange.bound([id, 0], [id, LAST])) as IDBRequest<
      ArrayBuffer[]
    >;

    found.onsuccess = () => {
      done(found.result);
    };
  });

  return new Blob([...pieces], { type: 'audio/webm' });
}

/** The name that the user gives a recording; null takes it away. */
export async function renameRecording(id: string, name: string | null): Promise<void> {
  await inTransaction('readwrite', (entries, _, done) => {
    const found = entries.get(id) as IDBRequest<RecordingEntry | undefined>;

    found.onsuccess = () => {
      if (found.result !== undefined) {
        entries.put({ ...found.result, name });
      }
      done(undefined);
    };
  });
  changes().postMessage(null);
}

/** Deletes a recording for good, its sound included. */
export async function deleteRecording(id: string): Promise<void> {
  await inTransaction('readwrite', (entries, chunks, done) => {
    entries.delete(id);
    chunks.delete(IDBKeyRange.bound([id, 0], [id, LAST]));
    done(undefined);
  });
  changes().postMessage(null);
}

/** The most that the browser keeps for us; null where it does not say. */
export async function mostRecordedBytes(): Promise<number | null> {
  return (await navigator.storage.estimate()).quota ?? null;
}

/** Calls back whenever a recording came, grew, was named or went, in whichever context. */
export function watchRecordings(onChange: () => void): () => void {
  const channel = new BroadcastChannel(DATABASE);

  channel.onmessage = onChange;

  return () => {
    channel.close();
  };
}

let sender: BroadcastChannel | null = null;

/** A channel does not hear what it says itself: those who watch have another. */
function changes(): BroadcastChannel {
  return (sender ??= new BroadcastChannel(DATABASE));
}

/** Resolves with what `run` handed to `done`, when the transaction is complete and not before. */
async function inTransaction<Value>(
  mode: IDBTransactionMode,
  run: (
    entries: IDBObjectStore,
    chunks: IDBObjectStore,
    done: (value: Value) => void,
    abort: () => void,
  ) => void,
): Promise<Value> {
  const database = await open();

  try {
    return await new Promise<Value>((resolve, reject) => {
      const transaction = database.transaction([ENTRIES, CHUNKS], mode);
      let value: { readonly is: Value } | null = null;

      transaction.oncomplete = () => {
        if (value !== null) {
          resolve(value.is);
        }
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new DOMException('nothing was kept', 'AbortError'));
      };
      run(
        transaction.objectStore(ENTRIES),
        transaction.objectStore(CHUNKS),
        (is) => {
          value = { is };
        },
        () => {
          transaction.abort();
        },
      );
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);

    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(ENTRIES, { keyPath: 'id' });
      opening.result.createObjectStore(CHUNKS);
    };
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(opening.error ?? new DOMException('no storage', 'UnknownError'));
    };
  });
}
