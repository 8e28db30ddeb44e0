import type { Session } from 'sip.js';
import { dtmfRelayBody } from '../../src/sip/dtmf-info';
import { describe } from './sipjs-emitter';
import type { Log } from './sipjs-options';

/** Sends digits as INFO requests, each after the answer to the one before: order is all they have. */
export class DtmfInfoSender {
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
