import type { MicrophonePermission } from '../../../src/protocol/snapshot';

/** A microphone that is open for looking at its level. */
export interface OpenMicrophone {
  /** How loud it is now, 0 to 1. */
  readonly level: () => number;
  readonly close: () => void;
}

/** Why a microphone could not be opened. */
export type MicrophoneProblem = 'denied' | 'denied-by-system' | 'missing' | 'busy';

/** A microphone that could not be opened. */
export class MicrophoneError extends Error {
  override name = 'MicrophoneError';

  constructor(readonly problem: MicrophoneProblem) {
    super(`the microphone is ${problem}`);
  }
}

/**
 * Opens the microphone, asking the user where nobody did yet: works in a visible page only.
 *
 * @throws MicrophoneError when the user, the browser or the system says no.
 */
export async function openMicrophone(deviceId: string | null): Promise<OpenMicrophone> {
  const stream = await getMicrophone(deviceId);
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: 1024 });
  const samples = new Float32Array(analyser.fftSize);

  new MediaStreamAudioSourceNode(audio, { mediaStream: stream }).connect(analyser);

  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);

      return levelOf(samples);
    },
    close: () => {
      for (const track of stream.getTracks()) {
        track.stop();
      }
      void audio.close(); // Nothing is left to do with it.
    },
  };
}

async function getMicrophone(deviceId: string | null): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: deviceId === null ? true : { deviceId: { ideal: deviceId } },
    });
  } catch (error) {
    throw new MicrophoneError(await problemOf(error));
  }
}

/** The names of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
async function problemOf(error: unknown): Promise<MicrophoneProblem> {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      // Chrome would, and is not let by the privacy settings of the system.
      return (await microphonePermission()) === 'granted' ? 'denied-by-system' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** What the browser says of the microphone before anything is opened. */
export async function microphonePermission(): Promise<MicrophonePermission> {
  return (await navigator.permissions.query({ name: 'microphone' })).state;
}

/** Calls back when the user allows or blocks the microphone; the returned function stops it. */
export function watchMicrophonePermission(onChange: () => void): () => void {
  let stop: () => void = () => undefined;
  let isStopped = false;

  void navigator.permissions.query({ name: 'microphone' }).then((status) => {
    if (!isStopped) {
      status.addEventListener('change', onChange);
      stop = () => {
        status.removeEventListener('change', onChange);
      };
    }
  });

  return () => {
    isStopped = true;
    stop();
  };
}

/** The quietest sound the meter shows, in decibels below full scale. */
const FLOOR_DB = -60;

/** The level of sound samples as the ear weighs them, 0 to 1. */
export function levelOf(samples: Float32Array): number {
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = 1 - (10 * Math.log10(square)) / FLOOR_DB;

  return Math.min(Math.max(level, 0), 1);
}
