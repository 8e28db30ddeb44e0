import { CODEC_RATE_HZ, type CodecName } from './codecs';

/** Which way sound may flow, in the eyes of the side that wrote the SDP. */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** A codec with the payload type that both sides agreed on. */
export interface AgreedCodec {
  readonly name: CodecName;
  readonly payloadType: number;
}

/** What the PBX needs to know of the other side's SDP. */
export interface RemoteAudio {
  readonly mid: string | null;
  readonly direction: Direction;
  readonly setup: 'actpass' | 'active' | 'passive';
  readonly ufrag: string;
  readonly password: string;
  readonly fingerprints: readonly { readonly algorithm: string; readonly value: string }[];
  readonly codecs: readonly AgreedCodec[];
  /** Payload types of telephone-event by clock rate (RFC 4733 section 7.1.1). */
  readonly dtmfPayloadTypes: ReadonlyMap<number, number>;
  /** The m-lines in order; an answer has as many (RFC 3264 section 6). */
  readonly mLines: readonly string[];
}

/** What the PBX says of itself. */
export interface LocalAudio {
  readonly version: number;
  readonly direction: Direction;
  readonly setup: 'actpass' | 'active' | 'passive';
  readonly ufrag: string;
  readonly password: string;
  readonly fingerprint: { readonly algorithm: string; readonly value: string };
  readonly candidates: readonly { readonly address: string; readonly port: number }[];
  readonly mid: string;
  readonly ssrc: number;
  readonly codecs: readonly AgreedCodec[];
  readonly dtmfPayloadTypes: ReadonlyMap<number, number>;
  /** The offer's m-lines when this is an answer. */
  readonly mLines: readonly string[];
}

const STATIC_PAYLOAD_TYPES: Readonly<Record<string, CodecName>> = { 0: 'PCMU', 8: 'PCMA' };
const RTPMAP_OF: Readonly<Record<CodecName, string>> = {
  opus: 'opus/48000/2',
  PCMU: 'PCMU/8000',
  PCMA: 'PCMA/8000',
};

/** The direction an answer has when the answerer wants everything that the offerer allows (RFC 3264 section 6.1). */
export function mirrored(direction: Direction): Direction {
  if (direction === 'sendonly') {
    return 'recvonly';
  }
  return direction === 'recvonly' ? 'sendonly' : direction;
}

