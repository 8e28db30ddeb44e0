import browser from 'webextension-polyfill';
import { checkPhoneDocument } from './phone-document';
import { savedCalls } from './saved-calls';

const WATCHDOG = 'watchdog';
/** The shortest that Chrome grants to one alarm. */
const PERIOD_MIN = 0.5;
const PERIOD_MS = 60_000 * PERIOD_MIN;
/** Three more, ten seconds apart: whoever talks to us does not wait half a minute in silence. */
const IN_CALL = ['watchdog-in-call-1', 'watchdog-in-call-2', 'watchdog-in-call-3'];

/**
 * Looks after the phone's document whenever the worker wakes, and wakes the worker each half minute
 * for it. Not a keep-alive: the worker sleeps in between.
 */
export async function watchOverPhone(): Promise<void> {
  await Promise.all([
    setAlarm(WATCHDOG, {}),
    savedCalls().then((saved) => watchInCall((saved?.calls.length ?? 0) > 0)),
    checkPhoneDocument(),
  ]);
}

/** Looks more often while there is a call to be lost. */
export async function watchInCall(isInCall: boolean): Promise<void> {
  await Promise.all(
    IN_CALL.map((name, index) =>
      isInCall
        ? setAlarm(name, {
            when: Date.now() + PERIOD_MS + index * (PERIOD_MS / IN_CALL.length),
          })
        : browser.alarms.clear(name),
    ),
  );
}

/** Set once: an alarm that is set anew begins its half minute again. */
async function setAlarm(name: string, first: { readonly when?: number }): Promise<void> {
  const known = await browser.alarms.get(name);

  if (known?.periodInMinutes !== PERIOD_MIN) {
    await browser.alarms.create(name, { ...first, periodInMinutes: PERIOD_MIN });
  }
}
