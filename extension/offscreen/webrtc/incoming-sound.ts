/** What the user hears of a call's other party, once the call is answered. */
export class IncomingSound {
  #stream: MediaStream | null = null;

  constructor(
    /** Whether the other party may be heard yet. */
    private readonly isAudible: () => boolean,
    private readonly play: (stream: MediaStream) => void,
  ) {}

  /**
   * Takes up what comes from the other side. The stream is of our own making: the browser takes
   * the track out of the other side's own for as long as the call is held.
   */
  hear(track: MediaStreamTrack): void {
    const isHeard = this.#stream?.getTrackById(track.id) === track;

    if (track.kind === 'audio' && !isHeard) {
      this.#stream = new MediaStream([track]);
      if (this.isAudible()) {
        this.play(this.#stream);
      }
    }
  }

  /** The call is answered: plays what has come so far. */
  begin(): void {
    if (this.#stream !== null) {
      this.play(this.#stream);
    }
  }
}
