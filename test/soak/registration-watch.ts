import type { Pbx } from '../pbx/pbx';

/** Watches from the server's side whether the phone is registered. */
export interface RegistrationWatch {
  /** The connection is about to be cut: until the phone is back it is rightly away. */
  readonly expectLoss: () => void;
  readonly missed: () => number;
  readonly registrations: () => number;
  readonly backAfterMs: readonly number[];
  readonly stop: () => void;
}

const LOOK_EVERY_MS = 50;
/** A refresh replaces a binding in no time. */
const AWAY_IS_MISSED_MS = 500;
/** What the server's return allows. */
const BACK_WITHIN_MS = 2_000;

/** Looks at the registrar every moment. */
export function watchRegistration(pbx: Pbx): RegistrationWatch {
  const backAfterMs: number[] = [];
  let awaySinceMs: number | null = null;
  let isExpected = false;
  let missed = 0;
  let registrations = 0;
  const stopCounting = pbx.onMessage(({ text }) => {
    const isGranted = text.startsWith('SIP/2.0 200') && /\nCSeq: *\d+ +REGISTER/i.test(text);

    registrations += isGranted ? 1 : 0;
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const isAway = pbx.contactsOf('alice').length === 0;

    if (isAway) {
      awaySinceMs ??= nowMs;
    } else if (awaySinceMs !== null) {
      const awayMs = nowMs - awaySinceMs;

      if (isExpected) {
        backAfterMs.push(awayMs);
      }
      missed += awayMs > (isExpected ? BACK_WITHIN_MS : AWAY_IS_MISSED_MS) ? 1 : 0;
      awaySinceMs = null;
      isExpected = false;
    }
  }, LOOK_EVERY_MS);

  return {
    expectLoss: () => {
      isExpected = true;
    },
    missed: () => missed + (awaySinceMs === null ? 0 : 1),
    registrations: () => registrations,
    backAfterMs,
    stop: () => {
      clearInterval(timer);
      stopCounting();
    },
  };
}
