import { domainOf, type Account } from '../account/account';
import type { Colleague } from '../account/team';
import type { DialPlan } from '../number/dial-target';
import { asWritten, wireUriFor, type Dialling } from '../number/wire-uri';

/** Whose numbers are read, and how: by the account's phone system, country and way to dial. */
export class Addressing {
  #account: Account | null = null;
  #country = 'US';
  #dialling = asWritten;

  get account(): Account | null {
    return this.#account;
  }

  /** Another country or other ways to dial are other addresses at once. */
  dialBy(country: string, dialling: Dialling): void {
    this.#country = country;
    this.#dialling = dialling;
  }

  use(account: Account | null): void {
    this.#account = account;
  }

  /** How targets are read: as those of the account's phone system, and of the user's country. */
  planOf(account: Account): DialPlan {
    return { domain: domainOf(account), country: this.#country };
  }

  /** @throws InvalidTargetError where that is no target. */
  wireUri(target: string, account: Account): string {
    return wireUriFor(target, this.planOf(account), this.#dialling);
  }

  /** The address that stands for a colleague; null where there is none. */
  addressOf({ number }: Pick<Colleague, 'number'>): string | null {
    if (this.#account === null) {
      return null;
    }
    try {
      return this.wireUri(number, this.#account);
    } catch {
      return null; // It was no number, or is none in this country: shown, and not watched.
    }
  }
}
