import type { Remote } from '../call/call';
import { ANONYMOUS } from './anonymous';
import { addressesIn, namedAddress, type NamedAddress } from './contacts';
import { diversionIn } from './diversion';

/** Every value of a header field, by its name. */
export type Fields = (name: string) => readonly string[];

/** Who calls, as far as a message says so and the phone system is believed. */
export interface Caller {
  readonly remote: Remote;
  /** True where the phone system itself says who it is, and is believed: not only the caller. */
  readonly isVouched: boolean;
}

/** Longer fields name nobody that can be shown. */
const MOST_READ = 2_000;
/** The values of `Privacy` that are about who calls (RFC 3323 §4.2, RFC 3325 §9.3). */
const HIDING = /^(?:id|user|full)$/i;

/**
 * Who calls: what the phone system asserts (RFC 3325), else its older form (Remote-Party-ID), else
 * what the caller says. Only From is read of a phone system that is not believed.
 */
export function callerIn(fields: Fields, isTrusted: boolean): Caller {
  const from = addressesOf(fields('from'))[0] ?? null;

  const asserted = isTrusted ? assertedBy(fields) : null;
  const address = asserted === 'hidden' ? null : (asserted?.address ?? from);

  if (address === null || isHidden(fields) || /@anonymous\.invalid$/i.test(barred(address.uri))) {
    return { remote: ANONYMOUS, isVouched: false };
  }
  const via = isTrusted ? diversionIn(fields, [address.uri, ownAddress(fields)]) : null;

  return {
    remote: {
      uri: barred(address.uri),
      displayName: address.displayName,
      ...(via === null ? {} : { via }),
    },
    isVouched: asserted !== null && asserted !== 'hidden' && asserted.isVouched,
  };
}

/**
 * Whom a call goes on with, from a request inside it: after a transfer behind the phone system's
 * back, or when somebody else took it up. Null where nothing is said, or nothing is believed.
 */
export function newPartyIn(fields: Fields, isTrusted: boolean): Remote | null {
  const asserted = isTrusted ? assertedBy(fields) : null;

  if (asserted === null) {
    return null;
  }

  return asserted === 'hidden' || isHidden(fields)
    ? ANONYMOUS
    : { uri: barred(asserted.address.uri), displayName: asserted.address.displayName };
}

interface Asserted {
  readonly address: NamedAddress;
  readonly isVouched: boolean;
}

function assertedBy(fields: Fields): Asserted | 'hidden' | null {
  const asserted = addressesOf(fields('p-asserted-identity'));
  // One may be a sip: and one a tel: address (RFC 3325 §9.1): the first can be called without a rule.
  const address = asserted.find(({ uri }) => /^sips?:/i.test(uri)) ?? asserted[0];

  return address === undefined
    ? remotePartyIn(fields('remote-party-id'))
    : { address, isVouched: true };
}

/** draft-ietf-sip-privacy-04 §4: never a standard, still what many phone systems send. */
function remotePartyIn(values: readonly string[]): Asserted | 'hidden' | null {
  const value = values
    .slice(0, 5)
    .map((field) => field.slice(0, MOST_READ))
    .find((field) => (parameter(field, 'party') ?? 'calling') === 'calling');
  const address = value === undefined ? null : namedAddress(value);

  if (value === undefined || address === null) {
    return null;
  }
  const privacy = parameter(value, 'privacy');

  return privacy === 'full' || privacy === 'uri'
    ? 'hidden'
    : {
        address: privacy === 'name' ? { ...address, displayName: null } : address,
        isVouched: parameter(value, 'screen') === 'yes',
      };
}

function isHidden(fields: Fields): boolean {
  return fields('privacy')
    .flatMap((field) => field.slice(0, MOST_READ).split(/[;,]/))
    .some((wish) => HIDING.test(wish.trim()));
}

/** Our own address, to which the call came: nobody is told that they got it by way of themselves. */
function ownAddress(fields: Fields): string {
  return addressesOf(fields('to'))[0]?.uri ?? '';
}

function addressesOf(values: readonly string[]): readonly NamedAddress[] {
  return addressesIn(values.slice(0, 5).map((field) => field.slice(0, MOST_READ)));
}

/** An address without its port and its password: whom it names, not how they are reached. */
function barred(uri: string): string {
  return uri
    .replace(/^(sips?:)([^@:]*):[^@]*@/i, '$1$2@')
    .replace(/^(sips?:(?:[^@]*@)?(?:\[[^\]]*\]|[^:]*)):\d*$/i, '$1');
}

function parameter(field: string, name: string): string | null {
  const parameters = field.replace(/^[^<]*<[^>]*>/, '');

  return (
    new RegExp(`;\\s*${name}\\s*=\\s*"?([\\w.-]+)`, 'i').exec(parameters)?.[1]?.toLowerCase() ??
    null
  );
}
