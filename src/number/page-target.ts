import { isEmergencyNumber } from './emergency';
import { InvalidTargetError, readTarget, type TargetProblem } from './dial-target';

/** Why a page may not have something dialled that the user could type. */
export type PageTargetProblem = TargetProblem | 'feature-code' | 'foreign-host' | 'emergency';

/**
 * What keeps a page's link or number from being dialled; null when nothing does. `*21*..#` forwards
 * all of the user's calls, a foreign host is somebody else's PBX, and this phone may neither reach nor
 * locate who calls for help: such things a person types.
 */
export function pageTargetProblem(
  target: string,
  domain: string | null = null,
): PageTargetProblem | null {
  try {
    const dialled = readTarget(target);

    if (dialled.kind === 'address' && isForeign(dialled.host, domain)) {
      return 'foreign-host';
    }

    const digits = dialled.kind === 'number' ? dialled.digits : dialled.user;

    if (/[*#]/.test(digits)) {
      return 'feature-code';
    }

    return isEmergencyNumber(digits) ? 'emergency' : null;
  } catch (error) {
    if (error instanceof InvalidTargetError) {
      return error.problem;
    }
    throw error;
  }
}

function isForeign(host: string | null, domain: string | null): boolean {
  return host !== null && host.toLowerCase() !== domain?.toLowerCase();
}
