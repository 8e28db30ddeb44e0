/** Something to send in a call that is of our own making. */
export interface SentSound {
  readonly track: MediaStreamTrack | null;
  close(): void;
}

/**
 * Silence, to be sent where there is no microphone: phone systems hang up on those of whom no
 * packets come, and a firewall lets nothing in where nothing goes out. It opens no device.
 */
export function silentSound(): SentSound {
  // Not in TypeScript's library yet.
  const silent: AudioContextOptions & { sinkId: object } = { sinkId: { type: 'none' } };
  const context = new AudioContext(silent);
  const source = new ConstantSourceNode(context, { offset: 0 });
  const sent = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });

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
