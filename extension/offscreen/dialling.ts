import { leaveAllAsWritten, type DialRules } from '../../src/account/dial-rules';
import type * as late from '../../src/number/by-dial-rules';
import { asWritten, type Dialling } from '../../src/number/wire-uri';
import { loadScript } from '../browser/late-script';

/**
 * How numbers are dialled by these rules. Most accounts have none; for the others the world's
 * numbering plans are loaded, which are as large as SIP.
 */
export async function diallingBy(rules: DialRules): Promise<Dialling> {
  if (leaveAllAsWritten(rules)) {
    return asWritten;
  }

  // It is this file that the build means by that name.
  const { byDialRules } = (await loadScript('by-dial-rules')) as typeof late;

  return (digits, country) => byDialRules(digits, country, rules);
}
