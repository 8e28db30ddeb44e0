import { domainOf, type Account } from '../account/account';
import { DEFAULT_DIAL_RULES, type DialRules } from '../account/dial-rules';
import type { Colleague } from '../account/team';
import type { DialPlan } from '../number/dial-target';
import { wireUriFor } from '../number/wire-uri';

/** Whose numbers are read, and how: by the account's phone system, country and dial rules. */
export class Addressing {
  #account: Account | null = null;
  #country = 'US';
  #dialRules = DEFAULT_DIAL_RULES;

  get account(): Account | null {
    return this.#account;
  }

  /** Another country or other ways to dial are other addresses at once. */
  dialBy(country: string, dialRules: DialRules): void {
    this.#country = country;
    this.#dialRules = dialRules;
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
    return wireUriFor(target, this.planOf(account), this.#dialRules);
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
