import type { Session } from 'sip.js';
import type { CallEvent } from '../../../src/call/event';
import { glareDelayMs } from '../../../src/sip/glare';
import { saysHold } from '../../../src/sip/sdp';
import type { Flow } from './flow';
import type { OfferTurn } from './offer-turn';
import type { After, CallMedia } from './options';
import { reinvite, type ReinviteRefusal } from './reinvite';
import type { SipJsSessionTimer } from './session-timer';

/** What holding takes from the call around it. */
export interface HoldOptions {
  readonly session: Session;
  readonly media: CallMedia;
  readonly turn: OfferTurn;
  readonly timer: SipJsSessionTimer;
  readonly flow: Flow;
  readonly after: After;
  readonly random: () => number;
  /** Who placed the call waits longer after a glare. */
  readonly placedTheCall: boolean;
  readonly report: (event: CallEvent) => void;
  /** The other side knows nothing of the call (any more). */
  readonly gone: () => void;
}

/** Two that cross this often are not crossing by chance, and a server in trouble has it for longer. */
const MOST_TRIES = 5;
/** How long a server in trouble is left alone, and twice as long each time it still is. */
const TROUBLE_MS = 2000;

/** What one re-INVITE asks for. */
interface Asked {
  /** To hold or to resume; null where that stays as it is. */
  readonly hold: boolean | null;
  /** To look for the way of the sound anew. */
  readonly renews: boolean;
  readonly tries: number;
}

/**
 * Who holds whom in one call, and the way of its sound: all that our re-INVITEs are about. The
 * direction is ours to say; what the last SDP said does not count.
 */
export class SipJsHold {
  readonly #options: HoldOptions;
  #isHeld = false;
  #isHeldByRemote = false;
  /** What our re-INVITE under way, or waiting for its turn, asks for. */
  #wanted: boolean | null = null;
  /** The way of the sound is to be looked for anew by the next re-INVITE. */
  #renews = false;
  #isUnderWay = false;
  #isStopped = false;
  #callOffRetry: () => void = () => undefined;

  constructor(options: HoldOptions) {
    this.#options = options;
  }

  /** True from our wish to hold until the other side has agreed to resume. */
  get isHeld(): boolean {
    return this.#isHeld || this.#wanted === true;
  }

  /** Holds or resumes by re-INVITE; reports its outcome once. */
  ask(on: boolean): void {
    if (this.#wanted !== null) {
      this.#options.report({ type: 'reinvite-rejected', statusCode: 491 });
      return;
    }
    this.#wanted = on;
    if (on) {
      // Nobody who pressed Hold wants to be heard while the server makes up its mind.
      this.#direct(true);
    }
    this.#negotiate(1);
  }

  /** Held from the first description on, which is yet to be made. */
  beginHeld(): void {
    this.#isHeld = true;
    this.#direct(true);
  }

  /** Learns from the other side's description whether it holds us. */
  hear(sdp: string | undefined): void {
    const isHeldByRemote = sdp !== undefined && sdp !== '' ? saysHold(sdp) : this.#isHeldByRemote;

    if (isHeldByRemote !== this.#isHeldByRemote) {
      this.#isHeldByRemote = isHeldByRemote;
      this.#direct(this.isHeld);
      this.#options.report({ type: 'remote-hold-changed', on: isHeldByRemote });
    }
  }

  /**
   * Looks for the way of the sound anew, by re-INVITE with new ICE credentials (RFC 8445 §2.4);
   * nothing else changes. Where the server can't be reached it is done as soon as that can.
   */
  renewMedia(): void {
    this.#renews = true;
    this.#negotiate(1);
  }

  /** The call is over: no further try. */
  stop(): void {
    this.#isStopped = true;
    this.#callOffRetry();
  }

  /** One at a time, and the next asks for all that is wanted by then. */
  #negotiate(tries: number): void {
    const { session, media, turn, timer, flow } = this.#options;
    const asked: Asked = { hold: this.#wanted, renews: this.#renews, tries };

    this.#callOffRetry();
    // What can't be said now is said on the return: see `recover` of the conversation.
    if (this.#isStopped || this.#isUnderWay || !flow.isUp) {
      return;
    }
    this.#isUnderWay = true;
    this.#renews = false;
    reinvite(session, {
      turn,
      headers: timer.headers,
      prepare: () => {
        this.#direct(asked.hold ?? this.#isHeld);
        if (asked.renews) {
          media.restart();
        }
      },
      accepted: (response) => {
        this.#isUnderWay = false;
        timer.agreed(response);
        this.#accepted(asked, response.body);
        this.#goOn();
      },
      rejected: (refusal) => {
        this.#isUnderWay = false;
        this.#rejected(asked, refusal);
      },
    });
  }

  #accepted({ hold }: Asked, answer: string): void {
    if (hold !== null) {
      this.#isHeld = hold;
      this.#wanted = null;
    }
    this.hear(answer);
    if (hold !== null) {
      this.#options.report({ type: 'reinvite-accepted' });
    }
  }

  #rejected(asked: Asked, { statusCode, message }: ReinviteRefusal): void {
    const { after, random, placedTheCall, gone, flow } = this.#options;
    const again = (delayMs: number) => {
      this.#renews ||= asked.renews;
      this.#direct(this.isHeld);
      if (!this.#isStopped) {
        this.#callOffRetry = after(delayMs, () => {
          this.#negotiate(asked.tries + 1);
        });
      }
    };

    if (statusCode === 491 && asked.tries < MOST_TRIES) {
      again(glareDelayMs(placedTheCall, random()));
      return;
    }
    if (message === null && !flow.isUp) {
      this.#renews ||= asked.renews;
      this.#direct(this.isHeld);
      return;
    }
    const isTrouble = statusCode === 408 || statusCode >= 500;

    // A server that comes back may say so of a call that still is, and mean itself.
    if (asked.renews && isTrouble && asked.tries < MOST_TRIES) {
      again(TROUBLE_MS * 2 ** (asked.tries - 1));
      return;
    }
    this.#refuseHold(asked, statusCode);
    // RFC 3261 §12.2.1.2
    if (message !== null && (statusCode === 481 || (statusCode === 408 && !asked.renews))) {
      gone();
    } else {
      this.#goOn();
    }
  }

  #refuseHold({ hold }: Asked, statusCode: number): void {
    if (hold !== null) {
      this.#wanted = null;
      this.#direct(this.#isHeld);
      this.#options.report({ type: 'reinvite-rejected', statusCode });
    }
  }

  /** What was wanted meanwhile. */
  #goOn(): void {
    if (this.#renews || this.#wanted !== null) {
      this.#negotiate(1);
    }
  }

  #direct(local: boolean): void {
    this.#options.media.setHold({ local, remote: this.#isHeldByRemote });
  }
}
