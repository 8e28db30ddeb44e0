import type { Core, Session } from 'sip.js';
import type { DtmfMethod } from '../../../src/account/account';
import { PAUSE_MS, type DtmfPace } from '../../../src/call/dtmf';
import type { CallEvent } from '../../../src/call/event';
import { dtmfRelayBody } from '../../../src/sip/dtmf-info';
import { describe } from './emitter';
import type { Flow } from './flow';
import type { After, CallMedia, Log } from './options';

/** What sending digits takes from the call around it. */
export interface DtmfOptions {
  readonly session: Session;
  readonly media: CallMedia;
  readonly flow: Flow;
  readonly dtmfMethod: DtmfMethod;
  readonly dtmfPace: DtmfPace;
  readonly after: After;
  readonly log: Log;
  readonly report: (event: CallEvent) => void;
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

/** Whoever waits longer for an answer to a key presses it again. */
const LONGEST_WAIT_MS = 5000;

/** What became of a digit, as far as anybody knows. */
type Fate = 'taken' | 'refused' | 'unknown';

/** Sends digits as INFO requests, each after the answer to the one before: order is all they have. */
class DtmfInfoSender {
  #waiting = '';
  #isSending = false;
  #isStopped = false;

  constructor(private readonly options: DtmfOptions) {}

  send(tones: string): void {
    this.#waiting += tones;
    if (!this.#isSending) {
      void this.#sendAll();
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    for (let tone = this.#next(); tone !== ''; tone = this.#next()) {
      if (tone === ',') {
        await this.#pause();
        continue;
      }
      const fate = (await this.#isReachable()) ? await this.#sendOne(tone) : 'unknown';

      if (fate === 'refused') {
        this.#lose(tone);
      } else if (fate === 'unknown') {
        // A number with a hole in it would be taken for another one.
        this.#lose(tone + this.#waiting);
        this.#waiting = '';
      }
    }
    this.#isSending = false;
  }

  /** The digit whose turn it is; empty where there is none. */
  #next(): string {
    const tone = this.#isStopped ? '' : this.#waiting.charAt(0);

    this.#waiting = this.#waiting.slice(1);

    return tone;
  }

  #lose(tones: string): void {
    if (!this.#isStopped) {
      this.options.report({ type: 'dtmf-lost', tones: tones.replaceAll(',', '') });
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.options.after(PAUSE_MS, resolve);
    });
  }

  /** Waits a little for a server that is away. */
  #isReachable(): Promise<boolean> {
    const { flow, after } = this.options;

    return new Promise((resolve) => {
      if (flow.isUp) {
        resolve(true);
        return;
      }
      const callOff = after(LONGEST_WAIT_MS, () => {
        resolve(false);
      });

      flow.onReturn(() => {
        callOff();
        resolve(true);
      });
    });
  }

  #sendOne(tone: string): Promise<Fate> {
    const { session, log, dtmfPace } = this.options;

    return new Promise((resolve) => {
      const refused = ({ message }: Core.IncomingResponse) => {
        // Where the connection broke, or nobody answered, SIP.js has made the response up.
        resolve(message.hasHeader('via') ? 'refused' : 'unknown');
      };

      session
        .info({
          requestDelegate: {
            onAccept: () => {
              resolve('taken');
            },
            onRedirect: refused,
            onReject: refused,
          },
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
          resolve('refused');
        });
    });
  }
}
