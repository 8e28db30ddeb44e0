/** What the PBX lets a caller hear. */
export type Sound =
  | { readonly kind: 'silence' }
  /** Not even packets: nobody is there any more. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'echo' }
  | { readonly kind: 'tone'; readonly freqHz: number; readonly forMs?: number };

/** Loudness of every tone the PBX plays, as the peak of the sine. */
const TONE_PEAK = 0.5;

/** Renders the frames of a sound one after the other, without a click between them. */
export class SoundSource {
  readonly sound: Sound;
  #phase = 0;
  #playedMs = 0;

  constructor(sound: Sound) {
    this.sound = sound;
  }

  nextFrame(rateHz: number, frameMs: number): Float32Array {
    const frame = new Float32Array((rateHz * frameMs) / 1000);
    if (this.sound.kind === 'tone' && this.#playedMs < (this.sound.forMs ?? Infinity)) {
      const step = (2 * Math.PI * this.sound.freqHz) / rateHz;
      for (let i = 0; i < frame.length; i++) {
        frame[i] = TONE_PEAK * Math.sin(this.#phase);
        this.#phase = (this.#phase + step) % (2 * Math.PI);
      }
    }
    this.#playedMs += frameMs;
    return frame;
  }
}
