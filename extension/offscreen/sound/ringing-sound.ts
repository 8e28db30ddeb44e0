import type { SentSound } from './silence';
import { toneSamples } from './tone-samples';

/**
 * Makes the ringing tone as something to send, and nothing of the room: no device is opened for
 * it, least of all the microphone.
 */
export function ringingSound(): SentSound {
  // Not in TypeScript's library yet.
  const silent: AudioContextOptions & { sinkId: object } = { sinkId: { type: 'none' } };
  const context = new AudioContext(silent);
  const samples = toneSamples('ringback', context.sampleRate);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  const source = context.createBufferSource();
  const sent = context.createMediaStreamDestination();

  buffer.copyToChannel(samples, 0);
  source.buffer = buffer;
  source.loop = true;
  source.connect(sent);
  source.start();
  context.resume().catch(() => undefined);

  return {
    track: sent.stream.getAudioTracks()[0] ?? null,
    close: () => {
      context.close().catch(() => undefined);
    },
  };
}