/** Whether a side with that direction sends. */
export function isSending(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

/** The direction that sends and receives only what both allow. */
export function narrowed(one: Direction, other: Direction): Direction {
  const sends = isSending(one) && isSending(other);
  const receives = isSending(mirrored(one)) && isSending(mirrored(other));
  if (sends) {
    return receives ? 'sendrecv' : 'sendonly';
  }
  return receives ? 'recvonly' : 'inactive';
}

/** Reads an offer or answer; throws when there is no WebRTC audio in it. */
export function parseAudio(sdp: string): RemoteAudio {
  const [session = '', ...media] = sdp.split(/\r?\n(?=m=)/);
  const audio = media.find((section) => section.startsWith('m=audio '));
  if (audio === undefined) {
    throw new Error('No audio in the SDP');
  }
  const one = (name: string): string | null => attribute(audio, name) ?? attribute(session, name);
  const ufrag = one('ice-ufrag');
  const password = one('ice-pwd');
  const fingerprints = [audio, session].flatMap((part) =>
    [...part.matchAll(/^a=fingerprint:(\S+) (\S+)/gim)].map(([, algorithm = '', value = '']) => ({
      algorithm,
      value,
    })),
  );
  if (ufrag === null || password === null || fingerprints.length === 0) {
    throw new Error('No ICE credentials or fingerprint in the SDP');
  }
  const setup = one('setup');
  return {
    mid: one('mid'),
    direction: directionOf(audio) ?? directionOf(session) ?? 'sendrecv',
    setup: setup === 'active' || setup === 'passive' ? setup : 'actpass',
    ufrag,
    password,
    fingerprints,
    ...codecsOf(audio),
    mLines: media.map((section) => section.split(/\r?\n/, 1)[0] ?? ''),
  };
}

/** Writes the SDP of the PBX: one audio stream, every other offered m-line refused. */
export function writeAudio(local: LocalAudio): string {
  const session = [
    'v=0',
    `o=pbx 1 ${String(local.version)} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${local.mid}`,
    // The PBX stands at a known address and only answers checks: an ICE-lite agent (RFC 8445 section 2.5).
    'a=ice-lite',
    'a=msid-semantic: WMS pbx',
  ];
  let isWritten = false;
  const media = (local.mLines.length === 0 ? ['m=audio'] : local.mLines).flatMap((mLine) => {
    if (mLine.startsWith('m=audio') && !isWritten) {
      isWritten = true;
      return audioSection(local);
    }
    return [mLine.replace(/^(m=\S+) \d+/, '$1 0')];
  });
  return [...session, ...media, ''].join('\r\n');
}

function audioSection(local: LocalAudio): string[] {
  const dtmf = [...local.dtmfPayloadTypes];
  const payloadTypes = [
    ...local.codecs.map(({ payloadType }) => payloadType),
    ...dtmf.map(([, payloadType]) => payloadType),
  ];
  const [first] = local.candidates;
  return [
    `m=audio ${String(first?.port ?? 9)} UDP/TLS/RTP/SAVPF ${payloadTypes.join(' ')}`,
    `c=IN IP4 ${first?.address ?? '0.0.0.0'}`,
    'a=rtcp-mux',
    ...local.candidates.map(
      ({ address, port }, i) =>
        `a=candidate:${String(i + 1)} 1 udp ${String(2130706431 - i * 256)} ${address} ${String(port)} typ host`,
    ),
    'a=end-of-candidates',
    `a=ice-ufrag:${local.ufrag}`,
    `a=ice-pwd:${local.password}`,
    `a=fingerprint:${local.fingerprint.algorithm} ${local.fingerprint.value}`,
    `a=setup:${local.setup}`,
    `a=mid:${local.mid}`,
    `a=${local.direction}`,
    'a=msid:pbx voice',
    `a=ssrc:${String(local.ssrc)} cname:pbx`,
    ...local.codecs.flatMap(({ name, payloadType }) => [
      `a=rtpmap:${String(payloadType)} ${RTPMAP_OF[name]}`,
      ...(name === 'opus' ? [`a=fmtp:${String(payloadType)} minptime=10;useinbandfec=1`] : []),
    ]),
    ...dtmf.flatMap(([clockHz, payloadType]) => [
      `a=rtpmap:${String(payloadType)} telephone-event/${String(clockHz)}`,
      `a=fmtp:${String(payloadType)} 0-15`,
    ]),
    'a=ptime:20',
  ];
}

function codecsOf(audio: string): Pick<RemoteAudio, 'codecs' | 'dtmfPayloadTypes'> {
  const payloadTypes = (/^m=audio \d+ \S+ (.*)$/m.exec(audio)?.[1] ?? '').trim().split(/\s+/);
  const codecs: AgreedCodec[] = [];
  const dtmfPayloadTypes = new Map<number, number>();
  for (const type of payloadTypes) {
    const [, format = '', clock = ''] =
      new RegExp(`^a=rtpmap:${type} ([^/\\s]+)/(\\d+)`, 'm').exec(audio) ?? [];
    const name = codecNamed(format) ?? STATIC_PAYLOAD_TYPES[type];
    if (format.toLowerCase() === 'telephone-event') {
      dtmfPayloadTypes.set(Number(clock), Number(type));
    } else if (name !== undefined) {
      codecs.push({ name, payloadType: Number(type) });
    }
  }
  return { codecs, dtmfPayloadTypes };
}

function codecNamed(format: string): CodecName | undefined {
  const names: readonly CodecName[] = ['opus', 'PCMU', 'PCMA'];
  return names.find((name) => name.toLowerCase() === format.toLowerCase());
}

/** The telephone-event payload types that go with these codecs: same clock as the voice (RFC 4733 section 2.5.1.2). */
export function dtmfFor(
  codecs: readonly AgreedCodec[],
  dtmf: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const clocks = new Set<number>(codecs.map(({ name }) => CODEC_RATE_HZ[name]));
  return new Map([...dtmf].filter(([clockHz]) => clocks.has(clockHz)));
}

function attribute(section: string, name: string): string | null {
  return new RegExp(`^a=${name}:(.*?)\\s*$`, 'm').exec(section)?.[1] ?? null;
}

function directionOf(section: string): Direction | null {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(section)?.[1];
  return found === undefined ? null : (found as Direction); // The pattern has the four words of the type.
}
