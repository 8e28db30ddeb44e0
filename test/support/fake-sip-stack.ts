import type { Account } from '../../src/account/account';
import type { CallEnd, Remote } from '../../src/call/call';
import type { CallAction } from '../../src/call/action';
import type { CallEvent } from '../../src/call/event';
import type { FailedProbe } from '../../src/phone/registration/failed-probe';
import type { IntercomWish } from '../../src/phone/intercom';
import type { RegistrationFailure } from '../../src/phone/registration/registration';
import type { SubscriptionNews } from '../../src/phone/team/subscription';
import type { InviteWish, SipReport, SipStack, SubscribeWish } from '../../src/phone/sip-stack';
import type { SavedDialog } from '../../src/sip/dialog';

const ACTIVE: SubscriptionNews = {
  state: 'active',
  expiresInS: null,
  reason: null,
  retryAfterS: null,
  body: '',
};

/** A SIP stack that records what it was told and reports what the test says happened. */
export class FakeSipStack implements SipStack {
  onReport: (report: SipReport) => void = () => undefined;
  readonly configured: (Account | null)[] = [];
  readonly invited: ({ callId: string; uri: string } & InviteWish)[] = [];
  readonly performed: { callId: string; action: CallAction }[] = [];
  /** Every SUBSCRIBE, in order. */
  readonly asked: ({ id: string } & SubscribeWish)[] = [];
  readonly unsubscribed: string[] = [];
  forgotten = 0;
  registrations = 0;
  /** Where each REGISTER went, and how long it was given. */
  readonly attempts: { server: string; withinMs: number | null }[] = [];
  unregistrations = 0;
  preparations = 0;
  /** How long the server was given for each sign of life, in order. */
  readonly checks: number[] = [];
  /** Each time it changed, whether a call was up. */
  readonly keptAlive: boolean[] = [];
  /** The dialogs of calls that are up, by the calls' ids. */
  readonly dialogs = new Map<string, SavedDialog>();
  /** The Call-IDs of dialogs in which goodbye was said. */
  readonly left: string[] = [];
  probeResult: FailedProbe | null = null;
  #isFlowNew = true;

  configure(account: Account | null): void {
    this.configured.push(account);
  }

  register(server: string, withinMs: number | null): void {
    this.registrations += 1;
    this.attempts.push({ server, withinMs });
  }

  unregister(): void {
    this.unregistrations += 1;
  }

  checkConnection(withinMs: number): void {
    this.checks.push(withinMs);
  }

  setKeepAlive(inCall: boolean): void {
    this.keptAlive.push(inCall);
  }

  probe(): Promise<FailedProbe | null> {
    return Promise.resolve(this.probeResult);
  }

  prepare(): void {
    this.preparations += 1;
  }

  invite(callId: string, uri: string, wish: InviteWish = {}): void {
    this.invited.push({ callId, uri, ...wish });
  }

  subscribe(id: string, wish: SubscribeWish): void {
    this.asked.push({ id, ...wish });
  }

  unsubscribe(id: string): void {
    this.unsubscribed.push(id);
  }

  forgetSubscriptions(): void {
    this.forgotten += 1;
  }

  perform(callId: string, action: CallAction): void {
    this.performed.push({ callId, action });
  }

  dialogOf(callId: string): SavedDialog | null {
    return this.dialogs.get(callId) ?? null;
  }

  leave(dialog: SavedDialog): void {
    this.left.push(dialog.callId);
  }

  /** The actions a call was given, in order. */
  actionsOf(callId: string): CallAction[] {
    return this.performed.filter((done) => done.callId === callId).map(({ action }) => action);
  }

  // The network's side, for tests.

  registered(expiresInS = 600, isNewFlow = this.#isFlowNew): void {
    this.#isFlowNew = false;
    this.onReport({ type: 'registered', expiresInS, isNewFlow });
  }

  connectionLost(code: RegistrationFailure['code'] = 'no-connection'): void {
    this.#isFlowNew = true;
    this.onReport({ type: 'connection-lost', failure: { code, response: null } });
  }

  registrationFails(failure: RegistrationFailure): void {
    this.onReport({ type: 'registration-failed', failure });
  }

  subscribed(id: string, expiresInS: number | null = 3600): void {
    this.onReport({ type: 'subscribed', id, expiresInS });
  }

  subscriptionRefused(id: string, statusCode: number | null, retryAfterS: number | null = null) {
    const response = statusCode === null ? null : { statusCode, reasonPhrase: 'No' };

    this.onReport({ type: 'subscription-refused', id, response, retryAfterS });
  }

  notified(id: string, body: string, news: Partial<SubscriptionNews> = {}): void {
    this.onReport({
      type: 'notified',
      id,
      news: { ...ACTIVE, body, ...news },
    });
  }

  callIn(callId: string, remote: Partial<Remote> = {}, intercom?: IntercomWish): void {
    this.onReport({
      type: 'invited',
      callId,
      remote: { uri: 'sip:bob@pbx.test', displayName: 'Bob', ...remote },
      ...(intercom === undefined ? {} : { intercom }),
    });
  }

  happens(callId: string, event: CallEvent): void {
    this.onReport({ type: 'call', callId, event });
  }

  ends(callId: string, end: Partial<CallEnd> = {}): void {
    this.happens(callId, { type: 'ended', end: endOf(end) });
  }
}

/** A call's end with nothing said about it but what the test names. */
export function endOf(end: Partial<CallEnd> = {}): CallEnd {
  return { cause: 'remote-bye', response: null, reason: null, problem: null, ...end };
}
