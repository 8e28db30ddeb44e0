import type { CallToExtension } from './call-to-extension';
import type { PbxCall } from './pbx-call';
import type { Sound } from './sound-source';
import { refusalOf, soundOf } from './targets';

const PHRASES: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  481: 'Call/Transaction Does Not Exist',
  486: 'Busy Here',
  503: 'Service Unavailable',
  603: 'Decline',
};

/** Who a transferred call can reach. */
export interface ReferWorld {
  targetOf(dialled: string): string | null;
  /** Rings an account; null when it is not registered. */
  ring(user: string): Promise<CallToExtension> | null;
  /** Leaves the call in a parking place, where that is dialled; true when it was and there is one. */
  park(call: PbxCall, dialled: string): boolean;
  /** The call that the extension is in of that Call-ID, null when there is none. */
  callOf(callId: string): PbxCall | null;
  /** Lets the PBX's side of a call hear this from now on, whatever becomes of the call itself. */
  letHear(call: PbxCall, sound: Sound): void;
}

/**
 * Plays the transferee (RFC 3515): calls whom Refer-To names and reports how that goes. One of the PBX's own targets is
 * reached at once; an account is really rung; a call that it shall replace (RFC 3891) is replaced, and the two then hear
 * each other inside the PBX.
 */
export async function answerRefer(
  transferee: PbxCall,
  referTo: string,
  report: (sipfrag: string, isLast: boolean) => void,
  world: ReferWorld,
): Promise<void> {
  report('SIP/2.0 100 Trying', false);
  const replaces = replacedCallId(referTo);
  if (replaces !== null) {
    tell(await replace(transferee, world.callOf(replaces), world), report);
    return;
  }
  const dialled = decodeURIComponent(/sips?:([^@;>?]+)@/i.exec(referTo)?.[1] ?? '');
  if (world.park(transferee, dialled)) {
    report('SIP/2.0 200 OK', true);
    return;
  }
  const target = world.targetOf(dialled);
  // Somebody who never answers leaves the transfer pending, as it does with a real one.
  if (target === 'noanswer') {
    report('SIP/2.0 180 Ringing', false);
    return;
  }
  const ringing = target === null ? world.ring(dialled) : null;
  const status = ringing === null ? statusOf(target) : await statusOfRinging(ringing);
  const sound = target === null ? null : soundOf(target);
  if (status === 200 && sound !== null) {
    world.letHear(transferee, sound);
  }
  tell(status, report);
}

function tell(status: number, report: (sipfrag: string, isLast: boolean) => void): void {
  report(
    status === 200
      ? 'SIP/2.0 200 OK'
      : `SIP/2.0 ${String(status)} ${PHRASES[status] ?? 'Call Failed'}`,
    true,
  );
}

/** The third party goes on with the transferee, and says goodbye to the extension (RFC 3891 section 3). */
async function replace(
  transferee: PbxCall,
  third: PbxCall | null,
  world: ReferWorld,
): Promise<number> {
  if (third?.state !== 'established') {
    return 481;
  }
  world.letHear(transferee, third.media.sound);
  world.letHear(third, transferee.media.sound);
  await third.hangUp();
  return 200;
}

function replacedCallId(referTo: string): string | null {
  const replaces = /[?&]replaces=([^&>]+)/i.exec(referTo)?.[1];
  return replaces === undefined ? null : (decodeURIComponent(replaces).split(';')[0] ?? null);
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
