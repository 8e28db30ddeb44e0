import browser from 'webextension-polyfill';
import { checkPhoneDocument } from './phone-document';

const WATCHDOG = 'watchdog';
/** The shortest that Chrome grants. */
const PERIOD_MIN = 0.5;

/**
 * Looks after the phone's document whenever the worker wakes, and wakes the worker each half minute
 * for it. Not a keep-alive: the worker sleeps in between.
 */
export async function watchOverPhone(): Promise<void> {
  await Promise.all([setAlarm(), checkPhoneDocument()]);
}

/** Set once: an alarm that is set anew begins its half minute again. */
async function setAlarm(): Promise<void> {
  const known = await browser.alarms.get(WATCHDOG);

  if (known?.periodInMinutes !== PERIOD_MIN) {
    await browser.alarms.create(WATCHDOG, { periodInMinutes: PERIOD_MIN });
  }
}
