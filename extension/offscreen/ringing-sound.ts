import { toneSamples } from './tone-samples';

/** What a caller hears of a phone that rings: the ringing tone, and nothing of the room. */
export interface RingingSound {
  readonly track: MediaStreamTrack | null;
  close(): void;
}

/** Makes the ringing tone as something to send; no device is opened for it, least of all the microphone. */
export function ringingSound(): RingingSound {
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
