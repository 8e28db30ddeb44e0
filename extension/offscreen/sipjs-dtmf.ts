import type { Session } from 'sip.js';
import type { DtmfMethod } from '../../src/account/account';
import { dtmfRelayBody } from '../../src/sip/dtmf-info';
import { describe } from './sipjs-emitter';
import type { CallMedia, Log } from './sipjs-options';

/** Sends digits in the sound, or as INFO where the account or the other side will have it so. */
export class DtmfSender {
  readonly #info: DtmfInfoSender;

  constructor(
    session: Session,
    private readonly media: CallMedia,
    private readonly method: DtmfMethod,
    log: Log,
  ) {
    this.#info = new DtmfInfoSender(session, log);
  }

  send(tones: string): void {
    // Without telephone-event in the other side's SDP there is only INFO left (RFC 4733 §2.4.1).
    if (this.method === 'info' || !this.media.sendDtmf(tones)) {
      this.#info.send(tones);
    }
  }
}

/** Sends digits as INFO requests, each after the answer to the one before: order is all they have. */
class DtmfInfoSender {
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: Session,
    private readonly log: Log,
  ) {}

  send(tones: string): void {
    for (const tone of tones) {
      this.#last = this.#last.then(() => this.#sendOne(tone));
    }
  }

  #sendOne(tone: string): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        resolve();
      };

      this.session
        .info({
          requestDelegate: { onAccept: done, onRedirect: done, onReject: done },
          requestOptions: {
            body: {
              contentDisposition: 'render',
              contentType: 'application/dtmf-relay',
              content: dtmfRelayBody(tone),
            },
          },
        })
        .catch((error: unknown) => {
          this.log('warn', `a digit was not sent: ${describe(error)}`);
          resolve();
        });
    });
  }
}
