import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../src/account/settings';
import type { RecordingEntry } from '../../../src/recording/entry';
import type { RecordingActions } from './recording-actions';
import { RecordingRow, sizeText } from './recording-row';
import { useSurroundings, useWords } from '../words/words';

interface RecordingsSectionProps {
  readonly settings: Settings;
  readonly recordings: RecordingActions;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** How calls are recorded, and what was: to play, to name, to take away, to delete. */
export function RecordingsSection({ settings, recordings, onChange }: RecordingsSectionProps) {
  const { t, locale } = useSurroundings();
  const { entries, mostBytes } = useRecordings(recordings);
  const usedBytes = entries?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;

  return (
    <div class="fields">
      <Beeps
        isOn={settings.recordingBeeps}
        onChange={(recordingBeeps) => {
          onChange({ recordingBeeps });
        }}
      />
      {entries === null && (
        <p class="field-error" role="alert">
          {t('recordingsUnreadable')}
        </p>
      )}
      {entries?.length === 0 && <p class="field-help">{t('recordingsNone')}</p>}
      {entries !== null && entries.length > 0 && (
        <section class="kept" aria-label={t('recordingsTitle')}>
          <ul>
            {entries.map((entry) => (
              <RecordingRow
                key={entry.id}
                entry={entry}
                country={settings.country}
                recordings={recordings}
              />
            ))}
          </ul>
          <p class="field-help">
            {mostBytes === null
              ? t('recordingsUse', sizeText(usedBytes, locale))
              : t('recordingsUseOf', sizeText(usedBytes, locale), sizeText(mostBytes, locale))}
          </p>
        </section>
      )}
    </div>
  );
}

function Beeps({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const t = useWords();

  return (
    <div class="check">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="recording-beeps-help"
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {t('recordingBeepsLabel')}
      </label>
      <p class="field-help" id="recording-beeps-help">
        {t('recordingBeepsHelp')}
      </p>
    </div>
  );
}

/** What is there, kept up to date; null when it can't be read. */
function useRecordings({ list, watch, mostBytes }: RecordingActions) {
  const [entries, setEntries] = useState<readonly RecordingEntry[] | null>([]);
  const [most, setMost] = useState<number | null>(null);

  useEffect(() => {
    const look = () => {
      list().then(setEntries, () => {
        setEntries(null);
      });
      mostBytes().then(setMost, () => {
        setMost(null); // Then only what is used is told.
      });
    };

    look();

    return watch(look);
  }, [list, watch, mostBytes]);

  return { entries, mostBytes: most };
}
