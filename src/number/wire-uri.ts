import { dialUriFor, InvalidTargetError, readTarget, type DialPlan } from './dial-target';

/** What is dialled for the digits of a number as the user meant it, `country`'s where national. */
export type Dialling = (digits: string, country: string) => string;

/** The phone system reads numbers as people write them: most do. */
export const asWritten: Dialling = (digits) => digits;

/** Stands for the account's own domain (RFC 6761 §6.4: nobody's). */
const OWN = 'own.invalid';

/**
 * The SIP URI that a target is called by on the wire: where `dialUriFor` says what the user meant,
 * here a number is written as the phone system wants it. Addresses are left as they are.
 *
 * @throws InvalidTargetError when it cannot be dialled.
 */
export function wireUriFor(target: string, plan: DialPlan, dialling: Dialling): string {
  const dialled = readTarget(target, plan.country);

  return dialUriFor(
    dialled.kind === 'number' ? dialling(dialled.digits, plan.country) : target,
    plan,
  );
}

/** What the phone system gets for a target, to be shown: its digits, or an address. Null for none. */
export function dialledText(target: string, country: string, dialling: Dialling): string | null {
  try {
    const { user, host } = /^sips?:(?<user>[^@]*)@(?<host>.*)$/.exec(
      wireUriFor(target, { domain: OWN, country }, dialling),
    )?.groups ?? { user: '', host: OWN };
    const shown = (user ?? '').replaceAll('%23', '#');

    return host === OWN ? shown : `${shown}@${host ?? ''}`;
  } catch (error) {
    if (error instanceof InvalidTargetError) {
      return null;
    }
    throw error;
  }
}
