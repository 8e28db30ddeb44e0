import type { Account } from '../account/account';
import type { AutoAnswerRules } from '../account/auto-answer';
import type { OutgoingRules, Shown } from '../account/outgoing';
import type { Colleague } from '../account/team';
import type { CallCommand } from '../call/command';
import type { CallEvent } from '../call/event';
import type { CallFigures } from '../call/figures';
import type { MicrophonePermission, PhoneSnapshot } from '../protocol/snapshot';
import { asWritten } from '../number/wire-uri';
import { Addressing } from './addressing';
import { Answering } from './answering';
import type { Supervision } from './by-profile';
import type { Clock } from './clock';
import { Commanding } from './commanding';
import { Configuring } from './configuring';
import type { DeviceFacts } from './devices/devices';
import type { ConferenceCommand } from './conference';
import { LiveCalls } from './live-calls';
import { Placing } from './placing';
import { Receiving } from './receiving';
import { Recovering } from './recovery/recovering';
import type { Circumstances } from './recovery/recovery';
import { Registering, type NetworkChange } from './registration/registering';
import { savedPhone, type SavedPhone } from './recovery/saved-calls';
import type { SeveralCommand } from './several-calls';
import type { SipStack } from './sip-stack';
import { SnapshotStore } from './snapshot-store';
import { Sounding } from './sounding';
import { Updating } from './update/updating';
import { UsingDevices } from './devices/using-devices';
import { isOtherThan, Watching } from './team/watching';

/**
 * Owns every call and the registration, and is the one door to them. Phone state changes here and
 * in the rooms that only the phone has: they share its snapshot, and nobody else can reach them.
 */
export class Phone {
  readonly #store: SnapshotStore;
  readonly #addressing = new Addressing();
  readonly #registering: Registering;
  readonly #configuring: Configuring;
  readonly #calls: LiveCalls;
  readonly #recovering: Recovering;
  readonly #sounding: Sounding;
  readonly #answering: Answering;
  readonly #placing: Placing;
  readonly #commanding: Commanding;
  readonly #updating: Updating;
  /** The phone has left its registrar for an update: the extension is to be restarted now. */
  onReadyToRestart: () => void = () => undefined;
  readonly #devices: UsingDevices;

