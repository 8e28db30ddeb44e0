import { domainOf, sharesRegistration, type Account } from '../account/account';
import { DEFAULT_AUTO_ANSWER, type AutoAnswerRules } from '../account/auto-answer';
import { DEFAULT_OUTGOING, type OutgoingRules, type Shown } from '../account/outgoing';
import { DEFAULT_DIAL_RULES } from '../account/dial-rules';
import type { Colleague } from '../account/team';
import { isLive, isRingingIn, newCall, type Call, type Remote } from '../call/call';
import {
  apply,
  command,
  InvalidStateError,
  type CallCommand,
  type CallEvent,
  type Step,
} from '../call/transition';
import { canTransfer } from '../call/transfer';
import { dialUriFor, InvalidTargetError, redialTarget, type DialPlan } from '../number/dial-target';
import { wireUriFor } from '../number/wire-uri';
import {
  byProfile,
  recorderBy,
  retrieval,
  supervision,
  type CodeCall,
  type Supervision,
} from './by-profile';
import {
  conferenceStep,
  isMember,
  remainingMembers,
  toldTogether,
  type ConferenceCommand,
  type Told,
} from './conference';
import { afterConsults, isBeingPlaced } from './consult';
import { incomingByProfile } from './incoming-by-profile';
import {
  afterSwap,
  heldAll,
  hungUpAll,
  newSwap,
  type SeveralCommand,
  type Swap,
} from './several-calls';
import type { AccountView, MicrophonePermission, PhoneSnapshot } from '../protocol/snapshot';
import { pickUpOf } from './pick-up';
import { parkedAfter } from './parked';
import { withAnswer } from './reply-answered';
import { introductionOf, withExtraLines } from './outgoing';
import { isAnonymous } from '../sip/anonymous';
import { answerDelayMs, isStillAnswered, type IntercomWish } from './intercom';
import { refreshDelayMs, retryDelayMs, expiryFor, type RegistrationFailure } from './registration';
import type { InviteWish, SipReport, SipStack } from './sip-stack';
import { isOtherThan, Watching } from './watching';

/** Time and chance, injected so that the phone is the same in a browser and in a test. */
export interface Clock {
  nowMs(): number;
  /** Runs `act` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, act: () => void): () => void;
  /** At least 0 and less than 1. */
  random(): number;
}

/** Why the phone will not place a call now. */
export type RefusalCode =
  | 'no-account'
  | 'not-registered'
  | 'microphone-denied'
  | 'too-many-calls'
  | 'nothing-to-pick-up'
  | 'number-not-hidden';

/** A command the phone as a whole cannot follow now; the user is told what to mend. */
export class PhoneRefusedError extends Error {
  override name = 'PhoneRefusedError';

  constructor(readonly code: RefusalCode) {
    super(`the phone refused: ${code}`);
  }
}

/** More than a person can juggle; each costs a peer connection. */
const MOST_LIVE_CALLS = 8;
/** How long an ended call stays on screen to say how it ended. */
const ENDED_CALL_SHOWN_MS = 8_000;
const MOVED_CALL_SHOWN_MS = 60_000;

/** Owns every call and the registration. The one place where phone state changes. */
export class Phone {
  readonly #subscribers = new Set<(snapshot: PhoneSnapshot) => void>();
  #snapshot: PhoneSnapshot;
  #account: Account | null = null;
  #country = 'US';
  #dialRules = DEFAULT_DIAL_RULES;
  #autoAnswer = DEFAULT_AUTO_ANSWER;
  #outgoing = DEFAULT_OUTGOING;
  #recordingBeeps = false;
  #swap: Swap | null = null;
  #team: readonly Colleague[] = [];
  readonly #watching: Watching;
  /** Failed attempts to register since the last success. */
  #attempts = 0;
  #callOffRegistration: () => void = () => undefined;

