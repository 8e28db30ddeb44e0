import type { RtpPacket } from 'werift';
import { CODEC_RATE_HZ, FRAME_MS, makeCodec, type Codec, type CodecName } from './codecs';
import { startPacer } from './pacer';
import { ReceivedAudio } from './received-audio';
import { ReceptionReports } from './reception-reports';
import { RtpDtmfReceiver } from './rtp-dtmf';
import {
  dtmfFor,
  isSending,
  mirrored,
  narrowed,
  parseAudio,
  writeAudio,
  type AgreedCodec,
  type Direction,
  type RemoteAudio,
} from './sdp';
import { SecureTransport } from './secure-transport';
import { SoundSource, type Sound } from './sound-source';
import type { Waiting } from './waiting';

const OFFERED_PAYLOAD_TYPES: Readonly<Record<CodecName, number>> = { opus: 111, PCMU: 0, PCMA: 8 };
const OFFERED_DTMF: ReadonlyMap<number, number> = new Map([
  [48000, 110],
  [8000, 126],
]);

/**
 * What becomes of an ICE restart of the other side: it is followed, as it must be; or not even
 * noticed, by who goes on as before, with checks that name whom he does not know answered or not.
 */
export type RestartHabit = 'follows' | 'ignores' | 'ignores-and-refuses-checks';

/** How the media of a call is set up. */
export interface MediaOptions {
  /** Codecs the PBX takes part in, best first. */
  readonly codecs: readonly CodecName[];
  /** The address its sockets are bound to, as of now. */
  readonly address: () => string;
  /** The address that its SDP says instead; null for that one. */
  readonly announced: string | null;
  readonly restarts: RestartHabit;
  readonly waiting: Waiting;
  /** A key was heard as an RFC 4733 event. */
  readonly onDigit: (digit: string) => void;
}

/** The sound of one call: negotiates it, plays what it is told to play, hears what comes. */
export class CallMedia {
  readonly audio: ReceivedAudio;
  #transport: SecureTransport;
  readonly #options: MediaOptions;
  readonly #ssrc = Math.floor(Math.random() * 0xffffffff);
  readonly #dtmf = new RtpDtmfReceiver();
  #version = 0;
  #wanted: Direction = 'sendrecv';
  #current: Direction = 'inactive';
  #remote: RemoteAudio | null = null;
  #role: 'client' | 'server' | null = null;
  #codec: Codec | null = null;
  #agreed: AgreedCodec | null = null;
  #source = new SoundSource({ kind: 'silence' });
  #sequence = Math.floor(Math.random() * 0x7fff);
  #timestamp = Math.floor(Math.random() * 0x7fffffff);
  #echoOffset: number | null = null;
  #isTalking = false;
  #sentPackets = 0;
  #stopPacer: () => void = () => undefined;
  #reports = new ReceptionReports();
  #stopReports: () => void = () => undefined;
  #timesTold = 0;
  #isDeaf = false;
  #isClosed = false;

  private constructor(transport: SecureTransport, options: MediaOptions) {
    this.#transport = transport;
    this.#options = options;
    this.audio = new ReceivedAudio(options.waiting);
    this.#listenTo(transport);
  }

  static async open(options: MediaOptions): Promise<CallMedia> {
    return new CallMedia(await openTransport(options), options);
  }

  /** The direction in force, as the PBX sees it; null before there is an answer. */
  get direction(): Direction | null {
    return this.#remote === null ? null : this.#current;
  }

  /** The codec in force. */
  get codecName(): CodecName | null {
    return this.#agreed?.name ?? null;
  }

  /** What the other side hears from now on. */
  play(sound: Sound): void {
    this.#source = new SoundSource(sound);
    this.#echoOffset = null;
  }

  get playing(): Sound {
    return this.#source.sound;
  }

  /** What the PBX will ask for in its next offer or answer: `sendonly` puts the other side on hold. */
  want(direction: Direction): void {
    this.#wanted = direction;
  }

  /** What the PBX asks for. */
  get wanted(): Direction {
    return this.#wanted;
  }

