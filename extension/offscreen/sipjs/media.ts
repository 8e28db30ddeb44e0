import type { IceServer } from '../../../src/account/account';
import type { SoundReport } from '../../../src/call/figures';
import type { Microphone } from '../sound/microphone';
import type { PeerConnections } from '../webrtc/peer-connections';
import type { SentSound } from '../sound/sent-sound';
import { BrowserCallMedia } from './call-media';
import type { CallMedia, Log, MediaSource } from './options';

/** What the browser's media is made with. */
export interface BrowserMediaOptions {
  readonly peerConnections: PeerConnections;
  readonly microphone: Microphone;
  /** The other side's voice has a stream now; null when the call needs its sink no more. */
  readonly onRemoteStream: (callId: string, stream: MediaStream | null) => void;
  /** Makes what a caller may hear while the phone rings. */
  readonly ringing: () => SentSound;
  /** Makes what is sent while there is no microphone. */
  readonly silence: () => SentSound;
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
          } else {
            this.#heard.delete(callId);
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

  /** What the browser has counted of the sound that a call is heard by; null where it is silent. */
  async report(callId: string): Promise<SoundReport | null> {
    const all = [...(this.#calls.get(callId) ?? [])];
    const heard = all.find((media) => media === this.#heard.get(callId)) ?? all.at(-1);

    return heard?.report() ?? null;
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
