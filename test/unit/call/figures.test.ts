import { figuresOf, type SoundReport, type StatsEntry } from '../../../src/call/figures';

interface Counted {
  readonly atMs?: number;
  readonly sent?: number;
  readonly received?: number;
  readonly lost?: number;
  readonly ssrc?: number;
  readonly inbound?: StatsEntry;
  readonly remote?: StatsEntry;
  readonly others?: readonly StatsEntry[];
}

/** A report as Chrome writes it, of a call that sends and receives 50 packets of 80 bytes a second. */
function report({
  atMs = 0,
  sent = 0,
  received = 0,
  lost = 0,
  ssrc = 7,
  inbound = {},
  remote = {},
  others = [],
}: Counted = {}): SoundReport {
  return {
    takenAtMs: atMs,
    direction: 'sendrecv',
    entries: [
      {
        id: `IT01A${String(ssrc)}`,
        type: 'inbound-rtp',
        kind: 'audio',
        packetsReceived: received,
        bytesReceived: received * 80,
        packetsLost: lost,
        jitter: 0.004,
        codecId: 'C111',
        lastPacketReceivedTimestamp: atMs,
        ...inbound,
      },
      {
        id: 'OT01A1',
        type: 'outbound-rtp',
        kind: 'audio',
        packetsSent: sent,
        bytesSent: sent * 80,
        mediaSourceId: 'SA1',
        codecId: 'C111',
      },
      { id: 'SA1', type: 'media-source', kind: 'audio', audioLevel: 0.2 },
      {
        id: 'C111',
        type: 'codec',
        mimeType: 'audio/opus',
        clockRate: 48000,
        channels: 2,
      },
      { id: 'RI', type: 'remote-inbound-rtp', kind: 'audio', timestamp: 0, ...remote },
      { id: 'T01', type: 'transport', iceState: 'connected', selectedCandidatePairId: 'CP' },
      {
        id: 'CP',
        type: 'candidate-pair',
        localCandidateId: 'L',
        remoteCandidateId: 'R',
        currentRoundTripTime: 0.03,
      },
      { id: 'L', type: 'local-candidate', candidateType: 'relay', protocol: 'udp' },
      {
        id: 'R',
        type: 'remote-candidate',
        candidateType: 'host',
        protocol: 'udp',
        address: '192.0.2.7',
        port: 4000,
      },
      ...others,
    ],
  };
}

