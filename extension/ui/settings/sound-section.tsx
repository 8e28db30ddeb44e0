import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../src/account/settings';
import { findDevice, shownName, type WantedDevice } from '../../../src/phone/devices/device-choice';
import { wantedDevices } from '../../../src/phone/devices/devices';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import type { SoundDevice } from './sound-devices';
import { useWords } from '../words/words';

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

/** Which microphone, speaker and ringer are used. */
export function SoundSection({ settings, sound, onChange }: SoundSectionProps) {
  const t = useWords();
  const devices = useDevices(sound);
  const inputs = devices.filter(({ kind }) => kind === 'input');
  const outputs = devices.filter(({ kind }) => kind === 'output');
  const { microphone, speaker, ringer } = wantedDevices(settings);

  return (
    <div class="fields">
      {devices.some(({ name }) => name === '') && (
        <p class="field-help">{t('soundNeedsPermission')}</p>
      )}
      <Field label={t('soundMicrophone')} help={t('soundMicrophoneHelp')}>
        {(control) => (
          <div class="device">
            <DeviceSelect
              {...control}
              devices={inputs}
              chosen={microphone}
              onChoose={(device) => {
                onChange({
                  microphoneId: device?.id ?? null,
                  microphoneName: device?.name ?? null,
                });
              }}
            />
          </div>
        )}
      </Field>
      <Field label={t('soundSpeaker')} help={t('soundSpeakerHelp')}>
        {(control) => (
          <div class="device">
            <DeviceSelect
              {...control}
              devices={outputs}
              chosen={speaker}
              onChoose={(device) => {
                onChange({ speakerId: device?.id ?? null, speakerName: device?.name ?? null });
              }}
            />
            <TestSound
              name={t('soundSpeaker')}
              play={() => sound.playTest(there(speaker, outputs))}
            />
          </div>
        )}
      </Field>
      <Field label={t('soundRinger')} help={t('soundRingerHelp')}>
        {(control) => (
          <div class="device">
            <DeviceSelect
              {...control}
              devices={outputs}
              chosen={ringer}
              onChoose={(device) => {
                onChange({ ringerId: device?.id ?? null, ringerName: device?.name ?? null });
              }}
            />
            <TestSound
              name={t('soundRinger')}
              play={() => sound.playTest(there(ringer, outputs))}
            />
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
  readonly chosen: WantedDevice | null;
  readonly onChoose: (device: SoundDevice | null) => void;
}

function DeviceSelect({ devices, chosen, onChoose, ...control }: DeviceSelectProps) {
  const t = useWords();
  const found = chosen && findDevice(chosen, devices);
  const isGone = chosen !== null && found === null;
  const goneName = shownName(chosen?.name ?? '');

  return (
    <>
      <select
        id={control.id}
        aria-describedby={control['aria-describedby']}
        value={(found ?? chosen)?.id ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onChoose(devices.find(({ id }) => id === value) ?? null);
        }}
      >
        <option value="">{t('soundDefault')}</option>
        {/* It stays chosen: a headset comes back. */}
        {isGone && (
          <option value={chosen.id}>
            {goneName === null ? t('soundGoneUnnamed') : t('soundGone', goneName)}
          </option>
        )}
        {devices.map(({ id, name }, index) => (
          <option key={id} value={id}>
            {shownName(name) ?? t('soundUnnamed', String(index + 1))}
          </option>
        ))}
      </select>
      {isGone && (
        <p class="field-gone">
          <Icon name="warning" small />
          {t('soundGoneHelp')}
        </p>
      )}
    </>
  );
}

/** The device to play on: the chosen one, or what stands in for it. */
function there(wanted: WantedDevice | null, outputs: readonly SoundDevice[]): string | null {
  return (wanted && findDevice(wanted, outputs)?.id) ?? null;
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
      list().then(
        (found) => {
          setDevices((known) => (isSame(found, known) ? known : found));
        },
        () => {
          setDevices([]); // Without a list the system's default is still there.
        },
      );
    };

    look();

    return watch(look);
  }, [list, watch]);

  return devices;
}

/** A select that is open closes when it is drawn anew. */
function isSame(found: readonly SoundDevice[], known: readonly SoundDevice[]): boolean {
  return JSON.stringify(found) === JSON.stringify(known);
}
