import type { CallProblem } from '../../src/call/call';
import type { Microphone, MicrophoneLease } from './microphone';
import type { RingingSound } from './ringing-sound';
import { afterTimeout, type Log } from './sipjs-options';

/** What the sound that goes out takes from the call around it. */
export interface OutgoingSoundOptions {
  readonly callId: string;
  readonly microphone: Microphone;
  /** Makes what a caller may hear while the phone rings. */
  readonly ringing: () => RingingSound;
  /** Where it goes out; null before there is a way. */
  readonly sender: () => RTCRtpSender | null;
  /** There is no microphone, for this reason. */
  readonly failed: (problem: CallProblem) => void;
  readonly log: Log;
}

/** What a call's other party hears of us: the microphone, a mixture, our ringing, or nothing. */
export class OutgoingSound {
  readonly #options: OutgoingSoundOptions;
  #lease: MicrophoneLease | null = null;
  #track: MediaStreamTrack | null = null;
  /** What is sent while nobody has answered. */
  #ringing: RingingSound | null = null;
  #mixture: MediaStreamTrack | null = null;
  #isHeld = false;
  #isMicrophoneOn = true;
  #isClosed = false;

  constructor(options: OutgoingSoundOptions) {
    this.#options = options;
  }

  /** While the user is still to be asked nothing may be sent that promises a voice. */
  async openMicrophone(): Promise<void> {
    if (this.#options.microphone.permission !== 'granted') {
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
      ?.replaceTrack(
        this.#isHeld ? null : (this.#mixture ?? this.#track ?? this.#ringing?.track ?? null),
      )
      .catch((error: unknown) => {
        this.#options.log('debug', `no track for call ${this.#options.callId}: ${String(error)}`);
      });
  }

  close(): void {
    this.#isClosed = true;
    this.#ringing?.close();
    this.#lease?.close();
  }

  async #leaseMicrophone(): Promise<CallProblem | null> {
    if (this.#lease !== null || this.#isClosed) {
      return null;
    }
    this.#lease = this.#options.microphone.lease((track) => {
      this.#track = track;
      this.feed();
    });
    this.#lease.setOn(this.#isMicrophoneOn);

    const problem = await this.#lease.ready;

    if (problem !== null) {
      this.#options.failed(problem);
    }

    return problem;
  }
}
