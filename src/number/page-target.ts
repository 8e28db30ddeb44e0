import { InvalidTargetError, readTarget, type TargetProblem } from './dial-target';

/** Why a page may not have something dialled that the user could type. */
export type PageTargetProblem = TargetProblem | 'feature-code' | 'foreign-host' | 'emergency';

/** Emergency numbers: this phone may neither reach nor locate, so a page is not the place. */
const EMERGENCY = /^\+?(?:112|911|999|000|110|113|115|117|118|119|190|192|193)$/;

/**
 * What keeps a page's link or number from being dialled; null when nothing does. `*21*..#` forwards
 * all of the user's calls, a foreign host is somebody else's PBX: such things a person types.
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

    return EMERGENCY.test(digits) ? 'emergency' : null;
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
