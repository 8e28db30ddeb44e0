import { CODEC_RATE_HZ } from './codecs';
import { startPacer } from './pacer';
import type { ReceivedAudio } from './received-audio';
import { SoundSource, type Sound } from './sound-source';

const FRAME_MS = 20;

/** Lets a party of the PBX hear another one inside the PBX; returns what ends that. */
export function letHear(listener: ReceivedAudio, sound: Sound): () => void {
  const source = new SoundSource(sound);

  return startPacer(FRAME_MS, () => {
    listener.receive(source.nextFrame(CODEC_RATE_HZ.opus, FRAME_MS), CODEC_RATE_HZ.opus);
  });
}
