import type { ProcessGroups } from './process-group';

/** Where the media relay listens. */
export interface RtpengineSurroundings {
  readonly controlPort: number;
  readonly firstMediaPort: number;
  readonly mediaPortCount: number;
}

/** Starts the media relay between WebRTC and plain RTP, and resolves once it takes orders. */
export async function startRtpengine(
  groups: ProcessGroups,
  { controlPort, firstMediaPort, mediaPortCount }: RtpengineSurroundings,
): Promise<void> {
  const program = groups.start(
    'rtpengine',
    'rtpengine',
    [
      '--foreground',
      '--log-stderr',
      '--config-file=none',
      // No kernel module: packets pass through the process itself.
      '--table=-1',
      '--num-threads=2',
      '--interface=127.0.0.1',
      `--listen-ng=127.0.0.1:${String(controlPort)}`,
      `--port-min=${String(firstMediaPort)}`,
      `--port-max=${String(firstMediaPort + mediaPortCount - 1)}`,
    ],
    'SIGKILL',
  );

  // A SIP server that asks before this line takes the relay for dead.
  await program.untilReady('has started', () =>
    program.log().includes('Startup complete') ? true : null,
  );
}
