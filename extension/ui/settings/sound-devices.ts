import { isAlias } from '../../../src/phone/devices/device-choice';

/** A microphone or speaker the browser can use. */
export interface SoundDevice {
  readonly id: string;
  /** Empty until the microphone was allowed once. */
  readonly name: string;
  readonly kind: 'input' | 'output';
}

/** The sound devices that are plugged in; the system's default, which always exists, left out. */
export async function listSoundDevices(): Promise<readonly SoundDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();

  return devices
    .filter(({ kind, deviceId }) => kind !== 'videoinput' && !isAlias({ id: deviceId }))
    .map(({ kind, deviceId, label }) => ({
      id: deviceId,
      name: label,
      kind: kind === 'audioinput' ? 'input' : 'output',
    }));
}

/** Of what is not plugged into the machine itself, such as a Bluetooth headset, Linux tells nobody. */
const LOOK_EVERY_MS = 2_000;

/** Calls back when something was plugged in or out, or may have been; the returned function stops it. */
export function watchSoundDevices(onChange: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') {
      onChange();
    }
  }, LOOK_EVERY_MS);

  navigator.mediaDevices.addEventListener('devicechange', onChange);

  return () => {
    clearInterval(timer);
    navigator.mediaDevices.removeEventListener('devicechange', onChange);
  };
}

/** Two notes, long enough to find out where they came from. */
const NOTES_HZ = [659.25, 880] as const;
const NOTE_S = 0.3;

/** Plays two notes on a speaker, null being the system's default, and resolves at their end. */
export async function playTestSound(deviceId: string | null): Promise<void> {
  const audio = new AudioContext();

  try {
    if (deviceId !== null) {
      await setSink(audio, deviceId);
    }
    await audio.resume();
    await Promise.all(NOTES_HZ.map((noteHz, index) => playNote(audio, noteHz, index * NOTE_S)));
  } finally {
    await audio.close();
  }
}

async function setSink(audio: AudioContext, deviceId: string): Promise<void> {
  // Chrome 110 and newer; TypeScript's DOM types do not know it yet.
  await (audio as AudioContext & { setSinkId(id: string): Promise<void> }).setSinkId(deviceId);
}

function playNote(audio: AudioContext, noteHz: number, afterS: number): Promise<void> {
  const tone = new OscillatorNode(audio, { frequency: noteHz });
  const volume = new GainNode(audio, { gain: 0 });
  const startS = audio.currentTime + afterS;

  // A note that starts or stops at once clicks.
  volume.gain.setValueAtTime(0, startS);
  volume.gain.linearRampToValueAtTime(0.25, startS + 0.02);
  volume.gain.linearRampToValueAtTime(0, startS + NOTE_S);
  tone.connect(volume).connect(audio.destination);
  tone.start(startS);
  tone.stop(startS + NOTE_S);

  return new Promise((resolve) => {
    tone.addEventListener('ended', () => {
      resolve();
    });
  });
}
