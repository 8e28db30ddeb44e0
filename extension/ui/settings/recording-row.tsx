import { useEffect, useRef, useState } from 'preact/hooks';
import {
  fileNameOf,
  LONGEST_RECORDING_NAME,
  tidyName,
  type RecordingEntry,
} from '../../../src/recording/entry';
import { Act } from '../controls/act';
import { partyOf } from '../words/party';
import type { RecordingActions, RecordingFile } from './recording-actions';
import { durationText } from '../words/time-text';
import { useSurroundings } from '../words/words';

interface RecordingRowProps {
  readonly entry: RecordingEntry;
  readonly country: string;
  readonly recordings: RecordingActions;
}

/** One recording: what it is of, and what can be done with it. */
export function RecordingRow({ entry, country, recordings }: RecordingRowProps) {
  const { t, locale } = useSurroundings();
  const [isPlaying, setPlaying] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const file = useFile(entry, recordings);
  const parties = entry.parties.map((party) => partyOf(party, country, t).name).join(', ');
  const title = entry.name ?? parties;
  const named = (word: string) => t('callNamed', word, title);
  const ask = async (asked: () => Promise<unknown>) => {
    setBroken(false);
    try {
      await asked();
    } catch {
      setBroken(true); // The row says so.
    }
  };

  return (
    <li class="kept-row recording-row">
      <Act
        icon={isPlaying ? 'close' : 'resume'}
        label={named(t(isPlaying ? 'recordingClose' : 'recordingPlay'))}
        onClick={() => {
          void ask(async () => {
            if (!isPlaying) {
              await file.open();
            }
            setPlaying(!isPlaying);
          });
        }}
      />
      <div class="kept-name">
        <input
          type="text"
          aria-label={named(t('recordingName'))}
          maxLength={LONGEST_RECORDING_NAME}
          value={entry.name ?? ''}
          placeholder={parties}
          onChange={({ currentTarget }) => {
            void ask(() => recordings.rename(entry.id, tidyName(currentTarget.value)));
          }}
        />
        <span class="field-help">
          {[
            dateText(entry.startedAtMs, locale),
            durationText(entry.durationMs),
            sizeText(entry.bytes, locale),
            ...(entry.name === null ? [] : [parties]),
          ].join(' · ')}
        </span>
      </div>
      {isLeaving ? (
        <div class="recording-sure">
          <button
            type="button"
            class="button hang-up"
            onClick={() => void ask(() => recordings.remove(entry.id))} // As above.
          >
            {t('recordingDeleteSure')}
          </button>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              setLeaving(false);
            }}
          >
            {t('recordingKeep')}
          </button>
        </div>
      ) : (
        <div class="compact-buttons">
          <Act
            icon="download"
            label={named(t('recordingDownload'))}
            onClick={() => {
              void ask(async () => {
                save(await file.open(), fileNameOf(title, entry));
              });
            }}
          />
          <Act
            icon="delete"
            label={named(t('recordingDelete'))}
            onClick={() => {
              setLeaving(true);
            }}
          />
        </div>
      )}
      {isPlaying && file.address !== null && <Player address={file.address} title={title} />}
      {isBroken && (
        <p class="field-error" role="alert">
          {t('recordingBroken')}
        </p>
      )}
    </li>
  );
}

/** `1.4 MB`: how much room something takes. */
export function sizeText(bytes: number, locale: string): string {
  const isLarge = bytes >= 1e9;

  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (isLarge ? 1e9 : 1e6));
}

function dateText(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

function Player({ address, title }: { address: string; title: string }) {
  const player = useRef<HTMLAudioElement>(null);

  return (
    <audio
      ref={player}
      class="recording-player"
      aria-label={title}
      controls
      autoplay
      src={address}
      onLoadedMetadata={({ currentTarget }) => {
        findLength(currentTarget);
      }}
    />
  );
}

/** A recorder can't write beforehand how long it will be: the player finds out by going to its end. */
function findLength(player: HTMLAudioElement): void {
  if (player.duration !== Infinity) {
    return;
  }
  player.ontimeupdate = () => {
    player.ontimeupdate = null;
    player.currentTime = 0;
  };
  player.currentTime = Number.MAX_SAFE_INTEGER;
}

function save(address: string, name: string): void {
  const link = document.createElement('a');

  link.href = address;
  link.download = name;
  link.click();
}

/** The recording's file, opened when it is needed, anew where it has grown since, and let go with the row. */
function useFile({ id, bytes }: RecordingEntry, { open }: RecordingActions) {
  const opened = useRef<(RecordingFile & { readonly bytes: number }) | null>(null);
  const [address, setAddress] = useState<string | null>(null);

  useEffect(
    () => () => {
      opened.current?.close();
      opened.current = null;
    },
    [id],
  );

  return {
    address,
    open: async () => {
      if (opened.current?.bytes !== bytes) {
        const file = await open(id);

        opened.current?.close();
        opened.current = { ...file, bytes };
      }
      setAddress(opened.current.address);

      return opened.current.address;
    },
  };
}
