import type { BodyAndContentType } from 'sip.js';
import type { IceServer } from '../../src/account/account';
import type { CallProblem } from '../../src/call/call';
import { answerWithin, audioOnlyAnswer, candidatesOf, withoutCandidates } from '../../src/sip/sdp';
import { USUAL_PACE } from '../../src/call/dtmf';
import { DtmfQueue } from './dtmf-queue';
import type { Microphone, MicrophoneLease } from './microphone';
import type { PeerConnections } from './peer-connections';
import type { RingingSound } from './ringing-sound';
import { afterTimeout, type CallMedia, type Log, type MediaSource } from './sipjs-options';

/** What the browser's media is made with. */
export interface BrowserMediaOptions {
  readonly peerConnections: PeerConnections;
  readonly microphone: Microphone;
  /** The other side's voice has a stream now; null when the call needs its sink no more. */
  readonly onRemoteStream: (callId: string, stream: MediaStream | null) => void;
  /** Makes what a caller may hear while the phone rings. */
  readonly ringing: () => RingingSound;
  readonly log: Log;
}

/** Makes the audio of calls from the browser's WebRTC. */
export class BrowserMedia implements MediaSource {
  readonly #options: BrowserMediaOptions;
  /** In a call that is taken over there are two for a moment. */
  readonly #calls = new Map<string, Set<BrowserCallMedia>>();
  /** Whose voice each call is heard from. */
  readonly #heard = new Map<string, CallMedia>();
  /** What is sent instead of the microphone, to whoever is at the other end. */
  readonly #mixtures = new Map<string, MediaStreamTrack>();

  constructor(options: BrowserMediaOptions) {
    this.#options = options;
  }

  prepare(iceServers: readonly IceServer[]): void {
    this.#options.peerConnections.prepare(iceServers);
  }

  create(callId: string, iceServers: readonly IceServer[]): CallMedia {
    const media: BrowserCallMedia = new BrowserCallMedia(
      callId,
      iceServers,
      {
        ...this.#options,
        onRemoteStream: (_id, stream) => {
          if (stream !== null) {
            this.#heard.set(callId, media);
          } else if (this.#heard.get(callId) !== media) {
            return; // It went on with somebody else.
          }
          this.#options.onRemoteStream(callId, stream);
        },
      },
      () => {
        const left = this.#calls.get(callId);

        left?.delete(media);
        if (left?.size === 0) {
          this.#calls.delete(callId);
        }
      },
    );

    this.#calls.set(callId, (this.#calls.get(callId) ?? new Set()).add(media));
    media.send(this.#mixtures.get(callId) ?? null);

    return media;
  }

  /** Lets a call's other party hear a mixture instead of the microphone; null for that again. */
  send(callId: string, mixture: MediaStreamTrack | null): void {
    if (mixture === null) {
      this.#mixtures.delete(callId);
    } else {
      this.#mixtures.set(callId, mixture);
    }
    for (const media of this.#calls.get(callId) ?? []) {
      media.send(mixture);
    }
  }
}

/**
 * The audio of one call on one RTCPeerConnection. Unlike SIP.js's own handler it never waits for
 * the end of gathering, holds by our word and not by what the last SDP said, and stops sending
 * while the call is held.
 */
class BrowserCallMedia implements CallMedia {
  onProblem: (problem: CallProblem) => void = () => undefined;
  #problem: CallProblem | null = null;
  #connection: RTCPeerConnection | null = null;
  #transceiver: RTCRtpTransceiver | null = null;
  #lease: MicrophoneLease | null = null;
  #track: MediaStreamTrack | null = null;
  /** What is sent while nobody has answered. */
  #ringing: RingingSound | null = null;
  #mixture: MediaStreamTrack | null = null;
  #remoteStream: MediaStream | null = null;
  #hold = { local: false, remote: false };
  #isMicrophoneOn = true;
  #isClosed = false;
  #wasConnected = false;
  readonly #dtmf = new DtmfQueue(() => this.#transceiver?.sender ?? null, afterTimeout);
  /** Settles when the first offer, made before it was asked for, can be sent. */
  #firstOffer: Promise<void> | null = null;
  /** The offer an answer is ready for, and the way there. */
  #prepared: { readonly offer: string; readonly done: Promise<void> } | null = null;

  constructor(
    private readonly callId: string,
    private readonly iceServers: readonly IceServer[],
    private readonly options: BrowserMediaOptions,
    private readonly closed: () => void,
  ) {}

  get problem(): CallProblem | null {
    return this.#problem;
  }

