import type { CallFromExtension } from './call-from-extension';
import type { Sound } from './sound-source';

/** Frequency that `tone` plays, and what the answer of `early` is heard by. */
export const TONE_HZ = 1000;
/** Frequency of early media. */
export const EARLY_TONE_HZ = 700;
/** Frequency of the beep that invites to press keys. */
const PROMPT_HZ = 900;

const EARLY_MS = 2000;
const CALLBACK_MS = 3000;
const KEYS = '1234567890*#ABCD';

/** The tone by which `menu` says that it heard that key: 400 Hz for 1, 500 Hz for 2 and so on in the order of a dial pad. */
export function menuToneHz(digit: string): number {
  return 400 + 100 * Math.max(0, KEYS.indexOf(digit));
}

/** What targets can ask of their PBX. */
export interface TargetContext {
  /** Rings the caller's account back after a while, as "Echo". */
  callBack(user: string, afterMs: number): void;
  /** Rings at a desk that is no phone of the accounts'. */
  ringDesk(desk: string): void;
  /** Runs something after a while, unless the PBX is closed before. */
  after(delayMs: number, run: () => void): void;
}

/** Plays the part of the target of that name; false when there is none. */
export function playTarget(name: string, call: CallFromExtension, pbx: TargetContext): boolean {
  const [, base = name, argument] = /^([a-z]+)(?:-(.+))?$/.exec(name) ?? [];
  const target = TARGETS[base];
  if (target === undefined) {
    return false;
  }
  forgive(Promise.resolve(target(call, pbx, argument)));
  return true;
}

/** Whether there is a target of that name. */
export function isTarget(name: string): boolean {
  return Object.hasOwn(TARGETS, /^[a-z]+/.exec(name)?.[0] ?? '');
}

/** What whoever reaches that target hears; null for one that is not there to be heard. */
export function soundOf(name: string): Sound | null {
  const [, base = name, argument] = /^([a-z]+)(?:-(.+))?$/.exec(name) ?? [];
  return base === 'tone'
    ? { kind: 'tone', freqHz: argument === undefined ? TONE_HZ : Number(argument) }
    : null;
}

/** The status that a target refuses every call with, null for one that takes calls. */
export function refusalOf(name: string): number | null {
  return REFUSALS[name] ?? null;
}

type Target = (
  call: CallFromExtension,
  pbx: TargetContext,
  argument: string | undefined,
) => Promise<void> | void;

const REFUSALS: Readonly<Record<string, number>> = {
  busy: 486,
  declined: 603,
  unavailable: 503,
  forbidden: 403,
};

const TARGETS: Readonly<Record<string, Target>> = {
  ...Object.fromEntries(
    Object.entries(REFUSALS).map(([name, status]): [string, Target] => [
      name,
      (call) => {
        call.reject(status);
      },
    ]),
  ),
  echo: (call) => call.answer({ kind: 'echo' }),
  silence: (call) => call.answer({ kind: 'silence' }),
  tone: (call, _pbx, freqHz) =>
    call.answer({ kind: 'tone', freqHz: freqHz === undefined ? TONE_HZ : Number(freqHz) }),
  transfer: (call) => call.answer({ kind: 'tone', freqHz: TONE_HZ }),
  noanswer: (call) => {
    call.ring();
  },
  early: async (call, pbx, argument) => {
    await call.early({ kind: 'tone', freqHz: EARLY_TONE_HZ });
    if (argument === 'manual') {
      return;
    }
    pbx.after(argument === undefined ? EARLY_MS : Number(argument), () => {
      forgive(call.answer({ kind: 'tone', freqHz: TONE_HZ }));
    });
  },
  menu: async (call) => {
    call.onDigits((digits) => {
      for (const digit of digits) {
        call.play({ kind: 'tone', freqHz: menuToneHz(digit), forMs: 1000 });
        forgive(call.sendDtmfInfo(digit));
      }
    });
    await call.answer({ kind: 'tone', freqHz: PROMPT_HZ, forMs: 400 });
  },
  hangup: async (call, pbx, argument) => {
    await call.answer({ kind: 'tone', freqHz: TONE_HZ });
    pbx.after(durationMs(argument, 1000), () => {
      forgive(call.hangUp());
    });
  },
  colleague: async (call, pbx, argument) => {
    await call.answer({ kind: 'tone', freqHz: PROMPT_HZ, forMs: 600 });
    pbx.after(1000, () => {
      forgive(call.hangUp());
    });
    await call.until('ended', { timeoutMs: 60_000 });
    pbx.ringDesk(argument ?? '204');
  },
  callback: async (call, pbx, argument) => {
    await call.answer({ kind: 'tone', freqHz: PROMPT_HZ, forMs: 600 });
    pbx.after(1000, () => {
      forgive(call.hangUp());
    });
    await call.until('ended', { timeoutMs: 60_000 });
    pbx.callBack(call.extension.user, durationMs(argument, CALLBACK_MS));
  },
};

/** A call that ends while its target still plays (a cancelled one, a lost socket) is normal life. */
function forgive(playing: Promise<unknown>): void {
  playing.catch(() => undefined);
}

/** "3" is three seconds, "300ms" is what it says. */
function durationMs(argument: string | undefined, otherwiseMs: number): number {
  if (argument === undefined) {
    return otherwiseMs;
  }
  return argument.endsWith('ms') ? Number.parseInt(argument, 10) : Number(argument) * 1000;
}
