import type { Words } from './words';

const DAY_MS = 86_400_000;

/** `3:07`, `1:02:03`: how long something lasted. */
export function durationText(durationMs: number): string {
  const totalS = Math.max(Math.floor(durationMs / 1000), 0);
  const hours = Math.floor(totalS / 3600);
  const minutes = Math.floor((totalS % 3600) / 60);
  const seconds = String(totalS % 60).padStart(2, '0');

  return hours > 0
    ? `${String(hours)}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${String(minutes)}:${seconds}`;
}

/** When a call was, as short as it stays clear: the time, yesterday, the weekday, the date. */
export function whenText(atMs: number, nowMs: number, locale: string, t: Words): string {
  const days = Math.round((startOfDay(nowMs) - startOfDay(atMs)) / DAY_MS);

  if (days <= 0) {
    return timeText(atMs, locale);
  }
  if (days === 1) {
    return t('recentYesterday');
  }
  if (days < 7) {
    return format(atMs, locale, { weekday: 'long' });
  }

  return format(atMs, locale, { day: 'numeric', month: 'short' });
}

/** The time of day, `2:32 PM`. */
export function timeText(atMs: number, locale: string): string {
  return format(atMs, locale, { hour: 'numeric', minute: '2-digit' });
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function format(atMs: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(atMs);
}
