import { domainOf, type Account } from '../account/account';
import { DEFAULT_OUTGOING, type OutgoingRules, type Shown } from '../account/outgoing';
import { newCall, type Remote } from '../call/call';
import { dialUriFor, InvalidTargetError, redialTarget } from '../number/dial-target';
import { isAnonymous } from '../sip/anonymous';
import type { Addressing } from './addressing';
import { retrieval, supervision, type CodeCall, type Supervision } from './by-profile';
import type { Clock } from './clock';
import type { LiveCalls } from './live-calls';
import { introductionOf, withExtraLines } from './outgoing';
import { pickUpOf } from './team/pick-up';
import { PhoneRefusedError, readyAccount } from './refusal';
import type { InviteWish, SipStack } from './sip-stack';
import type { SnapshotStore } from './snapshot-store';
import type { Watching } from './team/watching';

/** What placing calls takes from the phone around it. */
export interface PlacingOptions {
  readonly sip: Pick<SipStack, 'invite'>;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly addressing: Addressing;
  readonly calls: LiveCalls;
  readonly watching: Watching;
  /** Connects now, where the phone waits to try again. */
  readonly reconnect: () => void;
}

/** Every way to place a call. Each puts those that are up on hold. */
export class Placing {
  readonly #options: PlacingOptions;
  #outgoing = DEFAULT_OUTGOING;

  constructor(options: PlacingOptions) {
    this.#options = options;
  }

  /** What those who are called learn of the user from now on. */
  setOutgoing(rules: OutgoingRules): void {
    this.#outgoing = rules;
  }

  /** @throws PhoneRefusedError when no call can be placed now. */
  readyAccount(): Account {
    return readyAccount(this.#options.addressing.account, this.#options.store.snapshot);
  }

  /** @throws PhoneRefusedError, InvalidTargetError */
  dial(target: string, shown: Shown = this.#outgoing.shown): string {
    const { addressing } = this.#options;
    const account = this.readyAccount();
    // The call is to whom the user meant, and so is a call to the same again; the wire is the PBX's.
    const uri = dialUriFor(target, addressing.planOf(account));
    const introduction = introductionOf(account, shown, addressing.wireUri(target, account));

    if (introduction === null) {
      throw new PhoneRefusedError('number-not-hidden');
    }

    return this.callOut({ uri, displayName: null }, introduction.wireUri, introduction.wish);
  }

  /** @throws PhoneRefusedError, InvalidTargetError */
  redial(uri: string): string {
    if (isAnonymous(uri)) {
      throw new InvalidTargetError('not-an-address'); // Nobody is behind a number that was hidden.
    }

    return this.dial(redialTarget(uri, domainOf(this.readyAccount())));
  }

  /** @throws PhoneRefusedError */
  pickUp(number: string): string {
    const { store, addressing, watching } = this.#options;
    const { profile } = this.readyAccount();
    const member = store.snapshot.team.find((one) => one.number === number);
    const uri = member === undefined ? null : addressing.addressOf(member);
    const pickUp =
      member === undefined || uri === null
        ? null
        : pickUpOf(profile, member, uri, watching.ringingCallOf(number));

    if (pickUp === null) {
      throw new PhoneRefusedError('nothing-to-pick-up');
    }

    return this.callOut(pickUp.remote, pickUp.wireUri, pickUp.wish);
  }

  /** @throws PhoneRefusedError, InvalidTargetError */
  retrieve(parkedId: string, place: string | null): string {
    const { store } = this.#options;
    const { profile } = this.readyAccount();
    const parked = store.snapshot.parked.find(({ id }) => id === parkedId);
    const typed = parked?.place ?? place?.trim() ?? '';
    const way = retrieval(profile, typed);

    if (parked === undefined || way === null) {
      throw new InvalidTargetError('empty');
    }
    const callId = this.#callCode(way, parked.remote);

    store.publish({
      parked: store.snapshot.parked.map((one) =>
        one.id === parkedId ? { ...one, retrievedBy: callId } : one,
      ),
    });

    return callId;
  }

  /** @throws PhoneRefusedError, InvalidTargetError */
  supervise(how: Supervision, extension: string): string {
    const account = this.readyAccount();
    const uri = dialUriFor(extension, this.#options.addressing.planOf(account));

    return this.#callCode(supervision(account.profile, how, extension), { uri, displayName: null });
  }

  /** Places a call and holds those that are up, the one that referred to it included. */
  callOut(
    remote: Remote,
    wireUri: string,
    wish: InviteWish = {},
    digitsToFollow: string | null = null,
  ): string {
    const { sip, newId, clock, calls } = this.#options;

    calls.holdOthers(null);

    const call = { ...newCall(newId(), 'outgoing', remote, clock.nowMs()), digitsToFollow };

    calls.add(call);
    sip.invite(call.id, wireUri, withExtraLines(wish, this.#outgoing));
    this.#options.reconnect(); // Who dials waits for it.

    return call.id;
  }

  /** Calls by a code of the phone system's, with whomever that leads to. */
  #callCode({ target, digits }: CodeCall, remote: Remote): string {
    const wireUri = this.#options.addressing.wireUri(target, this.readyAccount());

    return this.callOut(remote, wireUri, {}, digits);
  }
}