  constructor(
    private readonly sip: SipStack,
    private readonly newId: () => string,
    private readonly clock: Clock,
  ) {
    this.#snapshot = {
      instanceId: newId(),
      revision: 0,
      account: null,
      registration: { state: 'unregistered' },
      microphone: 'prompt',
      calls: [],
      conference: [],
      consults: [],
      team: [],
      voicemail: null,
      parked: [],
      answers: [],
    };
    this.#watching = new Watching({
      sip,
      clock,
      publish: (watched) => {
        if (isOtherThan(watched, this.#snapshot)) {
          this.#publish(watched);
        }
      },
    });
    sip.onReport = (report) => {
      this.#receive(report);
    };
  }

  get snapshot(): PhoneSnapshot {
    return this.#snapshot;
  }

  /** Calls back with the present snapshot at once, then with every later one. */
  subscribe(subscriber: (snapshot: PhoneSnapshot) => void): () => void {
    this.#subscribers.add(subscriber);
    subscriber(this.#snapshot);

    return () => {
      this.#subscribers.delete(subscriber);
    };
  }

  /** Uses this account and way to dial from now on; calls that are up are left alone. */
  configure(account: Account | null, country: string, dialRules = DEFAULT_DIAL_RULES): void {
    this.#country = country;
    this.#dialRules = dialRules;

    if (JSON.stringify(account) === JSON.stringify(this.#account)) {
      this.#watchTeam(); // Other dial rules are other addresses.
      return;
    }

    const isRegistered = sharesRegistration(account, this.#account);

    this.#account = account;
    if (isRegistered) {
      this.sip.configure(account);
      this.#publish({ account: account && viewOf(account) });
      this.#watchTeam(); // Another profile takes up calls in another way.
      return;
    }
    this.#attempts = 0;
    this.#callOffRegistration();
    this.sip.configure(account);
    this.#publish({
      account: account && viewOf(account),
      registration: { state: 'unregistered' },
    });
    this.#watching.reset();
    this.#watchTeam();
    this.#register();
  }

  /** What those who are called learn of the user from now on. */
  setOutgoing(rules: OutgoingRules): void {
    this.#outgoing = rules;
  }

  /** Whose calls are answered by themselves from now on. */
  setAutoAnswer(rules: AutoAnswerRules): void {
    this.#autoAnswer = rules;
  }

  /** Whether those whose calls are recorded from now on hear a beep again and again. */
  setRecordingBeeps(on: boolean): void {
    this.#recordingBeeps = on;
  }

  /** Watches these colleagues from now on. */
  setTeam(team: readonly Colleague[]): void {
    this.#team = team;
    this.#watchTeam();
  }

  #watchTeam(): void {
    this.#watching.watch(
      this.#account,
      this.#team.map((colleague) => ({ colleague, uri: this.#addressOf(colleague) })),
    );
  }

  #addressOf({ number }: Colleague): string | null {
    if (this.#account === null) {
      return null;
    }
    try {
      return wireUriFor(number, this.#planOf(this.#account), this.#dialRules);
    } catch {
      return null; // It was no number, or is none in this country: shown, and not watched.
    }
  }

  /** Tries to register now instead of waiting for the next attempt. */
  reconnect(): void {
    if (this.#snapshot.registration.state === 'failed') {
      this.#attempts = 0;
      this.#register();
    }
  }

  /** Leaves the registrar: the browser quits, or the extension is about to be updated. */
  quit(): void {
    this.#callOffRegistration();
    this.sip.unregister();
  }

  microphoneChanged(microphone: MicrophonePermission): void {
    if (microphone !== this.#snapshot.microphone) {
      this.#publish({ microphone });
    }
  }

  /**
   * Places a call and holds the one that is up.
   *
   * @throws PhoneRefusedError when no call can be placed now, InvalidTargetError when this one can't.
   */
  dial(target: string, shown: Shown = this.#outgoing.shown): string {
    const account = this.#readyAccount();
    const plan = this.#planOf(account);
    // The call is to whom the user meant, and so is a call to the same again; the wire is the PBX's.
    const uri = dialUriFor(target, plan);
    const wireUri = wireUriFor(target, plan, this.#dialRules);

    const introduction = introductionOf(account, shown, wireUri);

    if (introduction === null) {
      throw new PhoneRefusedError('number-not-hidden');
    }

    return this.#callOut({ uri, displayName: null }, introduction.wireUri, introduction.wish);
  }

  #planOf(account: Account): DialPlan {
    return { domain: domainOf(account), country: this.#country };
  }

  /**
   * Takes up the call that rings at a colleague's.
   *
   * @throws PhoneRefusedError when no call can be placed now, or nothing rings there any more.
   */
  pickUp(number: string): string {
    const { profile } = this.#readyAccount();
    const member = this.#snapshot.team.find((one) => one.number === number);
    const uri = member === undefined ? null : this.#addressOf(member);
    const pickUp =
      member === undefined || uri === null
        ? null
        : pickUpOf(profile, member, uri, this.#watching.ringingCallOf(number));

    if (pickUp === null) {
      throw new PhoneRefusedError('nothing-to-pick-up');
    }

    return this.#callOut(pickUp.remote, pickUp.wireUri, pickUp.wish);
  }

  /** Places a call and holds those that are up, the one that referred to it included. */
  #callOut(
    remote: Remote,
    wireUri: string,
    wish: InviteWish = {},
    digitsToFollow: string | null = null,
  ): string {
    this.#holdOthers(null);

    const call = {
      ...newCall(this.newId(), 'outgoing', remote, this.clock.nowMs()),
      digitsToFollow,
    };

    this.#publish({ calls: [...this.#snapshot.calls, call] });
    this.sip.invite(call.id, wireUri, withExtraLines(wish, this.#outgoing));

    return call.id;
  }

  #isUp(callId: string): boolean {
    return this.#snapshot.calls.some(({ id, state }) => id === callId && state === 'established');
  }

  /**
   * Calls the other party of an earlier call again, by today's dial rules.
   *
   * @throws PhoneRefusedError, InvalidTargetError as `dial` does.
   */
  redial(uri: string): string {
    if (isAnonymous(uri)) {
      throw new InvalidTargetError('not-an-address'); // Nobody is behind a number that was hidden.
    }

    return this.dial(redialTarget(uri, domainOf(this.#readyAccount())));
  }

  /**
   * Takes up a parked call.
   *
   * @throws PhoneRefusedError as `dial` does; InvalidTargetError where there is no way to it.
   */
  retrieve(parkedId: string, place: string | null): string {
    const { profile } = this.#readyAccount();
    const parked = this.#snapshot.parked.find(({ id }) => id === parkedId);
    const typed = parked?.place ?? place?.trim() ?? '';
    const way = retrieval(profile, typed);

    if (parked === undefined || way === null) {
      throw new InvalidTargetError('empty');
    }
    const callId = this.#callCode(way, parked.remote);

    this.#publish({
      parked: this.#snapshot.parked.map((one) =>
        one.id === parkedId ? { ...one, retrievedBy: callId } : one,
      ),
    });

    return callId;
  }

  /**
   * Listens to the calls of a colleague.
   *
   * @throws PhoneRefusedError as `dial` does; InvalidTargetError where there is no way to it.
   */
  supervise(how: Supervision, extension: string): string {
    const account = this.#readyAccount();
    const uri = dialUriFor(extension, { domain: domainOf(account), country: this.#country });

    return this.#callCode(supervision(account.profile, how, extension), { uri, displayName: null });
  }

  /** Calls by a code of the phone system's, with whomever that leads to. */
  #callCode({ target, digits }: CodeCall, remote: Remote): string {
    return this.#callOut(remote, this.#wireUri(target), {}, digits);
  }

  /** Takes a parked call, or a caller's answer, off the screen. */
  forget(forgottenId: string): void {
    this.#publish({
      parked: this.#snapshot.parked.filter(({ id }) => id !== forgottenId),
      answers: this.#snapshot.answers.filter(({ id }) => id !== forgottenId),
    });
  }

  /** @throws InvalidStateError when the call is in no state for it. */
  command(callId: string, request: CallCommand): void {
    const call = this.#call(callId);
    if (request.type === 'transfer-to-call' && !this.#isUp(request.callId)) {
      throw new InvalidStateError(call, request);
    }
    const readable = this.#readable(request);
    const step = command(call, readable);

    if (request.type === 'accept-referral' && call.referral !== null) {
      this.#readyAccount();
      this.#take(step);
      this.#callOut(call.referral, call.referral.uri, { referredBy: callId });
      return;
    }

    // One voice at a time: who takes up a call leaves the other on hold.
    if (request.type === 'answer' && request.others === 'hang-up') {
      this.#hangUpOthers(callId);
    } else if (takesUp(request)) {
      this.#holdOthers(callId);
    }
    this.#takeTogether(step, { callId, command: readable });
  }

  /** A conference is told together what one of its members is told. */
  #takeTogether(step: Step, told: Told): void {
    const { calls, conference } = this.#snapshot;

    this.#take(step);
    for (const other of toldTogether(told, conference, calls)) {
      this.#take(command(this.#call(other.callId), other.command));
    }
  }

  #tell(told: readonly Told[]): void {
    for (const one of told) {
      const call = this.#call(one.callId);

      // Another member of its conference may have taken it along.
      if (one.command.type !== 'hold' || call.hold.requested === null) {
        this.#takeTogether(command(call, one.command), one);
      }
    }
  }

  /** @throws InvalidStateError, PhoneRefusedError, InvalidTargetError when it can't be done now. */
  several(request: SeveralCommand): void {
    const { calls } = this.#snapshot;

    switch (request.type) {
      case 'consult':
        this.#consult(request.callId, request.target);
        break;
      case 'connect':
        this.#connect(request.withCallId);
        break;
      case 'swap': {
        const swap = newSwap(request.callId, calls);

        if (swap === null) {
          throw new InvalidStateError(this.#call(request.callId), { type: 'hold', on: false });
        }
        this.#swap = swap;
        this.#tell(heldAll(calls));
        this.#follow(); // Where there is nobody to hold.
        break;
      }
      case 'hold-all':
        this.#tell(heldAll(calls));
        break;
      case 'hang-up-all':
        this.#tell(hungUpAll(calls));
    }
  }

  #consult(callId: string, target: string): void {
    const call = this.#call(callId);
    const resumes = !call.hold.local;

    if (!canTransfer(call)) {
      throw new InvalidStateError(call, { type: 'transfer', target });
    }
    const withCallId = this.dial(target);
    const others = this.#snapshot.consults.filter((other) => other.callId !== callId);

    this.#publish({ consults: [...others, { callId, withCallId, resumes }] });
  }

  /**
   * Who has not answered yet can't be connected by Replaces: his phone refuses it for a call that
   * still rings there (RFC 3891 §3). So it stops ringing, and the other party calls.
   */
  #connect(withCallId: string): void {
    const asked = this.#call(withCallId);
    const consult = this.#snapshot.consults.find((other) => other.withCallId === withCallId);

    if (consult === undefined || !isBeingPlaced(asked)) {
      this.command(consult?.callId ?? withCallId, { type: 'transfer-to-call', callId: withCallId });
      return;
    }
    const { domain } = this.#plan();
    const target = redialTarget(asked.remote.uri, domain);
    const transfer = command(
      this.#call(consult.callId),
      this.#readable({ type: 'transfer', target }),
    );

    this.#take(transfer);
    this.#take(command(asked, { type: 'hang-up' }));
  }

  /** What follows from how the calls are now. */
  #follow(): void {
    const { consults, told } = afterConsults(this.#snapshot.consults, this.#snapshot.calls);

    if (consults !== this.#snapshot.consults) {
      this.#publish({ consults });
    }
    this.#tell(told);

    const swapped = afterSwap(this.#swap, this.#snapshot.calls);

    this.#swap = swapped.swap;
    this.#tell(swapped.told);
  }

  /** @throws InvalidConferenceError when it can't be done with these calls. */
  conference(request: ConferenceCommand): void {
    const way = this.#account?.profile.conference;
    const { members, told } = conferenceStep(
      request,
      this.#snapshot.conference,
      this.#snapshot.calls,
      way?.by === 'dtmf' ? way.digits : null,
    );

    this.#publish({
      conference: members,
      // Who talks together has nobody left to be asked about.
      consults: this.#snapshot.consults.filter(({ callId }) => !isMember(members, callId)),
    });
    for (const { callId, command: each } of told) {
      this.#take(command(this.#call(callId), each));
    }
  }

  /** Whoever records here began, or could not: every call in that recording learns it. */
  recordingReported(recordingId: string, event: CallEvent): void {
    for (const call of this.#snapshot.calls) {
      if (call.recording?.id === recordingId) {
        this.#take(apply(call, event, this.clock.nowMs()));
      }
    }
  }

  /** A target as typed becomes the address that the phone system knows. */
  #readable(request: CallCommand): CallCommand {
    const profile = this.#account?.profile ?? null;

    if (request.type === 'record' && request.on) {
      return {
        ...request,
        as: { id: this.newId(), by: recorderBy(profile), beeps: this.#recordingBeeps },
      };
    }
    const command = byProfile(request, profile);

    if (command.type === 'park' && command.way?.by === 'transfer') {
      return { ...command, way: { ...command.way, uri: this.#wireUri(command.way.uri) } };
    }

    return 'target' in command
      ? { ...command, target: this.#wireUri(command.target) }
      : incomingByProfile(command, profile, (target) => this.#wireUri(target));
  }

  #wireUri(target: string): string {
    return wireUriFor(target, this.#plan(), this.#dialRules);
  }

  /** How targets are read: as those of the account's phone system, and of the user's country. */
  #plan(): DialPlan {
    return this.#planOf(this.#readyAccount());
  }

  /** Takes an ended call off the screen. */
  dismiss(callId: string): void {
    this.#publish({
      calls: this.#snapshot.calls.filter((call) => call.id !== callId || isLive(call)),
    });
  }

  #receive(report: SipReport): void {
    switch (report.type) {
      case 'registered':
        this.#registered(report.expiresInS);
        break;
      case 'registration-failed':
      case 'connection-lost':
        this.#registrationFailed(report.failure);
        break;
      case 'subscribed':
      case 'subscription-refused':
      case 'notified':
      case 'mailbox-told':
        this.#watching.receive(report);
        break;
      case 'invited':
        this.#invited(report.callId, report.remote, report.intercom ?? null);
        break;
      case 'asked-to-register':
        this.#register();
        break;
      case 'reply-answered': {
        const { callId: id, remote, answer, number } = report;
        const answered = { id, remote, answer, number, answeredAtMs: this.clock.nowMs() };

        this.#publish({ answers: withAnswer(this.#snapshot.answers, answered) });
        break;
      }
      case 'call': {
        const call = this.#snapshot.calls.find(({ id }) => id === report.callId);

        if (call !== undefined) {
          this.#take(apply(call, report.event, this.clock.nowMs()));
        }
        break;
      }
    }
  }

  #invited(callId: string, remote: Remote, wish: IntercomWish | null): void {
    const nowMs = this.clock.nowMs();
    const delayMs = answerDelayMs(remote, wish, this.#autoAnswer, this.#snapshot);
    const call = {
      ...newCall(callId, 'incoming', remote, nowMs),
      answersAtMs: delayMs === null ? null : nowMs + delayMs,
    };

    this.#publish({ calls: [...this.#snapshot.calls, call] });
    if (delayMs !== null) {
      this.clock.after(delayMs, () => {
        this.#answerByItself(callId);
      });
    }
  }

  #answerByItself(callId: string): void {
    const { calls } = this.#snapshot;
    const call = calls.find(({ id }) => id === callId);

    if (call !== undefined && isStillAnswered(call, calls)) {
      const step = command(call, { type: 'answer' });

      this.#take({ ...step, call: { ...step.call, answersAtMs: call.answersAtMs } });
    } else if (call !== undefined && isRingingIn(call)) {
      this.#take({ call: { ...call, answersAtMs: null }, actions: [] });
    }
  }

  #register(): void {
    if (this.#account === null) {
      return;
    }
    this.#callOffRegistration();
    // A refresh keeps the old binding until its answer: the user sees no flicker.
    if (this.#snapshot.registration.state !== 'registered') {
      this.#publish({ registration: { state: 'registering' } });
    }
    this.sip.register();
  }

  #registered(grantedS: number): void {
    const expiresS = expiryFor(grantedS, this.#account?.expiresS ?? grantedS);

    this.#attempts = 0;
    this.#publish({
      registration: { state: 'registered', expiresAtMs: this.clock.nowMs() + expiresS * 1000 },
    });
    this.#registerAfter(refreshDelayMs(expiresS, this.clock.random()));
    this.#watching.online();
  }

  #registrationFailed(failure: RegistrationFailure): void {
    if (this.#account === null) {
      return;
    }

    this.#watching.offline();
    const delayMs = retryDelayMs(failure, this.#attempts, this.clock.random());

    this.#attempts += 1;
    this.#publish({
      registration: {
        state: 'failed',
        failure,
        retryAtMs: delayMs === null ? null : this.clock.nowMs() + delayMs,
      },
    });
    this.#callOffRegistration();
    if (delayMs !== null) {
      this.#registerAfter(delayMs);
    }
  }

  #registerAfter(delayMs: number): void {
    this.#callOffRegistration();
    this.#callOffRegistration = this.clock.after(delayMs, () => {
      this.#register();
    });
  }

  #readyAccount(): Account {
    if (this.#account === null) {
      throw new PhoneRefusedError('no-account');
    }
    if (this.#snapshot.registration.state !== 'registered') {
      throw new PhoneRefusedError('not-registered');
    }
    if (this.#snapshot.microphone === 'denied') {
      throw new PhoneRefusedError('microphone-denied');
    }
    if (this.#snapshot.calls.filter(isLive).length >= MOST_LIVE_CALLS) {
      throw new PhoneRefusedError('too-many-calls');
    }

    return this.#account;
  }

  #holdOthers(exceptCallId: string | null): void {
    const { conference } = this.#snapshot;
    // A conference is taken up as a whole.
    const stays = (callId: string) =>
      callId === exceptCallId ||
      (exceptCallId !== null && isMember(conference, exceptCallId) && isMember(conference, callId));

    for (const call of this.#snapshot.calls) {
      const talks = call.state === 'established' && !call.hold.local;

      // A hold already under way will do; a resume under way cannot be crossed (RFC 3261 §14.1).
      if (!stays(call.id) && talks && call.hold.requested === null) {
        this.#take(command(call, { type: 'hold', on: true }));
      }
    }
  }

  /** Ends whom the user talks to or calls; who was put on hold before stays there. */
  #hangUpOthers(exceptCallId: string): void {
    for (const call of this.#snapshot.calls) {
      if (call.id !== exceptCallId && !isRingingIn(call) && !call.hold.local && isLive(call)) {
        this.#take(command(call, { type: 'hang-up' }));
      }
    }
  }

  /** State first, then the wire: a subscriber never sees an action without its cause. */
  #take({ call, actions }: Step): void {
    const before = this.#snapshot.calls.find(({ id }) => id === call.id);

    if (call !== before) {
      this.#publish({
        calls: this.#snapshot.calls.map((other) => (other.id === call.id ? call : other)),
        parked: parkedAfter(this.#snapshot.parked, call, this.clock.nowMs()),
      });
    }
    for (const action of actions) {
      this.sip.perform(call.id, action);
    }
    if (before !== undefined && isLive(before) && !isLive(call)) {
      // Who has to decide whether to call the new number needs time to read it.
      const shownMs = call.movedTo.length > 0 ? MOVED_CALL_SHOWN_MS : ENDED_CALL_SHOWN_MS;

      this.clock.after(shownMs, () => {
        this.dismiss(call.id);
      });
    }
    this.#follow();
  }

  #publish(change: Partial<PhoneSnapshot>): void {
    const next = { ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 };

    this.#snapshot = { ...next, conference: remainingMembers(next.conference, next.calls) };
    for (const subscriber of this.#subscribers) {
      subscriber(this.#snapshot);
    }
  }

  #call(callId: string): Call {
    const call = this.#snapshot.calls.find(({ id }) => id === callId);

    if (call === undefined) {
      throw new UnknownCallError(callId);
    }

    return call;
  }
}

function viewOf({ address, displayName, profile }: Account): AccountView {
  return { address, displayName, profile };
}

/** A command for a call that has ended and left the screen, or never was. */
export class UnknownCallError extends Error {
  override name = 'UnknownCallError';

  constructor(callId: string) {
    super(`there is no call ${callId}`);
  }
}

/** True where the user goes to talk in this call: one voice at a time. */
function takesUp(request: CallCommand): boolean {
  return (
    request.type === 'answer' ||
    request.type === 'accept-replacement' ||
    (request.type === 'hold' && !request.on)
  );
}
