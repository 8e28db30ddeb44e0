/** A microphone that is open for looking at its level. */
export interface OpenMicrophone {
  /** How loud it is now, 0 to 1. */
  readonly level: () => number;
  readonly close: () => void;
}

/** Why a microphone could not be opened. */
export type MicrophoneProblem = 'denied' | 'missing' | 'busy';

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
    throw new MicrophoneError(problemOf(error));
  }
}

/** The names of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
function problemOf(error: unknown): MicrophoneProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** The quietest sound the meter shows, in decibels below full scale. */
const FLOOR_DB = -60;

/** The level of sound samples as the ear weighs them, 0 to 1. */
export function levelOf(samples: Float32Array): number {
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = 1 - (10 * Math.log10(square)) / FLOOR_DB;

  return Math.min(Math.max(level, 0), 1);
}
