import type { Microphone, MicrophoneLease } from '../sound/microphone';
import type { SentSound } from '../sound/sent-sound';
import { afterTimeout, type Log } from '../sipjs/options';

/** What the sound that goes out takes from the call around it. */
export interface OutgoingSoundOptions {
  readonly callId: string;
  readonly microphone: Pick<Microphone, 'lease'>;
  /** Makes what a caller may hear while the phone rings. */
  readonly ringing: () => SentSound;
  /** Makes what is sent while there is no microphone. */
  readonly silence: () => SentSound;
  /** Where it goes out; null before there is a way. */
  readonly sender: () => RTCRtpSender | null;
  readonly log: Log;
}

/** What a call's other party hears of us: the microphone, a mixture, our ringing, or nothing. */
export class OutgoingSound {
  readonly #options: OutgoingSoundOptions;
  #lease: MicrophoneLease | null = null;
  #track: MediaStreamTrack | null = null;
  /** What is sent while nobody has answered. */
  #ringing: SentSound | null = null;
  /** What is sent while there is no microphone. */
  #silence: SentSound | null = null;
  #mixture: MediaStreamTrack | null = null;
  #isHeld = false;
  #isMicrophoneOn = true;
  #isClosed = false;

  constructor(options: OutgoingSoundOptions) {
    this.#options = options;
  }

  /** Sends the user's voice from now on, as soon as and as long as there is a microphone. */
  openMicrophone(): void {
    // Not in this turn: starting the device takes the processors from the message that leaves now.
    afterTimeout(0, () => {
      this.#leaseMicrophone();
    });
  }

  setMicrophone(on: boolean): void {
    this.#isMicrophoneOn = on;
    this.#lease?.setOn(on);
  }

  setHeld(on: boolean): void {
    this.#isHeld = on;
    this.feed();
  }

  /** Sends a mixture instead of the microphone; null for that again. */
  mix(mixture: MediaStreamTrack | null): void {
    this.#mixture = mixture;
    this.feed();
  }

  /** Lets the caller hear the phone ring. */
  ring(): void {
    this.#ringing = this.#options.ringing();
    this.feed();
  }

  ringNoMore(): void {
    this.#ringing?.close();
    this.#ringing = null;
    this.feed();
  }

  /** A held call gets nothing of the microphone, not even silence. */
  feed(): void {
    this.#options
      .sender()
      ?.replaceTrack(this.#isHeld ? null : this.#sent)
      .catch((error: unknown) => {
        this.#options.log('debug', `no track for call ${this.#options.callId}: ${String(error)}`);
      });
  }

  close(): void {
    this.#isClosed = true;
    this.#ringing?.close();
    this.#silence?.close();
    this.#lease?.close();
  }

  get #sent(): MediaStreamTrack | null {
    return this.#mixture ?? this.#track ?? this.#ringing?.track ?? this.#silence?.track ?? null;
  }

  #leaseMicrophone(): void {
    if (this.#lease !== null || this.#isClosed) {
      return;
    }
    this.#lease = this.#options.microphone.lease((track) => {
      this.#track = track;
      this.#fillIn(track === null);
      this.feed();
    });
    this.#lease.setOn(this.#isMicrophoneOn);
  }

  #fillIn(isNeeded: boolean): void {
    if (isNeeded) {
      this.#silence ??= this.#options.silence();
    } else {
      this.#silence?.close();
      this.#silence = null;
    }
  }
}
