import { RtcpReceiverInfo, RtcpSenderInfo, RtcpSrPacket, type RtpPacket } from 'werift';

/** Seconds from the beginning of NTP's time, 1900, to that of ours, 1970 (RFC 3550 section 4). */
const NTP_EPOCH_S = 2_208_988_800;

/** What a report says of the side that tells it. */
interface Told {
  readonly ssrc: number;
  readonly rtpTimestamp: number;
  readonly packets: number;
}

/** Counts what comes of the other side's stream, and tells of it as RFC 3550 section 6.4 has it. */
export class ReceptionReports {
  #ssrc: number | null = null;
  #baseSequence = 0;
  #highestSequence = 0;
  #received = 0;
  #expectedBefore = 0;
  #receivedBefore = 0;

  /** One packet has come. */
  count({ header: { ssrc, sequenceNumber } }: RtpPacket): void {
    if (ssrc !== this.#ssrc) {
      this.#ssrc = ssrc;
      this.#baseSequence = sequenceNumber;
      this.#highestSequence = sequenceNumber;
      this.#received = 0;
      this.#expectedBefore = 0;
      this.#receivedBefore = 0;
    }
    const ahead = (sequenceNumber - this.#highestSequence) & 0xffff;

    this.#highestSequence += ahead < 0x8000 ? ahead : 0;
    this.#received += 1;
  }

  /** The report that is due now. A source of which nothing came since the last one is left out of it. */
  next({ ssrc, rtpTimestamp, packets }: Told): RtcpSrPacket {
    const nowS = Date.now() / 1000 + NTP_EPOCH_S;

    return new RtcpSrPacket({
      ssrc,
      senderInfo: new RtcpSenderInfo({
        ntpTimestamp: BigInt(Math.floor(nowS * 2 ** 20)) << 12n,
        rtpTimestamp: rtpTimestamp >>> 0,
        packetCount: packets,
        octetCount: 0,
      }),
      reports: this.#blocks(),
    });
  }

  /** RFC 3550 appendix A.3. */
  #blocks(): RtcpReceiverInfo[] {
    const expected = this.#highestSequence - this.#baseSequence + 1;
    const expectedLately = expected - this.#expectedBefore;
    const receivedLately = this.#received - this.#receivedBefore;

    if (this.#ssrc === null || receivedLately === 0) {
      return [];
    }
    this.#expectedBefore = expected;
    this.#receivedBefore = this.#received;

    return [
      new RtcpReceiverInfo({
        ssrc: this.#ssrc,
        fractionLost: Math.floor(
          (Math.max(0, expectedLately - receivedLately) * 256) / expectedLately,
        ),
        packetsLost: Math.max(0, expected - this.#received),
        highestSequence: this.#highestSequence,
        jitter: 0,
        lsr: 0,
        dlsr: 0,
      }),
    ];
  }
}
