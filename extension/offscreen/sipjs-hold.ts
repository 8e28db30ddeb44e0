import type { Session } from 'sip.js';
import type { CallEvent } from '../../src/call/event';
import { glareDelayMs } from '../../src/sip/glare';
import { saysHold } from '../../src/sip/sdp';
import type { OfferTurn } from './sipjs-offer-turn';
import type { After, CallMedia } from './sipjs-options';
import { reinvite, type ReinviteRefusal } from './sipjs-reinvite';
import type { SipJsSessionTimer } from './sipjs-session-timer';

/** What holding takes from the call around it. */
export interface HoldOptions {
  readonly session: Session;
  readonly media: CallMedia;
  readonly turn: OfferTurn;
  readonly timer: SipJsSessionTimer;
  readonly after: After;
  readonly random: () => number;
  /** Who placed the call waits longer after a glare. */
  readonly placedTheCall: boolean;
  readonly report: (event: CallEvent) => void;
  /** The other side knows nothing of the call (any more). */
  readonly gone: () => void;
}

/** Two that cross this often are not crossing by chance. */
const MOST_TRIES = 5;

/** Who holds whom in one call. The direction is ours to say; what the last SDP said does not count. */
export class SipJsHold {
  readonly #options: HoldOptions;
  #isHeld = false;
  #isHeldByRemote = false;
  /** What our re-INVITE under way, or waiting for its second try, asks for. */
  #wanted: boolean | null = null;
  #callOffRetry: () => void = () => undefined;
  #callOffRenewal: () => void = () => undefined;

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
    this.#try(1);
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

  /** Looks for the way of the sound anew, by re-INVITE; nothing else changes. */
  renew(tries = 1): void {
    const { session, media, turn, timer, after, random, placedTheCall } = this.#options;

    reinvite(session, {
      turn,
      headers: timer.headers,
      prepare: () => {
        media.restart();
      },
      accepted: (response) => {
        timer.agreed(response);
        this.hear(response.body);
      },
      rejected: ({ statusCode }) => {
        if (statusCode === 491 && tries < MOST_TRIES) {
          this.#callOffRenewal = after(glareDelayMs(placedTheCall, random()), () => {
            this.renew(tries + 1);
          });
        }
      },
    });
  }

  /** The call is over: no second try any more. */
  stop(): void {
    this.#callOffRetry();
    this.#callOffRenewal();
  }

  #try(tries: number): void {
    const { session, turn, timer } = this.#options;
    const wanted = this.#wanted === true;

    reinvite(session, {
      turn,
      headers: timer.headers,
      prepare: () => {
        this.#direct(wanted);
      },
      accepted: (response) => {
        timer.agreed(response);
        this.#isHeld = wanted;
        this.#wanted = null;
        this.hear(response.body);
        this.#options.report({ type: 'reinvite-accepted' });
      },
      rejected: (refusal) => {
        this.#rejected(refusal, tries);
      },
    });
  }

  #rejected({ statusCode, message }: ReinviteRefusal, tries: number): void {
    const { after, random, placedTheCall, report, gone } = this.#options;

    if (statusCode === 491 && tries < MOST_TRIES) {
      this.#direct(this.isHeld);
      this.#callOffRetry = after(glareDelayMs(placedTheCall, random()), () => {
        this.#try(tries + 1);
      });
      return;
    }
    this.#wanted = null;
    this.#direct(this.#isHeld);
    report({ type: 'reinvite-rejected', statusCode });
    // RFC 3261 §12.2.1.2; a 408 that SIP.js made up says only that our connection is slow.
    if (message !== null && (statusCode === 481 || statusCode === 408)) {
      gone();
    }
  }

  #direct(local: boolean): void {
    this.#options.media.setHold({ local, remote: this.#isHeldByRemote });
  }
}
