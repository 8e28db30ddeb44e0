import type { Account } from '../../account/account';
import { isLive } from '../../call/call';
import { Attempts } from './attempts';
import type { Clock } from '../clock';
import {
  expiryFor,
  refreshDelayMs,
  retryDelayMs,
  type Registration,
  type RegistrationFailure,
} from './registration';
import { ServerChoice } from './server-choice';
import { ShownRegistration } from './shown-registration';
import type { SipStack } from '../sip-stack';
import type { SnapshotStore } from '../snapshot-store';

/** What registering takes from the phone around it. */
export interface RegisteringOptions {
  readonly sip: Pick<SipStack, 'register' | 'unregister' | 'checkConnection' | 'setKeepAlive'>;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly account: () => Account | null;
}

/**
 * What happened to the network under the phone: it came, it went, it is another one, or the
 * machine slept and nobody knows.
 */
export type NetworkChange = 'online' | 'offline' | 'changed' | 'woke';

/** Any server in reach answers in this time; the user waits no longer to be told the truth. */
const CHECK_MS = 1_000;
/** An attempt this old that the network changed under goes nowhere. */
const STALE_ATTEMPT_MS = 2_000;
/** A connection that broke sooner was taken away by the server, which is not to be asked at once. */
const LIVED_WELL_MS = 1_000;
/** Before the registration is over there is time for one more attempt. */
const LAST_CALL_MS = 5_000;
/** As long as what happened to the network may be why a connection is dead. */
const EXPLAINS_MS = 3_000;

/** The registration: when to try, when to refresh, and when to try again. */
export class Registering {
  readonly #options: RegisteringOptions;
  readonly #attempts: Attempts;
  readonly #shown: ShownRegistration;
  readonly #servers: ServerChoice;
  /** Failures in a row. */
  #failures = 0;
  #upSinceMs: number | null = null;
  #refreshAtMs = Infinity;
  /** This account was registered once. */
  #hasWorked = false;
  #networkChangedAtMs = -Infinity;
  #inCall = false;

