import type { DialRules } from '../account/dial-rules';
import { byDialRules } from './by-dial-rules';
import { dialUriFor, readTarget, type DialPlan } from './dial-target';

/**
 * The SIP URI that a target is called by on the wire: where `dialUriFor` says what the user meant,
 * here a number is written as the phone system wants it. Addresses are left as they are.
 *
 * @throws InvalidTargetError when it cannot be dialled.
 */
export function wireUriFor(target: string, plan: DialPlan, rules: DialRules): string {
  const dialled = readTarget(target, plan.country);

  return dialUriFor(
    dialled.kind === 'number' ? byDialRules(dialled.digits, plan.country, rules) : target,
    plan,
  );
}
