import type { Fields } from './caller';
import { addressesIn, namedAddress, type NamedAddress } from './contacts';
import { displayNameOf } from './identity';

/** A call that was sent on more often is told by its last steps. */
const MOST_STEPS = 5;
const MOST_READ = 2_000;

/**
 * By whose way a call came here, as Diversion (RFC 5806 §4) or History-Info (RFC 7044 §5) tells: the
 * one who sent it on last. A name or a number to be shown, null where nothing is said or where it
 * is nobody else than those named.
 */
export function diversionIn(fields: Fields, known: readonly string[]): string | null {
  // The newest Diversion stands first, the newest entry of History-Info last.
  const diverting = fields('diversion')
    .slice(0, MOST_STEPS)
    .map((field) => field.slice(0, MOST_READ))
    .filter((field) => !/;\s*privacy\s*=\s*"?(?:full|uri|name)/i.test(field))
    .map(namedAddress);
  const steps = diverting.length > 0 ? diverting : historyIn(fields('history-info'));
  const step = steps.find(
    (address) => address !== null && !known.some((uri) => isSame(uri, address.uri)),
  );

  return step === undefined || step === null ? null : nameOf(step);
}

/** Those who had the call before us, the last first. The last entry is where it is now. */
function historyIn(values: readonly string[]): readonly NamedAddress[] {
  const entries = addressesIn(
    values
      .slice(-MOST_STEPS)
      .map((field) => field.slice(-MOST_READ))
      // Who does not want to be told says so in the address (RFC 7044 §10.1).
      .filter((field) => !/[?&]privacy=(?:history|header|session)/i.test(field)),
  );

  return entries.slice(0, -1).reverse().slice(0, MOST_STEPS);
}

function nameOf({ uri, displayName }: NamedAddress): string | null {
  return displayName ?? displayNameOf(userOf(uri));
}

function isSame(one: string, other: string): boolean {
  return userOf(one) !== '' && userOf(one) === userOf(other);
}

function userOf(uri: string): string {
  return /^(?:sips?|tel):([^@;:]*)/i.exec(uri)?.[1] ?? '';
}