  constructor(options: RegisteringOptions) {
    this.#options = options;
    this.#shown = new ShownRegistration(options.store);
    this.#attempts = new Attempts(options.clock, () => {
      const { now, withinMs } = this.#servers;

      if (now !== null) {
        this.#shown.attempt();
        options.sip.register(now, withinMs);
      }
    });
    this.#servers = new ServerChoice({
      clock: options.clock,
      isIdle: () => !this.#inCall,
      goToFirst: () => {
        this.#attempts.beginAt(options.clock.nowMs());
      },
    });
    options.store.subscribe(({ calls }) => {
      this.#callsChanged(calls.some(isLive));
    });
  }

  /** Another account: what failed with the one before says nothing, and nothing is due. */
  reset(): void {
    this.#attempts.callOff();
    this.#shown.forgetFailure();
    this.#servers.use(this.#options.account()?.servers ?? null);
    this.#failures = 0;
    this.#hasWorked = false;
    this.#upSinceMs = null;
  }

  /** Registers, or registers anew, as soon as may be. */
  register(): void {
    if (this.#options.account() !== null) {
      this.#tryAt(this.#options.clock.nowMs());
    }
  }

  /** The server wants it, but not for the sake of an account that it refused for good. */
  registerAsAsked(): void {
    const registration = this.#shown.now;

    if (registration.state === 'registered' || isWaiting(registration)) {
      this.register();
    }
  }

  registered(grantedS: number): void {
    const { clock, account } = this.#options;
    const expiresS = expiryFor(grantedS, account()?.expiresS ?? grantedS);
    const nowMs = clock.nowMs();

    this.#hasWorked = true;
    // A connection that just came may be taken away at once; one that lasted is well.
    this.#failures = this.#upSinceMs === null ? this.#failures : 0;
    this.#upSinceMs ??= nowMs;
    this.#servers.registered();
    this.#shown.registered({
      expiresAtMs: nowMs + expiresS * 1000,
      server: this.#servers.now ?? '',
      isBackup: this.#servers.isBackup,
    });
    this.#refreshAtMs = nowMs + refreshDelayMs(expiresS, clock.random());
    this.#attempts.beginAt(this.#refreshAtMs);
  }

  failed(failure: RegistrationFailure): void {
    const { clock, sip } = this.#options;

    this.#forgetOldFailures();
    const next = this.#servers.failed(failure);
    const random = clock.random();
    const delayMs = next.isAtOnce
      ? retryDelayMs({ code: failure.code, response: null }, 0, random, true)
      : retryDelayMs(next.failure, this.#failures, random, this.#hasWorked);
    const closedMs = Math.round(next.closedMs * (1 + 0.2 * random)); // Others wait for it as well.

    this.#failures += next.isAtOnce ? 0 : 1;
    this.#tryAgain(failure, delayMs === null ? null : Math.max(delayMs, closedMs));
    if (failure.code === 'no-answer') {
      sip.checkConnection(CHECK_MS); // A server that hears nothing would not hear the next either.
    }
  }

  /** True where only the way back to the first server failed: the one in its place serves on. */
  staysAtBackup(): boolean {
    const stays = this.#servers.staysAtBackup();

    if (stays) {
      this.#attempts.beginAt(this.#refreshAtMs);
    }

    return stays;
  }

  /**
   * True where a server in trouble only refused to prolong what it granted: that still holds, and
   * it is asked again before its time is up. Where there is another server, that one is asked.
   */
  outlives(failure: RegistrationFailure): boolean {
    const { clock, account } = this.#options;
    const registration = this.#shown.now;
    const isAlone = account()?.servers.length === 1;

    if (!isAlone || registration.state !== 'registered' || !isTrouble(failure)) {
      return false;
    }
    const nowMs = clock.nowMs();
    const delayMs = retryDelayMs(failure, this.#failures, clock.random());
    const lastCallMs = registration.expiresAtMs - LAST_CALL_MS;

    if (delayMs === null || lastCallMs <= nowMs) {
      return false;
    }
    this.#failures += 1;
    this.#refreshAtMs = Math.min(nowMs + delayMs, lastCallMs);
    this.#attempts.beginAt(this.#refreshAtMs);

    return true;
  }

  /** The connection broke by itself. */
  connectionLost(failure: RegistrationFailure): void {
    const { clock } = this.#options;
    const { state } = this.#shown.now;

    // Who has failed already, tries again in time, or not at all: a wrong password stays wrong.
    if (state === 'registering') {
      this.failed(failure);
    } else if (state === 'registered') {
      // The network went from under the connection: no server is to blame.
      const isExplained = clock.nowMs() - this.#networkChangedAtMs < EXPLAINS_MS;

      this.#forgetOldFailures();
      this.#servers.lost(isExplained ? { ...failure, code: 'no-connection' } : failure);
      this.#tryAgain(failure, retryDelayMs(failure, this.#failures, clock.random(), true));
      this.#failures += 1;
    }
  }

  /** Tries now instead of waiting for the next attempt. */
  reconnect(): void {
    const { state } = this.#shown.now;

    if (state === 'failed' || state === 'unregistered') {
      this.#failures = 0;
      this.#servers.startOver();
      this.register();
    }
  }

  /** Finds out at once what became of the connection, or makes one. */
  networkChanged(change: NetworkChange): void {
    const { sip, clock } = this.#options;
    const registration = this.#shown.now;

    this.#networkChangedAtMs = clock.nowMs();
    switch (registration.state) {
      case 'registered':
        sip.checkConnection(CHECK_MS);
        if (clock.nowMs() >= this.#refreshAtMs) {
          this.register(); // Its timer has slept with the machine.
        }
        break;
      case 'registering':
        if (change === 'online' || change === 'woke') {
          this.#tryAt(clock.nowMs() - this.#attempts.ageMs + STALE_ATTEMPT_MS);
        }
        break;
      case 'failed':
        if (isWaiting(registration) && isReason(change, registration.failure)) {
          this.#failures = change === 'changed' ? this.#failures : 0;
          this.#servers.startOver();
          this.register();
        }
        break;
      case 'unregistered':
    }
  }

  /** Leaves the registrar. */
  quit(): void {
    this.#attempts.callOff();
    this.#servers.startOver(); // Nobody goes back to the first server either.
    this.#shown.left();
    this.#options.sip.unregister();
  }

  #tryAt(atMs: number): void {
    this.#shown.attempt();
    this.#attempts.beginAt(atMs);
  }

  #tryAgain(failure: RegistrationFailure, delayMs: number | null): void {
    const { clock } = this.#options;
    const retryAtMs = delayMs === null ? null : this.#attempts.soonestMs(clock.nowMs() + delayMs);

    this.#attempts.callOff();
    this.#shown.failed(failure, retryAtMs);
    if (retryAtMs !== null) {
      this.#attempts.beginAt(retryAtMs);
    }
  }

  #forgetOldFailures(): void {
    const { clock } = this.#options;

    if (this.#upSinceMs !== null && clock.nowMs() - this.#upSinceMs >= LIVED_WELL_MS) {
      this.#failures = 0;
    }
    this.#upSinceMs = null;
  }

  #callsChanged(inCall: boolean): void {
    if (inCall !== this.#inCall) {
      this.#inCall = inCall;
      this.#options.sip.setKeepAlive(inCall);
      this.#servers.callsChanged();
    }
  }
}

function isWaiting(registration: Registration): boolean {
  return registration.state === 'failed' && registration.retryAtMs !== null;
}

function isTrouble({ code, response }: RegistrationFailure): boolean {
  return code === 'server-trouble' && response !== null;
}

/** Another network says nothing of a server that was reached and refused; a new day might. */
function isReason(change: NetworkChange, { response }: RegistrationFailure): boolean {
  return change === 'online' || change === 'woke' || (change === 'changed' && response === null);
}
