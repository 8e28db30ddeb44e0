import type { Page } from 'puppeteer';
import type { RecordingEntry } from '../../../src/recording/entry';
import { measureTones } from '../../pbx/tone-analysis';
import { until } from './waiting';

/** A recording as a player would find it. */
export interface PlayedRecording {
  readonly lengthS: number;
  /** The tones in a stretch of it. */
  tones(fromS: number, toS: number): readonly number[];
}

interface Decoded {
  readonly rateHz: number;
  readonly samples: readonly number[];
}

/** What the extension keeps of recordings, by a page of the extension; the newest first. */
export async function recordingsIn(page: Page): Promise<readonly RecordingEntry[]> {
  return page.evaluate(
    () =>
      new Promise<RecordingEntry[]>((resolve, reject) => {
        const opening = indexedDB.open('recordings', 1);

        // Looking must not make it.
        opening.onupgradeneeded = () => {
          opening.transaction?.abort();
        };
        opening.onerror = () => {
          resolve([]);
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const found = database.transaction('entries').objectStore('entries').getAll();

          found.onsuccess = () => {
            database.close();
            resolve(
              (found.result as RecordingEntry[]).sort((a, b) => b.startedAtMs - a.startedAtMs),
            );
          };
          found.onerror = () => {
            reject(new Error('The recordings cannot be read.'));
          };
        };
      }),
  );
}

/** Resolves when that much of a recording is kept. */
export async function untilRecorded(page: Page, id: string, leastMs: number): Promise<void> {
  await until(`${leastMs} ms of the recording`, async () => {
    const entry = (await recordingsIn(page)).find((other) => other.id === id);

    return (entry !== undefined && entry.durationMs >= leastMs) || null;
  });
}

/** Decodes a recording as the browser's player does. */
export async function play(page: Page, id: string): Promise<PlayedRecording> {
  const { rateHz, samples } = await page.evaluate(
    (recordingId) =>
      new Promise<Decoded>((resolve, reject) => {
        const opening = indexedDB.open('recordings', 1);

        opening.onsuccess = () => {
          const chunks = opening.result.transaction('chunks').objectStore('chunks');
          const all = chunks.getAll(
            IDBKeyRange.bound([recordingId, 0], [recordingId, Number.MAX_SAFE_INTEGER]),
          );

          all.onsuccess = () => {
            opening.result.close();
            void new Blob(all.result as ArrayBuffer[])
              .arrayBuffer()
              .then((file) => new OfflineAudioContext(1, 48_000, 48_000).decodeAudioData(file))
              .then((audio) => {
                resolve({ rateHz: audio.sampleRate, samples: Array.from(audio.getChannelData(0)) });
              }, reject);
          };
        };
      }),
    id,
  );
  const all = Float32Array.from(samples);

  return {
    lengthS: all.length / rateHz,
    tones: (fromS, toS) => measureTones(all.subarray(fromS * rateHz, toS * rateHz), rateHz),
  };
}
