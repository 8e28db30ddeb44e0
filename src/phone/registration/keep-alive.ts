import type { Clock } from '../clock';

/** What keeping a connection alive takes from the transport around it. */
export interface KeepAliveOptions {
  readonly clock: Clock;
  /** Sends a double CRLF, which a server that knows it answers by a single one. */
  readonly ping: () => void;
  /**
   * Sends a request that any server answers, an OPTIONS. `isDeaf` where this one answered nothing
   * the last time: then one that it must answer too, since it registered us.
   */
  readonly probe: (isDeaf: boolean) => void;
  /** Nothing was heard in time: the connection is dead, whatever the socket says. */
  readonly onDead: () => void;
}

/**
 * When nobody talks: a random time below half a minute, which is what the tightest NATs and
 * proxies forget after.
 */
const REST_MS = { least: 25_000, most: 30_000 };
/** A call whose connection died can be neither ended nor moved: found in 15 s, answer included. */
const REST_IN_CALL_MS = { least: 9_000, most: 10_000 };
/** RFC 5626 §4.4.1: a pong that takes longer will not come. */
const ANSWER_MS = 10_000;
const ANSWER_IN_CALL_MS = 5_000;

/** A server that wants a ping more often than this is broken. */
const SHORTEST_FLOW_TIMER_S = 5;
/** A timer that comes so late has slept with the machine, and so has the answer it waited for. */
const OVERSLEPT_MS = 1_000;
const ANSWER_AFTER_SLEEP_MS = 1_000;

/**
 * Watches one connection by asking for signs of life (RFC 7118 §6, RFC 5626 §3.5.1): a WebSocket
 * whose other end is gone stays open for a quarter of an hour by itself, and whoever calls meanwhile
 * rings nowhere.
 *
 * ```txt
 * resting ──time──► asked ──anything heard──► resting
 *                     └────time──► dead
 * ```
 */
export class KeepAlive {
  readonly #options: KeepAliveOptions;
  #isUp = false;
  #inCall = false;
  #flowTimerS: number | null = null;
  /** The server has answered a ping on this connection, so that no request is needed. */
  #isPonging = false;
  /** Something was heard after a question on this connection. */
  #hasAnswered = false;
  /** The connection before died without an answer to any question. */
  #isDeaf = false;
  #askedAtMs = 0;
  /** When the connection is given up; null while nothing was asked. */
  #deadAtMs: number | null = null;
  #callOff: () => void = () => undefined;

  constructor(options: KeepAliveOptions) {
    this.#options = options;
  }

  /** The connection has just been made. */
  start(): void {
    this.stop();
    this.#isUp = true;
    this.#askedAtMs = this.#options.clock.nowMs();
    this.#rest();
  }

  /** The connection is gone. */
  stop(): void {
    this.#callOff();
    this.#isUp = false;
    this.#isPonging = false;
    this.#hasAnswered = false;
    this.#flowTimerS = null;
    this.#deadAtMs = null;
  }

  /** Anything at all came from the server; `isPong` where it was the answer to a ping. */
  heard(isPong: boolean): void {
    if (!this.#isUp) {
      return;
    }
    this.#isPonging ||= isPong;
    if (this.#deadAtMs !== null) {
      this.#hasAnswered = true;
      this.#rest();
    }
  }

  /** Asks now, and gives the server so long. */
  check(withinMs: number): void {
    if (this.#isUp) {
      const { clock } = this.#options;
      const askedBeforeMs = this.#deadAtMs ?? Infinity;

      // Who asks again and again must not prolong the life of the dead. What is overdue slept.
      this.#ask(
        askedBeforeMs > clock.nowMs()
          ? Math.min(withinMs, askedBeforeMs - clock.nowMs())
          : withinMs,
      );
    }
  }

  /** Whether a call is up from now on. */
  setInCall(inCall: boolean): void {
    if (inCall !== this.#inCall) {
      this.#inCall = inCall;
      this.#hurry();
    }
  }

  /** How often the server wants a ping, in seconds (RFC 5626 §4.4.1); null where it did not say. */
  setFlowTimer(seconds: number | null): void {
    this.#flowTimerS = seconds === null ? null : Math.max(seconds, SHORTEST_FLOW_TIMER_S);
    this.#hurry();
  }

  /** The times are others now. A question that stands is never given more time than it had. */
  #hurry(): void {
    const { clock } = this.#options;

    if (!this.#isUp) {
      return;
    }
    if (this.#deadAtMs === null) {
      this.#rest();
    } else if (this.#inCall && this.#deadAtMs - clock.nowMs() > ANSWER_IN_CALL_MS) {
      this.#giveUntil(clock.nowMs() + ANSWER_IN_CALL_MS);
    }
  }

  #rest(): void {
    const { clock } = this.#options;
    // From question to question, as a Flow-Timer counts: an answer may be long in coming.
    const restMs = this.#askedAtMs + this.#restMs() - clock.nowMs();

    this.#deadAtMs = null;
    this.#callOff();
    this.#callOff = clock.after(Math.max(restMs, 0), () => {
      this.#ask(this.#inCall ? ANSWER_IN_CALL_MS : ANSWER_MS);
    });
  }

  #ask(withinMs: number): void {
    const { clock, ping, probe } = this.#options;

    this.#askedAtMs = clock.nowMs();
    this.#giveUntil(this.#askedAtMs + withinMs);
    ping();
    if (!this.#isPonging) {
      probe(this.#isDeaf);
    }
  }

  #giveUntil(deadAtMs: number): void {
    const { clock, onDead } = this.#options;

    this.#deadAtMs = deadAtMs;
    this.#callOff();
    this.#callOff = clock.after(Math.max(deadAtMs - clock.nowMs(), 0), () => {
      if (clock.nowMs() - deadAtMs > OVERSLEPT_MS) {
        this.#ask(ANSWER_AFTER_SLEEP_MS);
        return;
      }
      this.#isDeaf = !this.#hasAnswered;
      this.stop();
      onDead();
    });
  }

  #restMs(): number {
    const { least, most } = this.#inCall ? REST_IN_CALL_MS : REST_MS;
    const { clock } = this.#options;
    const ownMs = least + (most - least) * clock.random();
    // RFC 5626 §4.4.1: at a random 80 to 100 % of what the server says.
    const wantedMs = (this.#flowTimerS ?? Infinity) * 1000 * (0.8 + 0.2 * clock.random());

    return Math.round(Math.min(ownMs, wantedMs));
  }
}
