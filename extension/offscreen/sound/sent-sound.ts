/** Something to send in a call that is of our own making. */
export interface SentSound {
  readonly track: MediaStreamTrack | null;
  close(): void;
}

/** Makes what `sourceIn` gives into something to send, of one channel. It opens no device. */
export function sentSound(
  sourceIn: (context: AudioContext) => AudioScheduledSourceNode,
): SentSound {
  // Not in TypeScript's library yet.
  const silent: AudioContextOptions & { sinkId: object } = { sinkId: { type: 'none' } };
  const context = new AudioContext(silent);
  const source = sourceIn(context);
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
