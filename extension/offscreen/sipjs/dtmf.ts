import type { Session } from 'sip.js';
import type { DtmfMethod } from '../../../src/account/account';
import { PAUSE_MS, type DtmfPace } from '../../../src/call/dtmf';
import { dtmfRelayBody } from '../../../src/sip/dtmf-info';
import { describe } from './emitter';
import type { After, CallMedia, Log } from './options';

/** What sending digits takes from the call around it. */
export interface DtmfOptions {
  readonly session: Session;
  readonly media: CallMedia;
  readonly dtmfMethod: DtmfMethod;
  readonly dtmfPace: DtmfPace;
  readonly after: After;
  readonly log: Log;
}

/** Sends digits in the sound, or as INFO where the account or the other side will have it so. */
export class DtmfSender {
  readonly #info: DtmfInfoSender;

  constructor(private readonly options: DtmfOptions) {
    this.#info = new DtmfInfoSender(options);
  }

  send(tones: string): void {
    const { media, dtmfMethod, dtmfPace } = this.options;
    // As SIP.js names them.
    const times = { duration: dtmfPace.toneMs, interToneGap: dtmfPace.gapMs };

    // Without telephone-event in the other side's SDP there is only INFO left (RFC 4733 §2.4.1).
    if (dtmfMethod === 'info' || !media.sendDtmf(tones, times)) {
      this.#info.send(tones);
    }
  }

  /** The call is over: nothing that still waits is sent. */
  stop(): void {
    this.#info.stop();
  }
}

/** Sends digits as INFO requests, each after the answer to the one before: order is all they have. */
class DtmfInfoSender {
  #last: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly options: DtmfOptions) {}

  send(tones: string): void {
    for (const tone of tones) {
      this.#last = this.#last.then(() =>
        this.#isStopped ? undefined : tone === ',' ? this.#pause() : this.#sendOne(tone),
      );
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.options.after(PAUSE_MS, resolve);
    });
  }

  #sendOne(tone: string): Promise<void> {
    const { session, log, dtmfPace } = this.options;

    return new Promise((resolve) => {
      const done = () => {
        resolve();
      };

      session
        .info({
          requestDelegate: { onAccept: done, onRedirect: done, onReject: done },
          requestOptions: {
            body: {
              contentDisposition: 'render',
              contentType: 'application/dtmf-relay',
              content: dtmfRelayBody(tone, dtmfPace.toneMs),
            },
          },
        })
        .catch((error: unknown) => {
          log('warn', `a digit was not sent: ${describe(error)}`);
          resolve();
        });
    });
  }
}