  hasDescription(contentType: string): boolean {
    return contentType.split(';')[0]?.trim().toLowerCase() === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    await this.#openMicrophone();

    const connection = this.#connectionToOfferOn();

    if (this.#firstOffer !== null) {
      await this.#firstOffer;
      this.#firstOffer = null;
    } else if (this.#prepared !== null) {
      this.#answered();
    } else if (connection.signalingState === 'have-remote-offer') {
      await this.#answer(connection);
    } else {
      await connection.setLocalDescription(await connection.createOffer());
      await this.options.peerConnections.gathered(connection);
    }
    const body = connection.localDescription?.sdp;

    if (body === undefined || this.#isClosed) {
      throw new Error('closed before there was a description');
    }

    return { body, contentType: 'application/sdp' };
  }

  async setDescription(sdp: string): Promise<void> {
    if (this.#prepared?.offer === sdp) {
      await this.#prepared.done;
      await this.#addCandidates(sdp);
      return;
    }
    const connection = this.#connection ?? this.#adopt(this.#createConnection());
    const state = connection.signalingState;
    const isAnswer = state === 'have-local-offer' || state === 'have-remote-pranswer';
    const offer = isAnswer ? connection.localDescription?.sdp : undefined;

    await connection.setRemoteDescription(
      offer === undefined
        ? { type: 'offer', sdp }
        : { type: 'answer', sdp: answerWithin(offer, sdp) },
    );
    if (offer === undefined) {
      this.#takeAudio(connection);
    }
  }

  async setEarlyAnswer(sdp: string): Promise<void> {
    // Not the last word: with a `pranswer` the connection still takes an answer with another
    // fingerprint and other candidates, as that of another fork has (RFC 9429 §4.1.10.1).
    await this.#connection?.setRemoteDescription({ type: 'pranswer', sdp });
  }

  restart(): void {
    this.#connection?.restartIce();
  }

  prepareAnswer(offer: string): Promise<void> {
    const connection = this.#adopt(this.#createConnection());
    // Candidates are kept back until the user answers: a connectivity check would tell the caller
    // our address while the phone still rings (RFC 8445 §19.3 in spirit).
    const done = connection
      .setRemoteDescription({ type: 'offer', sdp: withoutCandidates(offer) })
      .then(() => {
        this.#takeAudio(connection);

        return this.#answer(connection);
      });

    this.#prepared = { offer, done };

    return done;
  }

  async rollbackDescription(): Promise<void> {
    if (this.#connection !== null && this.#connection.signalingState !== 'stable') {
      await this.#connection.setLocalDescription({ type: 'rollback' });
    }
  }

  setHold(hold: { readonly local: boolean; readonly remote: boolean }): void {
    this.#hold = { ...hold };
    this.#direct();
    this.#feed();
  }

  setMicrophone(on: boolean): void {
    this.#isMicrophoneOn = on;
    this.#lease?.setOn(on);
  }

  send(mixture: MediaStreamTrack | null): void {
    this.#mixture = mixture;
    this.#feed();
  }

  sendDtmf(tones: string, times: { duration?: number; interToneGap?: number } = {}): boolean {
    const { duration = USUAL_PACE.toneMs, interToneGap = USUAL_PACE.gapMs } = times;

    return !this.#hold.local && this.#dtmf.send(tones, { toneMs: duration, gapMs: interToneGap });
  }

  async ringEarly(): Promise<string> {
    const prepared = this.#prepared;

    if (prepared === null) {
      throw new Error('nothing to answer');
    }
    await prepared.done;
    await this.#addCandidates(prepared.offer);

    const sdp = this.#connection?.localDescription?.sdp;

    if (sdp === undefined || this.#prepared !== prepared || this.#isClosed) {
      throw new Error('it rings no more');
    }
    this.#ringing = this.options.ringing();
    this.#feed();

    return sdp;
  }

  close(): void {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    this.#ringing?.close();
    this.closed();
    this.#dtmf.close();
    this.#lease?.close();
    if (this.#connection !== null) {
      this.#connection.close();
      this.options.onRemoteStream(this.callId, null);
    }
  }

  /** While the user is still to be asked nothing may be sent that promises a voice. */
  async #openMicrophone(): Promise<void> {
    if (this.options.microphone.permission !== 'granted') {
      if ((await this.#leaseMicrophone()) !== null) {
        throw new Error('no microphone');
      }
      return;
    }
    // Not in this turn: starting the device takes the processors from the message that leaves now.
    afterTimeout(0, () => {
      void this.#leaseMicrophone();
    });
  }

