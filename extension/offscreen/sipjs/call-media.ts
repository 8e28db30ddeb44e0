import type { BodyAndContentType } from 'sip.js';
import type { IceServer } from '../../../src/account/account';
import type { CallProblem } from '../../../src/call/call';
import { USUAL_PACE } from '../../../src/call/dtmf';
import type { SoundReport, StatsEntry } from '../../../src/call/figures';
import {
  answerWithin,
  audioOnlyAnswer,
  candidatesOf,
  withoutCandidates,
} from '../../../src/sip/sdp';
import { DtmfQueue } from './dtmf-queue';
import { IceWay } from '../webrtc/ice-way';
import { IncomingSound } from '../webrtc/incoming-sound';
import { OutgoingSound } from '../webrtc/outgoing-sound';
import type { BrowserMediaOptions } from './media';
import { afterTimeout, type CallMedia } from './options';

/**
 * The audio of one call on one RTCPeerConnection. Unlike SIP.js's own handler it never waits for
 * the end of gathering, holds by our word and not by what the last SDP said, and stops sending
 * while the call is held.
 */
export class BrowserCallMedia implements CallMedia {
  onProblem: (problem: CallProblem) => void = () => undefined;
  onWay: CallMedia['onWay'] = () => undefined;
  #problem: CallProblem | null = null;
  #connection: RTCPeerConnection | null = null;
  #transceiver: RTCRtpTransceiver | null = null;
  #hold = { local: false, remote: false };
  #isClosed = false;
  readonly #way = new IceWay();
  readonly #sound: OutgoingSound;
  readonly #heard: IncomingSound;
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
  ) {
    this.#sound = new OutgoingSound({
      ...options,
      callId,
      sender: () => this.#transceiver?.sender ?? null,
    });
    this.#heard = new IncomingSound(
      () => this.#prepared === null,
      (stream) => {
        options.onRemoteStream(callId, stream);
      },
    );
  }

  get problem(): CallProblem | null {
    return this.#problem;
  }

  hasDescription(contentType: string): boolean {
    return contentType.split(';')[0]?.trim().toLowerCase() === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.#sound.openMicrophone();

    const connection = this.#connectionToOfferOn();

    if (this.#firstOffer !== null) {
      await this.#firstOffer;
      this.#firstOffer = null;
      await this.#offerHeld(connection);
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
    this.onWay('renewed');
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
    this.#sound.setHeld(hold.local);
  }

  setMicrophone(on: boolean): void {
    this.#sound.setMicrophone(on);
  }

  send(mixture: MediaStreamTrack | null): void {
    this.#sound.mix(mixture);
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
    this.#sound.ring();

    return sdp;
  }

  /** What the browser has counted so far; null where there is no connection to count on. */
  async report(): Promise<SoundReport | null> {
    const stats = await this.#connection?.getStats();
    const direction = this.#transceiver?.currentDirection ?? null;

    return stats === undefined || this.#isClosed
      ? null
      : {
          takenAtMs: Date.now(),
          // TypeScript knows nothing of what stands in a report.
          entries: [...(stats as unknown as ReadonlyMap<string, StatsEntry>).values()],
          direction: direction === 'stopped' ? 'inactive' : direction,
        };
  }

  close(): void {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    this.closed();
    this.#dtmf.close();
    this.#sound.close();
    if (this.#connection !== null) {
      this.#connection.close();
      this.options.onRemoteStream(this.callId, null);
    }
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

  /** The first offer is made before anybody knows that the call is held from its beginning. */
  async #offerHeld(connection: RTCPeerConnection): Promise<void> {
    if (this.#hold.local) {
      this.#direct();
      await connection.setLocalDescription(await connection.createOffer());
    }
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
      if (!this.#isClosed) {
        this.#heard.hear(track);
      }
    };
    // Chrome tells of a loss by the one and of the end of all hope by the other alone.
    connection.oniceconnectionstatechange = connection.onconnectionstatechange = () => {
      this.#connectionChanged(connection);
    };
    this.#sound.feed();

    return connection;
  }

  /** Now, and not while it rang: the caller is heard, and our voice takes the place of the ringing. */
  #answered(): void {
    this.#prepared = null;
    this.#sound.ringNoMore();
    this.#heard.begin();
    if (this.#connection?.connectionState === 'failed') {
      this.#fail('media-failed');
    }
  }

  #connectionChanged(connection: RTCPeerConnection): void {
    const state = connection.connectionState;
    const way = this.#way.changed(connection);

    this.options.log('debug', `media of call ${this.callId} is ${state}`);
    if (this.#way.wasFound) {
      this.#dtmf.open();
    }
    if (way !== null && !this.#isClosed) {
      this.onWay(way);
    }
    // Who has not answered yet has lost nothing; who has been heard may be heard again.
    if (state === 'failed' && !this.#way.wasFound && this.#prepared === null) {
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
    this.#sound.feed();
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

  #fail(problem: CallProblem): void {
    if (this.#problem === null && !this.#isClosed) {
      this.#problem = problem;
      this.onProblem(problem);
    }
  }
}
