import { UserAgent, type Notification, type Session } from 'sip.js';
import type { SipResponse } from '../../../src/call/call';
import type { CallEvent } from '../../../src/call/event';
import { parseSipfrag } from '../../../src/sip/sipfrag';
import { responseOf } from './message';
import { isUnsent, type Flow } from './flow';
import type { After } from './options';

/** What sending the other party on takes from the call around it. */
export interface TransferOptions {
  readonly session: Session;
  readonly flow: Flow;
  readonly after: After;
  readonly report: (event: CallEvent) => void;
  /** The session of another call of ours; null when there is none, or it is not up. */
  readonly sessionOf: (callId: string) => Session | null;
}

/** A NOTIFY follows the 202 at once (RFC 3515 §2.4.4); some never send one. */
const FIRST_NEWS_MS = 32_000;
/** Nobody rings longer. */
const NEXT_NEWS_MS = 180_000;

/** Sends the other party on by REFER and hears what becomes of it (RFC 3515, RFC 5589). */
export class SipJsTransfer {
  readonly #options: TransferOptions;
  #isPending = false;
  /** Sends the REFER that could not be sent. */
  #sendAgain: (() => void) | null = null;
  #callOff: () => void = () => undefined;

  constructor(options: TransferOptions) {
    this.#options = options;
  }

  /** Blind: to an address. */
  refer(uri: string): void {
    this.#send(UserAgent.makeURI(uri) ?? null);
  }

  /** Attended: to the other party of a call of ours, which takes that call's place (RFC 3891). */
  referToCall(callId: string): void {
    this.#send(this.#options.sessionOf(callId));
  }

  /**
   * The server can be reached again. A REFER that was on its way may have been followed already, and
   * doing so twice would call somebody twice: what became of it is told by a NOTIFY, or nobody.
   */
  recover(): void {
    const sendAgain = this.#sendAgain;

    this.#sendAgain = null;
    sendAgain?.();
  }

  /** The call is over, and with it what we hear of the transfer. */
  stop(): void {
    this.#isPending = false;
    this.#sendAgain = null;
    this.#callOff();
  }

  #send(target: Parameters<Session['refer']>[0] | null): void {
    this.#isPending = true;
    if (target === null) {
      this.#failed(null);
      return;
    }
    if (!this.#options.flow.isUp) {
      this.#sendAgain = () => {
        this.#send(target);
      };
      return;
    }
    this.#options.session
      .refer(target, {
        onNotify: (notification) => {
          this.#heard(notification);
        },
        requestDelegate: {
          onAccept: () => {
            this.#waitFor(FIRST_NEWS_MS);
          },
          onRedirect: ({ message }) => {
            this.#failed(responseOf(message));
          },
          onReject: ({ message }) => {
            if (isUnsent(message) && !this.#options.flow.isUp) {
              this.#waitFor(FIRST_NEWS_MS);
            } else {
              this.#failed(responseOf(message));
            }
          },
        },
      })
      .catch(() => {
        this.#failed(null);
      });
  }

  #heard(notification: Notification): void {
    const { request } = notification;
    const response = parseSipfrag(request.getHeader('content-type') ?? null, request.body);

    notification.accept().catch(() => undefined);
    if (!this.#isPending) {
      return;
    }
    const isLast = /^terminated\b/i.test(request.getHeader('subscription-state') ?? '');

    if (isLast && (response === null || response.statusCode < 200)) {
      this.#failed(null); // How it ended nobody will say any more (RFC 3515 §2.4.7).
      return;
    }
    if (response === null) {
      return;
    }
    if (response.statusCode < 200) {
      this.#waitFor(NEXT_NEWS_MS);
    } else {
      this.stop();
    }
    this.#options.report({ type: 'transfer-progressed', response });
  }

  #waitFor(delayMs: number): void {
    this.#callOff();
    if (this.#isPending) {
      this.#callOff = this.#options.after(delayMs, () => {
        this.#failed(null);
      });
    }
  }

  #failed(response: SipResponse | null): void {
    if (this.#isPending) {
      this.stop();
      this.#options.report({ type: 'transfer-failed', response });
    }
  }
}
