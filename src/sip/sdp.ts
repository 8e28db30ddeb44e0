/** Which way media flows, from the side that says it (RFC 8866 §6.7). */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** The direction of the first audio stream, session level included; null without an audio stream. */
export function audioDirectionOf(sdp: string): MediaDirection | null {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m);
  const audio = media.find((section) => section.startsWith('m=audio '));

  if (audio === undefined) {
    return null;
  }

  return directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
}

/** True where the side that sent this SDP does not listen: it holds the call (RFC 3264 §8.4). */
export function saysHold(sdp: string): boolean {
  const direction = audioDirectionOf(sdp);

  return direction === 'sendonly' || direction === 'inactive';
}

/** The SDP without its ICE candidates: enough to prepare an answer without a packet being sent. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/^a=(?:candidate:|end-of-candidates).*\r?\n/gm, '');
}

/** The candidates of each media section, as the lines say them, with the section's index. */
export function candidatesOf(sdp: string): readonly { candidate: string; sdpMLineIndex: number }[] {
  const [, ...media] = sdp.split(/^(?=m=)/m);

  return media.flatMap((section, sdpMLineIndex) =>
    [...section.matchAll(/^a=(candidate:.*?)\r?$/gm)].map(([, candidate = '']) => ({
      candidate,
      sdpMLineIndex,
    })),
  );
}

/**
 * An answer that takes the first audio stream and rejects all else (RFC 3264 §6): port zero, and
 * out of the BUNDLE group (RFC 8843 §7.3.3).
 */
export function audioOnlyAnswer(sdp: string): string {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m);
  const first = media.findIndex((section) => /^m=audio [1-9]/.test(section));
  const rejectedMids = media
    .filter((_section, index) => index !== first)
    .map((section) => /^a=mid:(\S+)/m.exec(section)?.[1]);
  const withoutRejected = session.replace(/^a=group:BUNDLE[^\r\n]*/m, (group) =>
    group
      .split(' ')
      .filter((mid) => !rejectedMids.includes(mid))
      .join(' '),
  );

  return [
    withoutRejected,
    ...media.map((section, index) =>
      index === first ? section : section.replace(/^(m=\S+) \d+/, '$1 0'),
    ),
  ].join('');
}

/**
 * The answer with no more of our offer in it than there was (RFC 3264 §6.1). Some phones say
 * `sendrecv` to a hold; Chrome refuses that, and the call would end with it.
 */
export function answerWithin(offer: string, answer: string): string {
  const offered = ways(audioDirectionOf(offer) ?? 'sendrecv');
  const direction = audioDirectionOf(answer) ?? 'sendrecv';
  const said = ways(direction);
  const allowed = directionOf({
    sends: said.sends && offered.receives,
    receives: said.receives && offered.sends,
  });

  return allowed === direction
    ? answer
    : answer
        .split(/^(?=m=)/m)
        .map((section) => (section.startsWith('m=audio ') ? directed(section, allowed) : section))
        .join('');
}

interface Ways {
  readonly sends: boolean;
  readonly receives: boolean;
}

function ways(direction: MediaDirection): Ways {
  return {
    sends: direction === 'sendrecv' || direction === 'sendonly',
    receives: direction === 'sendrecv' || direction === 'recvonly',
  };
}

function directionOf({ sends, receives }: Ways): MediaDirection {
  if (sends) {
    return receives ? 'sendrecv' : 'sendonly';
  }

  return receives ? 'recvonly' : 'inactive';
}

/** A media section that says this direction, whatever it said before, and where. */
function directed(section: string, direction: MediaDirection): string {
  const silent = section.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)\r?\n?/gm, '');

  return `${silent.replace(/\r?\n?$/, '\r\n')}a=${direction}\r\n`;
}

function directionIn(section: string): MediaDirection | null {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(section)?.[1];

  // The pattern admits nothing else.
  return (found as MediaDirection | undefined) ?? null;
}
