import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../src/account/settings';
import { Field } from './field';
import { Icon } from './icon';
import type { SoundDevice } from './sound-devices';
import { useWords } from './words';

/** What the sound settings need of the browser. */
export interface SoundActions {
  readonly list: () => Promise<readonly SoundDevice[]>;
  readonly watch: (onChange: () => void) => () => void;
  readonly playTest: (deviceId: string | null) => Promise<void>;
}

interface SoundSectionProps {
  readonly settings: Settings;
  readonly sound: SoundActions;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Which microphone, loudspeaker and ringer are used. */
export function SoundSection({ settings, sound, onChange }: SoundSectionProps) {
  const t = useWords();
  const devices = useDevices(sound);
  const inputs = devices.filter(({ kind }) => kind === 'input');
  const outputs = devices.filter(({ kind }) => kind === 'output');

  return (
    <div class="fields">
      {devices.some(({ name }) => name === '') && (
        <p class="field-help">{t('soundNeedsPermission')}</p>
      )}
      <Field label={t('soundMicrophone')} help={t('soundMicrophoneHelp')}>
        {(control) => (
          <DeviceSelect
            {...control}
            devices={inputs}
            chosen={settings.microphoneId}
            onChoose={(microphoneId) => {
              onChange({ microphoneId });
            }}
          />
        )}
      </Field>
      <Field label={t('soundSpeaker')} help={t('soundSpeakerHelp')}>
        {(control) => (
          <div class="device">
            <DeviceSelect
              {...control}
              devices={outputs}
              chosen={settings.speakerId}
              onChoose={(speakerId) => {
                onChange({ speakerId });
              }}
            />
            <TestSound name={t('soundSpeaker')} play={() => sound.playTest(settings.speakerId)} />
          </div>
        )}
      </Field>
      <Field label={t('soundRinger')} help={t('soundRingerHelp')}>
        {(control) => (
          <div class="device">
            <DeviceSelect
              {...control}
              devices={outputs}
              chosen={settings.ringerId}
              onChoose={(ringerId) => {
                onChange({ ringerId });
              }}
            />
            <TestSound name={t('soundRinger')} play={() => sound.playTest(settings.ringerId)} />
          </div>
        )}
      </Field>
    </div>
  );
}

interface DeviceSelectProps {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly devices: readonly SoundDevice[];
  readonly chosen: string | null;
  readonly onChoose: (deviceId: string | null) => void;
}

function DeviceSelect({ devices, chosen, onChoose, ...control }: DeviceSelectProps) {
  const t = useWords();
  const isGone = chosen !== null && devices.every(({ id }) => id !== chosen);

  return (
    <select
      id={control.id}
      aria-describedby={control['aria-describedby']}
      value={chosen ?? ''}
      onChange={(event) => {
        onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value);
      }}
    >
      <option value="">{t('soundDefault')}</option>
      {/* It stays chosen: a headset comes back. */}
      {isGone && <option value={chosen}>{t('soundGone')}</option>}
      {devices.map(({ id, name }, index) => (
        <option key={id} value={id}>
          {name === '' ? t('soundUnnamed', String(index + 1)) : name}
        </option>
      ))}
    </select>
  );
}

function TestSound({ name, play }: { name: string; play: () => Promise<void> }) {
  const t = useWords();
  const [state, setState] = useState<'idle' | 'playing' | 'failed'>('idle');
  const test = async () => {
    setState('playing');
    try {
      await play();
      setState('idle');
    } catch {
      setState('failed'); // Unplugged, or in another program's hands: either way it cannot play.
    }
  };

  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-label={t('callNamed', t('soundTest'), name)}
        disabled={state === 'playing'}
        onClick={() => void test()} // Its failure is shown below.
      >
        <Icon name="speaker" small />
        {t(state === 'playing' ? 'soundPlaying' : 'soundTest')}
      </button>
      {state === 'failed' && (
        <p class="field-error" role="alert">
          {t('soundTestFailed')}
        </p>
      )}
    </>
  );
}

function useDevices({ list, watch }: SoundActions): readonly SoundDevice[] {
  const [devices, setDevices] = useState<readonly SoundDevice[]>([]);

  useEffect(() => {
    const look = () => {
      list().then(setDevices, () => {
        setDevices([]); // Without a list the system's default is still there.
      });
    };

    look();

    return watch(look);
  }, [list, watch]);

  return devices;
}