  async #leaseMicrophone(): Promise<CallProblem | null> {
    if (this.#lease !== null || this.#isClosed) {
      return null;
    }
    this.#lease = this.options.microphone.lease((track) => {
      this.#track = track;
      this.#feed();
    });
    this.#lease.setOn(this.#isMicrophoneOn);

    const problem = await this.#lease.ready;

    if (problem !== null) {
      this.#fail(problem);
    }

    return problem;
  }

  #connectionToOfferOn(): RTCPeerConnection {
    if (this.#connection !== null) {
      return this.#connection;
    }
    const { connection, transceiver, offer } = this.options.peerConnections.offering(
      this.iceServers,
    );

    this.#firstOffer = offer;
    this.#transceiver = transceiver;

    return this.#adopt(connection);
  }

  #createConnection(): RTCPeerConnection {
    return this.options.peerConnections.create(this.iceServers);
  }

  #adopt(connection: RTCPeerConnection): RTCPeerConnection {
    if (this.#isClosed) {
      connection.close();
    }
    this.#connection = connection;
    connection.ontrack = ({ track }) => {
      this.#hear(track);
    };
    connection.onconnectionstatechange = () => {
      this.#connectionChanged(connection.connectionState);
    };
    this.#feed();

    return connection;
  }

  /** Now, and not while it rang: the caller is heard, and our voice takes the place of the ringing. */
  #answered(): void {
    this.#prepared = null;
    this.#ringing?.close();
    this.#ringing = null;
    this.#feed();
    if (this.#remoteStream !== null) {
      this.options.onRemoteStream(this.callId, this.#remoteStream);
    }
    if (this.#connection?.connectionState === 'failed') {
      this.#fail('media-failed');
    }
  }

  /**
   * The stream is of our own making: the browser takes the track out of the other side's own for
   * as long as the call is held.
   */
  #hear(track: MediaStreamTrack): void {
    const isHeard = this.#remoteStream?.getTrackById(track.id) === track;

    if (track.kind === 'audio' && !this.#isClosed && !isHeard) {
      this.#remoteStream = new MediaStream([track]);
      if (this.#prepared === null) {
        this.options.onRemoteStream(this.callId, this.#remoteStream);
      }
    }
  }

  #connectionChanged(state: RTCPeerConnectionState): void {
    this.options.log('debug', `media of call ${this.callId} is ${state}`);
    this.#wasConnected ||= state === 'connected';
    if (this.#wasConnected) {
      this.#dtmf.open();
    }
    // Who has not answered yet has lost nothing.
    if (state === 'failed' && !this.#wasConnected && this.#prepared === null) {
      this.#fail('media-failed');
    }
  }

  /** Of what the other side offers, the first audio stream is ours; the answer rejects the rest. */
  #takeAudio(connection: RTCPeerConnection): void {
    for (const transceiver of connection.getTransceivers()) {
      const isAudio = transceiver.receiver.track.kind === 'audio';

      if (isAudio && (this.#transceiver ?? transceiver) === transceiver) {
        this.#transceiver = transceiver;
      } else if (transceiver.direction !== 'stopped') {
        transceiver.direction = 'inactive';
      }
    }
    if (this.#transceiver === null) {
      throw new Error('the offer has no audio');
    }
    this.#direct();
    this.#feed();
  }

  async #answer(connection: RTCPeerConnection): Promise<void> {
    const { sdp = '' } = await connection.createAnswer();

    // A stopped transceiver is still answered as an inactive stream; we want none but the one.
    await connection.setLocalDescription({ type: 'answer', sdp: audioOnlyAnswer(sdp) });
    await this.options.peerConnections.gathered(connection);
  }

  async #addCandidates(sdp: string): Promise<void> {
    for (const candidate of candidatesOf(sdp)) {
      // One the browser can't read is one path less, not the end of the call.
      await this.#connection?.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  /** Says in the next offer or answer what we want; the browser fits an answer to its offer. */
  #direct(): void {
    if (this.#transceiver !== null && this.#transceiver.direction !== 'stopped') {
      const { local, remote } = this.#hold;

      this.#transceiver.direction = local ? (remote ? 'inactive' : 'sendonly') : 'sendrecv';
    }
  }

  /** A held call gets nothing of the microphone, not even silence. */
  #feed(): void {
    this.#transceiver?.sender
      .replaceTrack(
        this.#hold.local ? null : (this.#mixture ?? this.#track ?? this.#ringing?.track ?? null),
      )
      .catch((error: unknown) => {
        this.options.log('debug', `no track for call ${this.callId}: ${String(error)}`);
      });
  }

  #fail(problem: CallProblem): void {
    if (this.#problem === null && !this.#isClosed) {
      this.#problem = problem;
      this.onProblem(problem);
    }
  }
}
