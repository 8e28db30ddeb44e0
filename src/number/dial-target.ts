/** Why something cannot be dialled. */
export type TargetProblem = 'empty' | 'not-a-number' | 'too-long' | 'not-an-address';

/** A target that cannot be dialled; nothing was sent. */
export class InvalidTargetError extends Error {
  override name = 'InvalidTargetError';

  constructor(readonly problem: TargetProblem) {
    super(`cannot dial this target: ${problem}`);
  }
}

/** What a target is dialled with: the account's domain and the user's country. */
export interface DialPlan {
  readonly domain: string;
  readonly country: string;
}

/**
 * The SIP URI for what the user typed, clicked or picked: a number, an extension, a `tel:`,
 * `callto:` or `sip:` address.
 *
 * @throws InvalidTargetError when it cannot be dialled.
 */
export function dialUriFor(target: string, plan: DialPlan): string {
  const digits = target
    .trim()
    .replace(/^(?:tel|callto):/i, '')
    .replace(/[\s().\/-]/g, '');

  if (digits === '') {
    throw new InvalidTargetError('empty');
  }
  if (!/^\+?[0-9*#]{1,32}$/.test(digits)) {
    throw new InvalidTargetError('not-a-number');
  }

  return `sip:${digits.replaceAll('#', '%23')}@${plan.domain}`;
}
