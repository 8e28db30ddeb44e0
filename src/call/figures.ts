import type { MediaDirection } from '../sip/sdp';

/** One entry of the browser's statistics as plain data (W3C, Identifiers for WebRTC's Statistics). */
export type StatsEntry = Readonly<Record<string, unknown>>;

/** What the browser had counted of a call's sound at one moment. */
export interface SoundReport {
  readonly takenAtMs: number;
  readonly entries: readonly StatsEntry[];
  /** What both sides agreed on, as we see it; null before there is an agreement. */
  readonly direction: MediaDirection | null;
}

/** Packets of sound and the bytes in them. */
export interface Flow {
  readonly packets: number;
  readonly bytes: number;
}

/** One end of the way that the sound takes. */
export interface Candidate {
  readonly type: 'host' | 'srflx' | 'prflx' | 'relay';
  readonly protocol: 'udp' | 'tcp';
  /** Null where the browser keeps it to itself. */
  readonly address: string | null;
  readonly port: number | null;
}

/** How the sound is coded. */
export interface Codec {
  /** As SDP names it: `opus`, `PCMA`. */
  readonly name: string;
  readonly clockHz: number | null;
  readonly channels: number | null;
}

/**
 * How the sound of a call is doing: the counters so far, and what became of them since the report
 * before. Null stands for what nobody has said yet.
 */
export interface CallFigures {
  readonly takenAtMs: number;
  /** How long ago the report before was taken; zero for the first. */
  readonly overMs: number;
  readonly sent: Flow;
  readonly received: Flow;
  readonly sentLately: Flow;
  readonly receivedLately: Flow;
  /** True where there is something to send: a microphone, a mixture. */
  readonly hasSource: boolean;
  readonly direction: MediaDirection | null;
  /** True while the way of the sound works, as ICE sees it (RFC 8445). */
  readonly isConnected: boolean;
  /** Whether the other side's reports about the sound (RTCP) have come lately. */
  readonly isRemoteReporting: boolean;
  /** Whether they have told lately how ours arrives there: a report may leave that out. */
  readonly isOursReported: boolean;
  /** The browser's name for the stream that is heard now. */
  readonly heardStream: string | null;
  readonly roundTripMs: number | null;
  /** Of what comes here, and of what comes there as the other side says (RFC 3550 §6.4.1). */
  readonly jitterMs: number | null;
  readonly remoteJitterMs: number | null;
  /** Packets lost of all that were sent here lately, 0 to 1; and of those sent there. */
  readonly lossShare: number | null;
  readonly remoteLossShare: number | null;
  readonly jitterBufferMs: number | null;
  /** What was heard lately that nobody had said: gaps filled by the decoder, 0 to 1. */
  readonly concealedShare: number | null;
  readonly codec: Codec | null;
  readonly localCandidate: Candidate | null;
  readonly remoteCandidate: Candidate | null;
  /** Loudness lately as the root of the mean square, 0 to 1. */
  readonly microphoneLevel: number | null;
  readonly heardLevel: number | null;
}

/** The figures of a call from two successive reports; from one where there is no other yet. */
export function figuresOf(before: SoundReport | null, now: SoundReport): CallFigures {
  const earlier = countsIn(before?.entries ?? []);
  const counts = countsIn(now.entries);
  const { inbound, remoteInbound, pair, byId } = counts;
  const lost = grown(earlier.lost, counts.lost);
  const receivedLately = flowSince(earlier.received, counts.received);
  const due = lost + receivedLately.packets;
  const roundTripS = number(remoteInbound, 'roundTripTime') ?? number(pair, 'currentRoundTripTime');

  return {
    takenAtMs: now.takenAtMs,
    overMs: before === null ? 0 : Math.max(0, now.takenAtMs - before.takenAtMs),
    sent: counts.sent,
    received: counts.received,
    sentLately: flowSince(earlier.sent, counts.sent),
    receivedLately,
    hasSource: counts.source !== undefined,
    direction: now.direction,
    isConnected: ['connected', 'completed'].includes(text(counts.transport, 'iceState') ?? ''),
    isRemoteReporting: counts.remoteReportAtMs > earlier.remoteReportAtMs,
    isOursReported: reportedAtMs(remoteInbound) > reportedAtMs(earlier.remoteInbound),
    heardStream: text(inbound, 'id'),
    roundTripMs: inMs(roundTripS),
    jitterMs: inMs(number(inbound, 'jitter')),
    remoteJitterMs: inMs(number(remoteInbound, 'jitter')),
    lossShare: due === 0 ? null : lost / due,
    remoteLossShare: number(remoteInbound, 'fractionLost'),
    jitterBufferMs: inMs(
      quotient(earlier.inbound, inbound, 'jitterBufferDelay', 'jitterBufferEmittedCount'),
    ),
    concealedShare: concealedShare(earlier.inbound, inbound),
    codec: codecOf(byId(text(inbound, 'codecId') ?? text(counts.outbound, 'codecId'))),
    localCandidate: candidateOf(byId(text(pair, 'localCandidateId'))),
    remoteCandidate: candidateOf(byId(text(pair, 'remoteCandidateId'))),
    microphoneLevel: level(earlier.source, counts.source),
    heardLevel: level(earlier.inbound, inbound),
  };
}

