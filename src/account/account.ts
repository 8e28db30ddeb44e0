import type { DtmfPace } from '../call/dtmf';
import type { Profile } from './profile';

/** How digits are sent in a call: RFC 4733 telephone events, or SIP INFO (`application/dtmf-relay`). */
export type DtmfMethod = 'rfc4733' | 'info';

/** A STUN or TURN server (RFC 7064, RFC 7065). */
export interface IceServer {
  readonly url: string;
  readonly username: string | null;
  readonly credential: string | null;
}

/** Whether it passes sound on (TURN, RFC 8656), and does not only tell addresses (STUN). */
export function isTurn({ url }: Pick<IceServer, 'url'>): boolean {
  return /^turns?:/i.test(url);
}

/** One server at least, in the order in which they are tried. */
export type Servers = readonly [string, ...string[]];

/** Everything needed to be one extension of a PBX. Valid by construction: made by `parseAccount`. */
export interface Account {
  /** Shown to the people called; may be empty. */
  readonly displayName: string;
  /** Address of record, `sip:user@domain` (RFC 3261 §6). */
  readonly address: string;
  readonly password: string;
  /**
   * The servers that the account may connect to, the preferred one first: each is
   * `wss://host[:port][/path]`; `ws://` on loopback only.
   */
  readonly servers: Servers;
  /** The name the password belongs to, where it is not the address's user part. */
  readonly loginName: string | null;
  /** Where requests are sent first, `sip:host[:port]` (RFC 3261 §8.1.2); null for the server itself. */
  readonly outboundProxy: string | null;
  /** Empty unless the user named one: no server learns our address unasked. */
  readonly iceServers: readonly IceServer[];
  /** Lifetime asked for a registration, in seconds. */
  readonly expiresS: number;
  readonly dtmfMethod: DtmfMethod;
  readonly dtmfPace: DtmfPace;
  /** Which phone system this is, what it can do and by which codes. */
  readonly profile: Profile;
}

/** The user part of the account's address: `alice` of `sip:alice@example.com`. */
export function userOf(account: Account): string {
  return account.address.slice('sip:'.length, account.address.indexOf('@'));
}

/** The domain of the account's address: `example.com` of `sip:alice@example.com`. */
export function domainOf(account: Account): string {
  return account.address.slice(account.address.indexOf('@') + 1);
}

/** An account's address as people write it: `alice@pbx.example.com`. */
export function shownAddress(address: string): string {
  return address.replace(/^sip:/, '');
}

/** True where one registration serves both: only what is done in calls is different. */
export function sharesRegistration(one: Account | null, other: Account | null): boolean {
  return one !== null && other !== null && registering(one) === registering(other);
}

function registering(account: Account): string {
  const { displayName, address, password, servers, loginName, outboundProxy, expiresS } = account;

  return JSON.stringify([
    displayName,
    address,
    password,
    servers,
    loginName,
    outboundProxy,
    expiresS,
  ]);
}