  /** Answers an offer, the first one or a later one. */
  async answer(offer: string): Promise<string> {
    const remote = parseAudio(offer);
    const codec = this.#choose(remote);
    await this.#prepareFor(remote);
    // RFC 8842 section 5.3: the answerer may choose; passive spares a round trip, the browser is ready first.
    this.#role ??= remote.setup === 'passive' ? 'client' : 'server';
    this.#settle(remote, codec, narrowed(mirrored(remote.direction), this.#wanted));
    return this.#write({
      direction: this.#current,
      setup: this.#role === 'server' ? 'passive' : 'active',
      codecs: [codec],
      dtmf: remote.dtmfPayloadTypes,
    });
  }

  /** Begins with new ICE credentials, which the next offer says. */
  async restart(): Promise<void> {
    await this.#transport.restart();
  }

  /** Whoever has the sound now is gone; it is where the PBX says then as soon as the other side restarts. */
  async fail(): Promise<void> {
    await this.#transport.close();
  }

  /** An offer: of everything at first, of what was agreed (in the wanted direction) later. */
  offer(): string {
    const codecs =
      this.#agreed === null
        ? this.#options.codecs.map((name) => ({ name, payloadType: OFFERED_PAYLOAD_TYPES[name] }))
        : [this.#agreed];
    return this.#write({
      direction: this.#wanted,
      setup: 'actpass',
      codecs,
      dtmf: this.#remote?.dtmfPayloadTypes ?? OFFERED_DTMF,
    });
  }

  /** Takes the answer to the latest offer. */
  async accept(answer: string): Promise<void> {
    const remote = parseAudio(answer);
    await this.#prepareFor(remote);
    this.#role ??= remote.setup === 'passive' ? 'client' : 'server';
    this.#settle(remote, this.#choose(remote), narrowed(this.#wanted, mirrored(remote.direction)));
  }

  /** Tells the other side from now on how its sound arrives (RTCP). Many a PBX never does. */
  tellHowItArrives(everyMs: number): void {
    this.#stopReports();
    this.#stopReports = startPacer(everyMs, () => {
      this.#transport.report(
        this.#reports.next({
          ssrc: this.#ssrc,
          rtpTimestamp: this.#timestamp,
          packets: this.#sentPackets,
        }),
      );
      this.#timesTold += 1;
      this.#options.waiting.changed();
    });
  }

  /** Resolves when it has told so many times. */
  untilTold(times: number): Promise<unknown> {
    return this.#options.waiting.until(
      `${String(times)} reports to have left`,
      () => this.#timesTold >= times,
    );
  }

  /** Whether the packets to the PBX are lost on their way from now on. */
  loseWhatComes(on: boolean): void {
    this.#isDeaf = on;
  }

  /** RTP packets sent so far. */
  get sentPackets(): number {
    return this.#sentPackets;
  }

  /** What this side says. */
  get sound(): Sound {
    return this.#source.sound;
  }

  async close(): Promise<void> {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    this.#stopPacer();
    this.#stopReports();
    this.#codec?.close();
    await this.#transport.close();
  }

  #listenTo(transport: SecureTransport): void {
    transport.onPacket((packet) => {
      if (transport === this.#transport && !this.#isDeaf) {
        this.#reports.count(packet);
        this.#receive(packet);
      }
    });
  }

  /** Follows an ICE restart of the other side: here, or where the sound has moved to. */
  async #prepareFor(remote: RemoteAudio): Promise<void> {
    const before = this.#transport;
    if (!before.isRestartedBy(remote) || this.#options.restarts !== 'follows') {
      return;
    }
    if (before.address === this.#options.address()) {
      await before.restart();
      return;
    }
    this.#transport = await openTransport(this.#options);
    this.#role = null;
    this.#listenTo(this.#transport);
    void before.close();
  }

  #choose(remote: RemoteAudio): AgreedCodec {
    const codec = remote.codecs.find(({ name }) => this.#options.codecs.includes(name));
    if (codec === undefined) {
      throw new Error('No codec in common');
    }
    return codec;
  }

  #settle(remote: RemoteAudio, agreed: AgreedCodec, direction: Direction): void {
    if (this.#agreed?.name !== agreed.name) {
      this.#codec?.close();
      this.#codec = makeCodec(agreed.name);
    }
    const isFirst = this.#remote === null;
    this.#agreed = agreed;
    this.#remote = remote;
    this.#current = direction;
    if (isFirst || this.#options.restarts === 'follows') {
      // A call whose media never connects is silent; that is what its tests will say.
      this.#transport.connect(remote, this.#role ?? 'server').catch(() => undefined);
    }
    if (isFirst) {
      this.#stopPacer = startPacer(FRAME_MS, () => {
        this.#sendFrame();
      });
    }
    this.#options.waiting.changed();
  }

  #write(what: {
    direction: Direction;
    setup: 'actpass' | 'active' | 'passive';
    codecs: readonly AgreedCodec[];
    dtmf: ReadonlyMap<number, number>;
  }): string {
    this.#version += 1;
    const { ufrag, password, fingerprint, candidates } = this.#transport;
    return writeAudio({
      ...what,
      dtmfPayloadTypes: dtmfFor(what.codecs, what.dtmf),
      version: this.#version,
      ufrag,
      password,
      fingerprint,
      candidates: candidates.map(({ address, port }) => ({
        address: this.#options.announced ?? address,
        port,
      })),
      mid: this.#remote?.mid ?? '0',
      ssrc: this.#ssrc,
      mLines: this.#remote?.mLines ?? [],
    });
  }

  #sendFrame(): void {
    const codec = this.#codec;
    if (codec === null || this.#isClosed) {
      return;
    }
    this.#timestamp += (codec.rateHz * FRAME_MS) / 1000;
    if (!isSending(this.#current) || !this.#transport.isConnected) {
      this.#isTalking = false;
      return;
    }
    if (this.#source.sound.kind === 'echo' || this.#source.sound.kind === 'nothing') {
      return;
    }
    this.#send(codec.encode(this.#source.nextFrame(codec.rateHz, FRAME_MS)), this.#timestamp);
  }

  #receive({ header, payload }: RtpPacket): void {
    const remote = this.#remote;
    const codec = this.#codec;
    if (remote === null || codec === null || this.#isClosed || payload.length === 0) {
      return;
    }
    if ([...remote.dtmfPayloadTypes.values()].includes(header.payloadType)) {
      const digit = this.#dtmf.receive({ timestamp: header.timestamp, payload });
      if (digit !== null) {
        this.#options.onDigit(digit);
      }
    } else if (header.payloadType === this.#agreed?.payloadType) {
      this.audio.count(header.sequenceNumber);
      this.audio.receive(codec.decode(payload), CODEC_RATE_HZ[codec.name]);
      this.#echo(payload, header.timestamp);
    }
  }

  #echo(payload: Buffer, timestamp: number): void {
    if (this.#source.sound.kind !== 'echo' || !isSending(this.#current)) {
      return;
    }
    // The distance to the caller's clock is kept, so that pauses stay pauses.
    this.#echoOffset ??= this.#timestamp - timestamp;
    this.#send(payload, timestamp + this.#echoOffset);
  }

  #send(payload: Buffer, timestamp: number): void {
    if (this.#agreed === null) {
      return;
    }
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#sentPackets += 1;
    this.#transport.send({
      payloadType: this.#agreed.payloadType,
      sequenceNumber: this.#sequence,
      timestamp: timestamp >>> 0,
      ssrc: this.#ssrc,
      // The first packet of a talk spurt is marked (RFC 3551 section 4.1).
      marker: !this.#isTalking,
      payload,
    });
    this.#isTalking = true;
  }
}

function openTransport({ address, restarts }: MediaOptions): Promise<SecureTransport> {
  return SecureTransport.open(address(), {
    refusesStrangers: restarts === 'ignores-and-refuses-checks',
  });
}