describe('The figures of a call', () => {
  it('say what became of the counters since the report before', () => {
    const figures = figuresOf(
      report({ atMs: 2000, sent: 100, received: 100 }),
      report({ atMs: 4000, sent: 200, received: 190 }),
    );

    expect(figures).toMatchObject({
      overMs: 2000,
      sent: { packets: 200, bytes: 16_000 },
      sentLately: { packets: 100, bytes: 8000 },
      receivedLately: { packets: 90, bytes: 7200 },
      isConnected: true,
      hasSource: true,
    });
  });

  it('are those of the whole call as long as there is one report only', () => {
    expect(figuresOf(null, report({ atMs: 9000, received: 50 }))).toMatchObject({
      overMs: 0,
      receivedLately: { packets: 50 },
    });
  });

  it('name the codec and both ends of the way', () => {
    expect(figuresOf(null, report())).toMatchObject({
      codec: { name: 'opus', clockHz: 48_000, channels: 2 },
      localCandidate: { type: 'relay', protocol: 'udp', address: null },
      remoteCandidate: { type: 'host', address: '192.0.2.7', port: 4000 },
    });
  });

  it('tell loss as a share of what was sent lately', () => {
    const figures = figuresOf(
      report({ received: 1000, lost: 500 }),
      report({ received: 1090, lost: 510 }),
    );

    expect(figures.lossShare).toBeCloseTo(0.1);
  });

  it('know no loss where nothing was sent, and none below zero where packets came late', () => {
    expect(figuresOf(report({ received: 10 }), report({ received: 10 })).lossShare).toBeNull();
    expect(
      figuresOf(report({ received: 10, lost: 3 }), report({ received: 20, lost: 1 })).lossShare,
    ).toBeLessThan(0.1);
  });

  it('believe the round trip that the other side helps to measure before that of the first hop', () => {
    expect(figuresOf(null, report()).roundTripMs).toBeCloseTo(30);
    expect(figuresOf(null, report({ remote: { roundTripTime: 0.12 } })).roundTripMs).toBeCloseTo(
      120,
    );
  });

  it('tell the jitter buffer, the gaps and the loudness of lately', () => {
    const figures = figuresOf(
      report({
        inbound: {
          jitterBufferDelay: 10,
          jitterBufferEmittedCount: 1000,
          concealedSamples: 0,
          totalSamplesReceived: 1000,
          totalAudioEnergy: 0,
          totalSamplesDuration: 1,
        },
      }),
      report({
        inbound: {
          jitterBufferDelay: 70,
          jitterBufferEmittedCount: 2000,
          concealedSamples: 300,
          silentConcealedSamples: 100,
          totalSamplesReceived: 2000,
          totalAudioEnergy: 0.5,
          totalSamplesDuration: 3,
        },
      }),
    );

    expect(figures.jitterBufferMs).toBeCloseTo(60);
    expect(figures.concealedShare).toBeCloseTo(0.2);
    expect(figures.heardLevel).toBeCloseTo(0.5);
    expect(figures.microphoneLevel).toBe(0.2);
  });

  it('begin anew when the counters do', () => {
    const figures = figuresOf(
      report({ sent: 5000, received: 5000, lost: 40 }),
      report({ sent: 20, received: 30, ssrc: 8 }),
    );

    expect(figures).toMatchObject({
      sentLately: { packets: 20 },
      receivedLately: { packets: 30 },
      lossShare: 0,
    });
  });

  it('know whether the other side still reports, even while it says nothing', () => {
    const before = report({ remote: { timestamp: 5 } });

    expect(figuresOf(before, report({ remote: { timestamp: 5 } })).isRemoteReporting).toBe(false);
    expect(figuresOf(before, report({ remote: { timestamp: 9 } })).isRemoteReporting).toBe(true);
  });

  it('knows a report of the other side that tells of our sound from one that leaves it out', () => {
    const before = report({ remote: { timestamp: 5 } });
    const theirs = { id: 'RO', type: 'remote-outbound-rtp', kind: 'audio', timestamp: 9 };

    expect(figuresOf(before, report({ remote: { timestamp: 9 } }))).toMatchObject({
      isOursReported: true,
      isRemoteReporting: true,
    });
    expect(figuresOf(before, report({ remote: { timestamp: 5 }, others: [theirs] }))).toMatchObject(
      { isOursReported: false, isRemoteReporting: true },
    );
  });

  it('names the stream that is heard now', () => {
    expect(figuresOf(null, report({ ssrc: 9 })).heardStream).toBe('IT01A9');
    expect(figuresOf(null, { ...report(), entries: [] }).heardStream).toBeNull();
  });

  it('are empty where the browser says nothing, or nonsense', () => {
    const nonsense = [{ type: 'inbound-rtp', packetsReceived: 'many', jitter: Number.NaN }, {}];

    for (const entries of [[], nonsense]) {
      expect(figuresOf(null, { takenAtMs: 1, direction: null, entries })).toMatchObject({
        received: { packets: 0, bytes: 0 },
        hasSource: false,
        isConnected: false,
        isRemoteReporting: false,
        roundTripMs: null,
        jitterMs: null,
        lossShare: null,
        jitterBufferMs: null,
        codec: null,
        localCandidate: null,
        heardLevel: null,
      });
    }
  });

  it('speak of the sound alone where there is a picture too', () => {
    const video = { id: 'V', type: 'inbound-rtp', kind: 'video', packetsReceived: 900 };

    expect(figuresOf(null, report({ received: 7, others: [video] })).received.packets).toBe(7);
  });
});
