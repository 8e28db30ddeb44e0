import { domainOf, userOf, type Account } from '../account/account';
import type { OutgoingRules, Shown } from '../account/outgoing';
import { isEmergencyNumber } from '../number/emergency';
import { ANONYMOUS } from '../sip/anonymous';
import type { InviteWish } from './sip-stack';

/** How an outgoing call says who calls. */
export interface Introduction {
  readonly wireUri: string;
  readonly wish: Pick<InviteWish, 'headers' | 'from'>;
}

/**
 * How a call shows the number that the user chose (RFC 3325 §9.2, RFC 3323 §4.1). Null where it is
 * to be hidden and the phone system has no way: then there is no call. Who calls for help is shown.
 */
export function introductionOf(
  account: Account,
  shown: Shown,
  wireUri: string,
): Introduction | null {
  const plain = { wireUri, wish: {} };

  if (shown === 'own' || isEmergencyNumber(numberIn(wireUri))) {
    return plain;
  }
  if (shown === 'hidden') {
    return hidden(account, wireUri);
  }
  const address = `sip:${shown}@${domainOf(account)}`;

  switch (account.profile.callerIdBy) {
    case 'from':
      return {
        wireUri,
        wish: { from: { uri: address, displayName: account.displayName || null } },
      };
    case 'asserted':
      return { wireUri, wish: { headers: [`P-Asserted-Identity: <${address}>`] } };
    case 'preferred':
      return { wireUri, wish: { headers: [`P-Preferred-Identity: <${address}>`] } };
  }
}

/** A wish with the lines that the user wants in every INVITE. */
export function withExtraLines(wish: InviteWish, { headers }: OutgoingRules): InviteWish {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);

  return lines.length === 0 ? wish : { ...wish, headers: [...(wish.headers ?? []), ...lines] };
}

function hidden(account: Account, wireUri: string): Introduction | null {
  const way = account.profile.hideNumber;

  switch (way?.by) {
    case undefined:
      return null;
    case 'call':
      return {
        wireUri: wireUri.replace(/^(sips?:)/, `$1${way.prefix.replaceAll('#', '%23')}`),
        wish: {},
      };
    case 'privacy':
      return { wireUri, wish: { headers: ['Privacy: id'] } };
    case 'anonymous':
      return {
        wireUri,
        wish: {
          headers: [
            'Privacy: id',
            // The phone system still has to know whose call it is (RFC 3325 §9.2).
            `P-Preferred-Identity: <sip:${userOf(account)}@${domainOf(account)}>`,
          ],
          from: { ...ANONYMOUS, displayName: 'Anonymous' },
        },
      };
  }
}

function numberIn(wireUri: string): string {
  return /^sips?:([^@]*)@/.exec(wireUri)?.[1] ?? '';
}