interface Counts {
  readonly sent: Flow;
  readonly received: Flow;
  readonly lost: number;
  /** The stream that is heard now, of several that there were. */
  readonly inbound: StatsEntry | undefined;
  readonly outbound: StatsEntry | undefined;
  readonly remoteInbound: StatsEntry | undefined;
  readonly source: StatsEntry | undefined;
  readonly transport: StatsEntry | undefined;
  readonly pair: StatsEntry | undefined;
  /** When the other side last said how it goes, by the browser's clock; zero for never. */
  readonly remoteReportAtMs: number;
  readonly byId: (id: string | null) => StatsEntry | undefined;
}

function countsIn(entries: readonly StatsEntry[]): Counts {
  const ofType = (type: string) =>
    entries.filter((entry) => entry.type === type && entry.kind !== 'video');
  const inbounds = ofType('inbound-rtp');
  const outbounds = ofType('outbound-rtp');
  const byId = (id: string | null) => entries.find((entry) => entry.id === id);
  const [transport] = ofType('transport');

  return {
    sent: { packets: sum(outbounds, 'packetsSent'), bytes: sum(outbounds, 'bytesSent') },
    received: {
      packets: sum(inbounds, 'packetsReceived'),
      bytes: sum(inbounds, 'bytesReceived'),
    },
    lost: sum(inbounds, 'packetsLost'),
    // Who takes a call over sends a stream of his own; the one before stays in the report.
    inbound: latest(inbounds, 'lastPacketReceivedTimestamp'),
    outbound: latest(outbounds, 'packetsSent'),
    remoteInbound: latest(ofType('remote-inbound-rtp'), 'timestamp'),
    source: byId(text(latest(outbounds, 'packetsSent'), 'mediaSourceId')),
    transport,
    pair: byId(text(transport, 'selectedCandidatePairId')),
    remoteReportAtMs: Math.max(
      0,
      ...[...ofType('remote-inbound-rtp'), ...ofType('remote-outbound-rtp')].map(
        (entry) => number(entry, 'timestamp') ?? 0,
      ),
    ),
    byId,
  };
}

function reportedAtMs(remoteInbound: StatsEntry | undefined): number {
  return number(remoteInbound, 'timestamp') ?? 0;
}

function flowSince(before: Flow, now: Flow): Flow {
  return {
    packets: grown(before.packets, now.packets),
    bytes: grown(before.bytes, now.bytes),
  };
}

/** A counter that went back began anew: with another connection, another stream. */
function grown(before: number, now: number): number {
  return now >= before ? now - before : Math.max(0, now);
}

/** By how much one counter grew while another grew by one, of the same stream. */
function quotient(
  before: StatsEntry | undefined,
  now: StatsEntry | undefined,
  of: string,
  by: string,
): number | null {
  const same = before?.id === now?.id ? before : undefined;
  const divisor = (number(now, by) ?? 0) - (number(same, by) ?? 0);
  const dividend = (number(now, of) ?? 0) - (number(same, of) ?? 0);

  return divisor > 0 && dividend >= 0 ? dividend / divisor : null;
}

/** Silence that the decoder adds because the other side sends none is no gap in what was said. */
function concealedShare(
  before: StatsEntry | undefined,
  now: StatsEntry | undefined,
): number | null {
  const all = quotient(before, now, 'concealedSamples', 'totalSamplesReceived');
  const silent = quotient(before, now, 'silentConcealedSamples', 'totalSamplesReceived') ?? 0;

  return all === null ? null : Math.max(0, all - silent);
}

/** The mean level of the stretch; the browser's own figure is of one moment in it. */
function level(before: StatsEntry | undefined, now: StatsEntry | undefined): number | null {
  const energy = quotient(before, now, 'totalAudioEnergy', 'totalSamplesDuration');

  return energy === null ? number(now, 'audioLevel') : Math.sqrt(energy);
}

function codecOf(entry: StatsEntry | undefined): Codec | null {
  const mimeType = text(entry, 'mimeType');

  return mimeType === null
    ? null
    : {
        name: mimeType.replace(/^audio\//i, ''),
        clockHz: number(entry, 'clockRate'),
        channels: number(entry, 'channels'),
      };
}

function candidateOf(entry: StatsEntry | undefined): Candidate | null {
  const type = text(entry, 'candidateType');

  return type === 'host' || type === 'srflx' || type === 'prflx' || type === 'relay'
    ? {
        type,
        protocol: text(entry, 'protocol') === 'tcp' ? 'tcp' : 'udp',
        address: text(entry, 'address'),
        port: number(entry, 'port'),
      }
    : null;
}

function sum(entries: readonly StatsEntry[], name: string): number {
  return entries.reduce((total, entry) => total + (number(entry, name) ?? 0), 0);
}

function latest(entries: readonly StatsEntry[], name: string): StatsEntry | undefined {
  return entries.reduce<StatsEntry | undefined>(
    (best, entry) =>
      best === undefined || (number(entry, name) ?? 0) > (number(best, name) ?? 0) ? entry : best,
    undefined,
  );
}

function number(entry: StatsEntry | undefined, name: string): number | null {
  const value = entry?.[name];

  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function text(entry: StatsEntry | undefined, name: string): string | null {
  const value = entry?.[name];

  return typeof value === 'string' && value !== '' ? value : null;
}

function inMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
