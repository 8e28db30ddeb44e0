import { Core, type URI } from 'sip.js';
import type { Connection } from './connection';
import { nowMs } from './message-log';

/** One browser (or other phone) that can be rung for an account. */
export interface Contact {
  readonly user: string;
  readonly uri: URI;
  readonly connection: Connection;
  readonly expiresAtMs: number;
  /** The `+sip.instance` of RFC 5626, without its quotes. */
  readonly instance: string | null;
}

/** Limits on how long a contact lives. */
export interface ExpiryRules {
  readonly defaultS: number;
  /** Shorter wishes are answered 423 (RFC 3261 section 10.3 step 7). */
  readonly minS: number;
  readonly maxS: number;
}

/** What became of a REGISTER. */
export type RegisterOutcome =
  | { readonly kind: 'ok'; readonly headers: string[] }
  | { readonly kind: 'too-brief'; readonly headers: string[] }
  | { readonly kind: 'bad' };

/** The location service of RFC 3261 section 10. */
export class Registrar {
  readonly #rules: ExpiryRules;
  #contacts: Contact[] = [];

  constructor(rules: ExpiryRules) {
    this.#rules = rules;
  }

  contactsOf(user: string): readonly Contact[] {
    const now = nowMs();
    this.#contacts = this.#contacts.filter(({ expiresAtMs }) => expiresAtMs > now);
    return this.#contacts.filter((contact) => contact.user === user);
  }

  /** Which phone is registered over that connection, null where it does not say. */
  instanceOf(connection: Connection): string | null {
    return this.contactOver(connection)?.instance ?? null;
  }

  /** The phone that is registered over that connection; null when there is none. */
  contactOver(connection: Connection): Contact | null {
    return this.#contacts.find((contact) => contact.connection === connection) ?? null;
  }

  /** A flow that is gone can't be rung any more (RFC 5626 section 5.3). */
  forget(connection: Connection): void {
    this.#contacts = this.#contacts.filter((contact) => contact.connection !== connection);
  }

  register(
    user: string,
    connection: Connection,
    message: Core.IncomingRequestMessage,
  ): RegisterOutcome {
    const count = message.getHeaders('contact').length;
    const header = Number(message.getHeader('expires') ?? Number.NaN);
    const isWildcard = message.getHeader('contact')?.trim() === '*';
    if (isWildcard && header !== 0) {
      return { kind: 'bad' };
    }
    if (isWildcard) {
      this.#contacts = this.#contacts.filter((contact) => contact.user !== user);
      return { kind: 'ok', headers: this.#headersFor(user) };
    }
    for (let i = 0; i < count; i++) {
      const parsed: unknown = message.parseHeader('contact', i);
      if (!(parsed instanceof Core.NameAddrHeader)) {
        return { kind: 'bad' };
      }
      const wishedS = Number(parsed.getParam('expires') ?? header);
      const expiresS = Number.isNaN(wishedS) ? this.#rules.defaultS : wishedS;
      if (expiresS > 0 && expiresS < this.#rules.minS) {
        return { kind: 'too-brief', headers: [`Min-Expires: ${String(this.#rules.minS)}`] };
      }
      this.#bind(user, connection, parsed, Math.min(expiresS, this.#rules.maxS));
    }
    return { kind: 'ok', headers: this.#headersFor(user) };
  }

  #bind(user: string, connection: Connection, header: Core.NameAddrHeader, expiresS: number): void {
    const instance = header.getParam('+sip.instance')?.replaceAll('"', '') ?? null;
    this.#contacts = this.#contacts.filter(
      (known) =>
        known.user !== user ||
        (known.uri.toString() !== header.uri.toString() &&
          (instance === null || known.instance !== instance)),
    );
    if (expiresS === 0) {
      return;
    }
    const expiresAtMs = nowMs() + expiresS * 1000;
    this.#contacts.push({ user, uri: header.uri, connection, expiresAtMs, instance });
  }

  #headersFor(user: string): string[] {
    return this.contactsOf(user).map(({ uri, expiresAtMs, instance }) => {
      const expires = `;expires=${String(Math.ceil((expiresAtMs - nowMs()) / 1000))}`;
      return `Contact: <${uri.toString()}>${instance === null ? '' : `;+sip.instance="${instance}"`}${expires}`;
    });
  }
}