  constructor(
    private readonly sip: SipStack,
    newId: () => string,
    clock: Clock,
  ) {
    const store = new SnapshotStore(newId());
    const addressing = this.#addressing;
    const around = { sip, newId, clock, store, addressing };
    const recovering: Recovering = new Recovering({ ...around, calls: () => calls });
    const calls: LiveCalls = new LiveCalls({ ...around, sip: recovering });
    const watching = new Watching({
      sip,
      clock,
      publish: (watched) => {
        if (isOtherThan(watched, store.snapshot)) {
          store.publish(watched);
        }
      },
    });

    this.#store = store;
    this.#calls = calls;
    this.#recovering = recovering;
    this.#sounding = new Sounding({ ...around, calls });
    this.#registering = new Registering({ ...around, account: () => addressing.account });
    this.#configuring = new Configuring({ ...around, registering: this.#registering, watching });
    this.#answering = new Answering({ ...around, calls });
    this.#placing = new Placing({
      ...around,
      calls,
      watching,
      reconnect: () => {
        this.#registering.reconnect();
      },
    });
    this.#commanding = new Commanding({ ...around, calls, placing: this.#placing });
    this.#updating = new Updating({
      ...around,
      hangUp: (callId) => {
        this.command(callId, { type: 'hang-up' });
      },
      leave: () => {
        this.quit();
      },
      comeBack: () => {
        this.#registering.register();
      },
      restart: () => {
        this.onReadyToRestart();
      },
    });
    this.#devices = new UsingDevices(around);
    const receiving = new Receiving({
      ...around,
      registering: this.#registering,
      recovering,
      watching,
      answering: this.#answering,
      calls,
      sounding: this.#sounding,
    });

    sip.onReport = (report) => {
      receiving.receive(report);
    };
  }

  /** What of it the next phone has to know if this one is gone all of a sudden; null for nothing. */
  get saved(): SavedPhone | null {
    return savedPhone(
      this.snapshot,
      (callId) => this.#recovering.dialogOf(callId) ?? this.sip.dialogOf(callId),
    );
  }

  get snapshot(): PhoneSnapshot {
    return this.#store.snapshot;
  }

  /** Calls back with the present snapshot at once, then with every later one. */
  subscribe(subscriber: (snapshot: PhoneSnapshot) => void): () => void {
    return this.#store.subscribe(subscriber);
  }

  /** Goes on where another one stopped. To be told before anything else. */
  takeUp(saved: SavedPhone, circumstances: Omit<Circumstances, 'nowMs'>): void {
    this.#recovering.begin(saved, circumstances);
  }

  /** Uses this account and way to dial from now on; calls that are up are left alone. */
  configure(account: Account | null, country: string, dialling = asWritten): void {
    this.#configuring.configure(account, country, dialling);
  }

  /** What those who are called learn of the user from now on. */
  setOutgoing(rules: OutgoingRules): void {
    this.#placing.setOutgoing(rules);
  }

  /** Whose calls are answered by themselves from now on. */
  setAutoAnswer(rules: AutoAnswerRules): void {
    this.#answering.setRules(rules);
  }

  /** Whether those whose calls are recorded from now on hear a beep again and again. */
  setRecordingBeeps(on: boolean): void {
    this.#commanding.setRecordingBeeps(on);
  }

  /** Watches these colleagues from now on. */
  setTeam(team: readonly Colleague[]): void {
    this.#configuring.setTeam(team);
  }

  /** Tries to register now instead of waiting for the next attempt. */
  reconnect(): void {
    this.#registering.reconnect();
  }

  /** Registers anew though nothing seems wrong. */
  renew(): void {
    this.#registering.registerAsAsked();
  }

  /** Something happened to the network: finds out at once what became of the connection. */
  networkChanged(change: NetworkChange): void {
    this.#registering.networkChanged(change);
    this.#sounding.networkChanged(change);
  }

  /** Leaves the registrar: the browser quits, or the extension is about to be updated. */
  quit(): void {
    this.#registering.quit();
  }

  /** A new version waits to be installed; it is, as soon as nobody is on the phone. */
  updateWaits(sinceMs: number): void {
    this.#updating.waits(sinceMs);
  }

  /** Installs the version that waits without waiting any longer; calls that are up end. */
  restartNow(): void {
    this.#updating.restartNow();
  }

  microphoneChanged(microphone: MicrophonePermission): void {
    if (microphone !== this.snapshot.microphone) {
      this.#store.publish({ microphone });
    }
  }

  /** What is known of the microphone, the speaker and the ringer now. */
  devicesFound(facts: DeviceFacts): void {
    this.#devices.found(facts);
  }

  /**
   * Places a call and holds the one that is up.
   *
   * @throws PhoneRefusedError when no call can be placed now, InvalidTargetError when this one can't.
   */
  dial(target: string, shown?: Shown): string {
    return this.#placing.dial(target, shown);
  }

  /**
   * Takes up the call that rings at a colleague's.
   *
   * @throws PhoneRefusedError when no call can be placed now, or nothing rings there any more.
   */
  pickUp(number: string): string {
    return this.#placing.pickUp(number);
  }

  /**
   * Calls the other party of an earlier call again, by today's dial rules.
   *
   * @throws PhoneRefusedError, InvalidTargetError as `dial` does.
   */
  redial(uri: string): string {
    return this.#placing.redial(uri);
  }

  /**
   * Takes up a parked call.
   *
   * @throws PhoneRefusedError as `dial` does; InvalidTargetError where there is no way to it.
   */
  retrieve(parkedId: string, place: string | null): string {
    return this.#placing.retrieve(parkedId, place);
  }

  /**
   * Listens to the calls of a colleague.
   *
   * @throws PhoneRefusedError as `dial` does; InvalidTargetError where there is no way to it.
   */
  supervise(how: Supervision, extension: string): string {
    return this.#placing.supervise(how, extension);
  }

  /** Takes a parked call, or a caller's answer, off the screen. */
  forget(forgottenId: string): void {
    this.#store.publish({
      parked: this.snapshot.parked.filter(({ id }) => id !== forgottenId),
      answers: this.snapshot.answers.filter(({ id }) => id !== forgottenId),
    });
  }

  /** @throws InvalidStateError when the call is in no state for it. */
  command(callId: string, request: CallCommand): void {
    this.#commanding.command(callId, request);
  }

  /** @throws InvalidStateError, PhoneRefusedError, InvalidTargetError when it can't be done now. */
  several(request: SeveralCommand): void {
    this.#commanding.several(request);
  }

  /** @throws InvalidConferenceError when it can't be done with these calls. */
  conference(request: ConferenceCommand): void {
    const way = this.#addressing.account?.profile.conference;

    this.#calls.conference(request, way?.by === 'dtmf' ? way.digits : null);
  }

  /** Whoever records here began, or could not: every call in that recording learns it. */
  recordingReported(recordingId: string, event: CallEvent): void {
    this.#calls.recordingReported(recordingId, event);
  }

  /** How the sound of a call has been doing lately. */
  figuresTaken(callId: string, figures: CallFigures): void {
    this.#sounding.figuresTaken(callId, figures);
  }

  /** Takes an ended call off the screen. */
  dismiss(callId: string): void {
    this.#calls.dismiss(callId);
  }
}
