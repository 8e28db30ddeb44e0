import { USUAL_PACE, type DtmfPace } from '../../../src/call/dtmf';
import type { After } from './options';

const LOOK_AGAIN_MS = 20;

/**
 * The digits of one call on their way out as RFC 4733 events. `insertDTMF` plays them to nobody
 * before DTLS is done, and refuses them before the microphone's track is there: so they wait here.
 */
export class DtmfQueue {
  #waiting = '';
  #pace = USUAL_PACE;
  #isOpen = false;
  #isClosed = false;

  constructor(
    private readonly sender: () => RTCRtpSender | null,
    private readonly after: After,
  ) {}

  /** Sends these as soon as they can be heard; false where the other side knows no such events. */
  send(tones: string, pace: DtmfPace = USUAL_PACE): boolean {
    if (this.#isClosed || !this.#isUnderstood()) {
      return false;
    }
    this.#waiting += tones;
    this.#pace = pace;
    this.#flush();

    return true;
  }

  /** The way to the other side is open. */
  open(): void {
    this.#isOpen = true;
    this.#flush();
  }

  close(): void {
    this.#isClosed = true;
  }

  /** False once the other side has answered without telephone-event (RFC 4733 §2.5.1.1). */
  #isUnderstood(): boolean {
    const codecs = this.sender()?.getParameters().codecs ?? [];

    return (
      codecs.length === 0 || codecs.some(({ mimeType }) => /\/telephone-event$/i.test(mimeType))
    );
  }

  #flush(): void {
    const dtmf = this.sender()?.dtmf;

    if (this.#waiting === '' || !this.#isOpen || this.#isClosed) {
      return;
    }
    if (dtmf?.canInsertDTMF === true) {
      // A second insertDTMF replaces what is left of the first.
      dtmf.insertDTMF(dtmf.toneBuffer + this.#waiting, this.#pace.toneMs, this.#pace.gapMs);
      this.#waiting = '';
    } else {
      // True some milliseconds after the connection is up, and no event says so (Chromium 156).
      this.after(LOOK_AGAIN_MS, () => {
        this.#flush();
      });
    }
  }
}
