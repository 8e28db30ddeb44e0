import type { Core } from 'sip.js';
import { DigestServer, type DigestAlgorithm } from './digest';

/** Somebody who may register and call. */
export interface Account {
  readonly password: string;
  readonly displayName?: string;
  /** User name of the digest when it is not the user part of the SIP address. */
  readonly login?: string;
}

/** What the PBX answers to somebody who wants to do something. */
export type Admission =
  | { readonly kind: 'welcome'; readonly user: string }
  | { readonly kind: 'refused'; readonly statusCode: number; readonly headers: string[] };

/** Knows the accounts and checks who asks. */
export class Accounts {
  readonly #accounts: Readonly<Record<string, Account>>;
  readonly #digest: DigestServer;

  constructor(
    accounts: Readonly<Record<string, Account>>,
    realm: string,
    algorithms: readonly DigestAlgorithm[],
  ) {
    this.#accounts = accounts;
    this.#digest = new DigestServer(realm, algorithms);
  }

  get(user: string): Account | null {
    return Object.hasOwn(this.#accounts, user) ? (this.#accounts[user] ?? null) : null;
  }

  /** Every answer to an earlier challenge is stale from now on. */
  forgetNonces(): void {
    this.#digest.forgetNonces();
  }

  /** A registrar asks with 401, a proxy with 407 (RFC 3261 sections 22.2 and 22.3). */
  admit(message: Core.IncomingRequestMessage): Admission {
    const isRegister = message.method === 'REGISTER';
    const user = (isRegister ? message.to : message.from).uri.user ?? '';
    const account = this.get(user);
    if (account === null) {
      return refused(isRegister ? 404 : 403);
    }

    const [status, asking, answering] = isRegister
      ? ([401, 'WWW-Authenticate', 'authorization'] as const)
      : ([407, 'Proxy-Authenticate', 'proxy-authorization'] as const);
    const login = { user: account.login ?? user, password: account.password };
    const verdict = this.#digest.verdict(message.getHeader(answering), message.method, login);
    if (verdict === 'right') {
      return { kind: 'welcome', user };
    }
    if (verdict === 'wrong') {
      return refused(403);
    }
    const challenges = this.#digest.challenges(verdict === 'stale');
    return refused(
      status,
      challenges.map((challenge) => `${asking}: ${challenge}`),
    );
  }
}

function refused(statusCode: number, headers: string[] = []): Admission {
  return { kind: 'refused', statusCode, headers };
}
