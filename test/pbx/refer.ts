import type { CallToExtension } from './call-to-extension';
import { refusalOf } from './targets';

const PHRASES: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  486: 'Busy Here',
  503: 'Service Unavailable',
  603: 'Decline',
};

/** Who a transferred call can reach. */
export interface ReferWorld {
  targetOf(dialled: string): string | null;
  /** Rings an account; null when it is not registered. */
  ring(user: string): Promise<CallToExtension> | null;
}

/**
 * Plays the transferee of a blind transfer (RFC 3515): calls whom Refer-To names and reports how that goes. One of the
 * PBX's own targets is reached at once; an account is really rung.
 */
export async function answerRefer(
  referTo: string,
  report: (sipfrag: string, isLast: boolean) => void,
  world: ReferWorld,
): Promise<void> {
  report('SIP/2.0 100 Trying', false);
  const dialled = decodeURIComponent(/sips?:([^@;>?]+)@/i.exec(referTo)?.[1] ?? '');
  const target = world.targetOf(dialled);
  // Somebody who never answers leaves the transfer pending, as it does with a real one.
  if (target === 'noanswer') {
    return;
  }
  const ringing = target === null ? world.ring(dialled) : null;
  const status = ringing === null ? statusOf(target) : await statusOfRinging(ringing);
  report(
    status === 200
      ? 'SIP/2.0 200 OK'
      : `SIP/2.0 ${String(status)} ${PHRASES[status] ?? 'Call Failed'}`,
    true,
  );
}

function statusOf(target: string | null): number {
  return target === null ? 404 : (refusalOf(target) ?? 200);
}

async function statusOfRinging(ringing: Promise<CallToExtension>): Promise<number> {
  try {
    const call = await ringing;
    await call.until('established', { timeoutMs: 60_000 }).catch(() => undefined);
    return call.response ?? 408;
  } catch {
    return 480;
  }
}
