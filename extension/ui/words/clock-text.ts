const DAY_MS = 86_400_000;

/** When something was, to the second: the time today, and the day before it otherwise. */
export function clockText(atMs: number, nowMs: number, locale: string): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const isThisWeek = Math.abs(nowMs - atMs) < 6 * DAY_MS;

  return new Intl.DateTimeFormat(locale, {
    ...(isToday ? {} : isThisWeek ? { weekday: 'short' } : { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  }).format(atMs);
}

/** When a message was sent, to the millisecond, as the logs of servers have it: `10:02:14.120`. */
export function preciseText(atMs: number): string {
  const at = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');

  return `${time}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}
