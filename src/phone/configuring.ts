import { sharesRegistration, type Account } from '../account/account';
import type { Colleague } from '../account/team';
import type { Dialling } from '../number/wire-uri';
import type { AccountView } from '../protocol/snapshot';
import type { Addressing } from './addressing';
import type { Registering } from './registration/registering';
import type { SipStack } from './sip-stack';
import type { SnapshotStore } from './snapshot-store';
import type { Watching } from './team/watching';

/** What an account is put to use with. */
export interface ConfiguringOptions {
  readonly sip: Pick<SipStack, 'configure'>;
  readonly store: SnapshotStore;
  readonly addressing: Addressing;
  readonly registering: Pick<Registering, 'register' | 'reset'>;
  readonly watching: Pick<Watching, 'reset' | 'watch'>;
}

/** Whose phone this is: the account, its way to dial, and the colleagues that are its own. */
export class Configuring {
  readonly #options: ConfiguringOptions;
  #team: readonly Colleague[] = [];

  constructor(options: ConfiguringOptions) {
    this.#options = options;
  }

  /** Uses this account and way to dial from now on; calls that are up are left alone. */
  configure(account: Account | null, country: string, dialling: Dialling): void {
    const { sip, store, addressing, registering, watching } = this.#options;
    const before = addressing.account;

    addressing.dialBy(country, dialling);
    if (JSON.stringify(account) === JSON.stringify(before)) {
      this.#watchTeam(); // Other ways to dial are other addresses.
      return;
    }
    addressing.use(account);
    if (sharesRegistration(account, before)) {
      sip.configure(account);
      store.publish({ account: account && viewOf(account) });
      this.#watchTeam(); // Another profile takes up calls in another way.
      return;
    }
    registering.reset();
    sip.configure(account);
    store.publish({
      account: account && viewOf(account),
      registration: { state: 'unregistered' },
    });
    watching.reset();
    this.#watchTeam();
    registering.register();
  }

  /** Watches these colleagues from now on. */
  setTeam(team: readonly Colleague[]): void {
    this.#team = team;
    this.#watchTeam();
  }

  #watchTeam(): void {
    const { addressing, watching } = this.#options;

    watching.watch(
      addressing.account,
      this.#team.map((colleague) => ({ colleague, uri: addressing.addressOf(colleague) })),
    );
  }
}

function viewOf({ address, displayName, profile }: Account): AccountView {
  return { address, displayName, profile };
}
