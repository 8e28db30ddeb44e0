import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import {
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
  useOPUS,
  usePCMU,
} from 'werift';
import { FRAME_MS, makeCodec, type Codec, type CodecName } from '../../pbx/codecs';
import { startPacer } from '../../pbx/pacer';
import { ReceivedAudio } from '../../pbx/received-audio';
import { endHandshake } from '../../pbx/secure-transport';
import { SoundSource } from '../../pbx/sound-source';
import { Waiting } from '../../pbx/waiting';

const EVENT_PAYLOAD_TYPE = 110;
const VOICE = { opus: useOPUS({ payloadType: 111 }), PCMU: usePCMU() };

/** The media of a phone in Node: a full WebRTC peer that says a tone and hears what comes. */
export class WeriftMedia implements SessionDescriptionHandler {
  readonly audio = new ReceivedAudio(new Waiting(() => 'Heard by the phone in Node.'));
  /** Direction that the next offer or answer asks for. */
  direction: 'sendrecv' | 'sendonly' = 'sendrecv';
  /** Whether its SDP says where it is. */
  tellsCandidates = true;
  readonly #peer: RTCPeerConnection;
  readonly #codec: Codec;
  readonly #stopPacer: () => void;
  #timestamp = 0;
  #sequence = 0;
  #isClosed = false;

  constructor(codec: Exclude<CodecName, 'PCMA'>, toneHz: number) {
    const clockRate = VOICE[codec].clockRate;
    this.#codec = makeCodec(codec);
    this.#peer = new RTCPeerConnection({
      codecs: {
        audio: [
          VOICE[codec],
          new RTCRtpCodecParameters({
            mimeType: 'audio/telephone-event',
            clockRate,
            payloadType: EVENT_PAYLOAD_TYPE,
          }),
        ],
      },
      iceServers: [],
      iceAdditionalHostAddresses: ['127.0.0.1'],
    });
    this.#peer.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ payload }) => {
        this.audio.receive(this.#codec.decode(payload), this.#codec.rateHz);
      });
    });
    const voice = new SoundSource({ kind: 'tone', freqHz: toneHz });
    this.#stopPacer = startPacer(FRAME_MS, () => {
      this.#say(this.#codec.encode(voice.nextFrame(this.#codec.rateHz, FRAME_MS)));
    });
  }

  async getDescription(): Promise<BodyAndContentType> {
    const transceiver = this.#peer.getTransceivers()[0] ?? this.#peer.addTransceiver('audio');
    transceiver.setDirection(this.direction);
    const isAnswer = this.#peer.signalingState === 'have-remote-offer';
    // werift would ask Google's STUN server where it is; nothing here may leave the machine.
    for (const { connection } of this.#peer.iceTransports) {
      delete connection.stunServer;
    }
    await this.#peer.setLocalDescription(
      isAnswer ? await this.#peer.createAnswer() : await this.#peer.createOffer(),
    );
    const sdp = this.#peer.localDescription?.sdp ?? '';
    const body = this.tellsCandidates ? sdp : sdp.replace(/a=candidate:.*\r\n/g, '');
    return { body, contentType: 'application/sdp' };
  }

  async setDescription(sdp: string): Promise<void> {
    const isAnswer = this.#peer.signalingState === 'have-local-offer';
    await this.#peer.setRemoteDescription({ type: isAnswer ? 'answer' : 'offer', sdp });
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  /** One key as RFC 4733 has it: packets that grow, then the end three times over. */
  sendDtmf(key: string): boolean {
    const event = '0123456789*#ABCD'.indexOf(key);
    const transport = this.#peer.dtlsTransports[0];
    const sender = this.#peer.getSenders()[0];
    if (transport === undefined || sender === undefined) {
      return false;
    }
    const timestamp = this.#timestamp;
    for (const [flags, duration] of [
      [10, 160],
      [10, 320],
      [0x80 | 10, 480],
      [0x80 | 10, 480],
      [0x80 | 10, 480],
    ] as const) {
      const header = new RtpHeader({
        payloadType: EVENT_PAYLOAD_TYPE,
        sequenceNumber: this.#nextSequence(),
        timestamp,
        ssrc: sender.ssrc,
      });
      void transport.sendRtp(Buffer.from([event, flags, duration >> 8, duration & 0xff]), header);
    }
    return true;
  }

  close(): void {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    this.#stopPacer();
    this.#codec.close();
    this.#peer.dtlsTransports.forEach(endHandshake);
    void this.#peer.close();
  }

  #say(payload: Buffer): void {
    this.#timestamp += (this.#codec.rateHz * FRAME_MS) / 1000;
    const transport = this.#peer.dtlsTransports[0];
    const transceiver = this.#peer.getTransceivers()[0];
    const isSending = ['sendrecv', 'sendonly'].includes(transceiver?.currentDirection ?? '');
    if (transport?.state !== 'connected' || transceiver === undefined || !isSending) {
      return;
    }
    const header = new RtpHeader({
      sequenceNumber: this.#nextSequence(),
      timestamp: this.#timestamp,
    });
    void transceiver.sender.sendRtp(new RtpPacket(header, payload));
  }

  #nextSequence(): number {
    this.#sequence = (this.#sequence + 1) & 0xffff;
    return this.#sequence;
  }
}
